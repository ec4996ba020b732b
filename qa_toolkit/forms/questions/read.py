"""A list of questions, one a row → a rubric."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.errors import UsageError
from qa_toolkit.forms.build import Assumed, rubric_of, weights_of
from qa_toolkit.forms.json_fields import Reading
from qa_toolkit.forms.question_list import Row, Table, read_tables
from qa_toolkit.forms.questions.columns import Columns, columns_of
from qa_toolkit.forms.questions.groups import Group, groups_of
from qa_toolkit.forms.questions.row import Keys, RowReader
from qa_toolkit.forms.sections import Total, without_empty_sections

_HEAVIEST = Decimal(1000)
_ONE = Decimal(1)


def read_form(data: bytes, reading: Reading, assumed: Assumed) -> Rubric | None:
    """The rubric of a list; None where it cannot be used, with the problems in `reading`.

    Args:
        data: the content of a CSV or XLSX file.
        reading: takes note of problems and differences.
        assumed: what a rubric must say and a list does not.

    Raises:
        UsageError: it is no table, or has no questions in it.
    """
    table, columns = _table(read_tables(data, reading.source), reading)
    rows = list(_below(table, columns))
    _list_others(rows, columns, reading)
    groups = groups_of(RowReader(row, columns, reading) for row in rows)
    if not groups:
        raise UsageError(f"{reading.source}: there are no questions below the header")
    keys: Keys = {"title": assumed.title}
    weights = [None if group.weight is None else float(group.weight) for group in groups]
    total: Total = "sections" if any(weights) else "criteria"
    if any(weights):
        shares = weights_of(weights)
    else:
        shares = [_sum(group) for group in groups]
        keys["policy"] = {"total": total}
        what = "sections without weights"
        reading.differences.note("policy.total", what, "questions weigh by themselves")
    pairs = zip(groups, shares, strict=True)
    sections = [_section(group, share or _ONE) for group, share in pairs]
    places = {known.id: known.place for group in groups for known in (group, *group.parts)}
    keys["sections"] = without_empty_sections(sections, places, reading, total=total)
    return rubric_of(keys, reading, assumed)


def _table(tables: Sequence[Table], reading: Reading) -> tuple[Table, Columns]:
    """The table with the most columns that are understood."""
    found = [(table, columns) for table in tables if (columns := columns_of(table))]
    if not found:
        raise UsageError(
            f"{reading.source}: no column for questions",
            hint="a header names the columns: section, question, answers, weight, critical …",
        )
    table, columns = max(found, key=lambda pair: len(pair[1].fields))
    for other in tables:
        if other.name != table.name and other.rows:
            reading.differences.lost(other.name, "another sheet")
    return table, columns


def _below(table: Table, columns: Columns) -> Iterator[Row]:
    return (row for row in table.rows if row.number > columns.header.number)


def _list_others(rows: Sequence[Row], columns: Columns, reading: Reading) -> None:
    """Columns that no field has; also those that only a later row reaches."""
    known = set(columns.fields.values())
    filled = {column for row in rows for column, text in enumerate(row.cells) if text}
    header = columns.header
    for column in sorted(filled - known):
        title = header.cells[column] if column < len(header.cells) else ""
        what = f"the column '{title[:60]}'" if title else "a column without a header"
        reading.differences.lost(header.place(column), what)


def _sum(group: Group) -> Decimal:
    """What its criteria weigh together; it has no effect where criteria weigh by themselves."""
    criteria = [*group.criteria, *(item for part in group.parts for item in part.criteria)]
    weights = (
        item.get("weight", _ONE) for item in criteria if item["type"] not in ("text", "info")
    )
    total = sum((weight for weight in weights if isinstance(weight, Decimal)), Decimal(0))
    return min(total, _HEAVIEST)


def _section(group: Group, weight: Decimal) -> Keys:
    keys: Keys = {
        "id": group.id,
        "title": group.title,
        "weight": weight,
        "criteria": group.criteria,
    }
    if group.parts:
        weights = [part.weight or _sum(part) or _ONE for part in group.parts]
        pairs = zip(group.parts, weights, strict=True)
        keys["sections"] = [_section(part, own) for part, own in pairs]
    return keys
