"""A list of locations as a file, CSV or XLSX → the locations of a plan, or every mistake in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.shop.plan import Location
from qa_toolkit.errors import UsageError
from qa_toolkit.intake.tables import Columns, Row, place_columns, read_rows
from qa_toolkit.shops.planning.location_list import HEADINGS, Listed, locations_of
from qa_toolkit.workbooks.cells import index_of
from qa_toolkit.workbooks.package import opened
from qa_toolkit.workbooks.plain import text_of
from qa_toolkit.workbooks.sheets import Book

_TOLD = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationList:
    """Locations, and the headings of columns that give nothing a plan has."""

    locations: tuple[Location, ...]
    left_out: tuple[str, ...]


def read_locations(path: Path) -> LocationList:
    """Read a list: a first row of headings, then a location a row.

    Raises:
        UsageError: it cannot be read, has no column with ids or names, or rows are wrong; all are
            in the message, with their lines.
    """
    rows = [*(_of_workbook(path) if path.suffix.lower() == ".xlsx" else read_rows(path))]
    problems = [one for one in rows if isinstance(one, Problem)]
    head, *table = [one for one in rows if isinstance(one, Row)] or [Row(1, [])]
    columns = place_columns(head, HEADINGS)
    if not problems and not {"id", "name"} & columns.fields.keys():
        hint = f"a first row with some of {', '.join(HEADINGS)}"
        raise UsageError(f"{path}: no column is headed 'id' or 'name'", hint=hint)
    listed = (Listed(row.line, _cells(row, columns)) for row in table)
    locations, wrong = locations_of(listed, str(path))
    problems += wrong
    if problems or not locations:
        told = "\n".join(map(str, problems[:_TOLD])) or f"{path}: no location is in it"
        more = f"\nand {len(problems) - _TOLD} more" if len(problems) > _TOLD else ""
        raise UsageError(f"the list of locations cannot be used:\n{told}{more}")
    return LocationList(locations=tuple(locations), left_out=tuple(columns.others))


def _cells(row: Row, columns: Columns) -> dict[str, str]:
    return {field: columns.cell(row, field) for field in columns.fields}


def _of_workbook(path: Path) -> Iterator[Row]:
    """The rows of the first sheet that are not blank."""
    with opened(path) as package:
        book = Book(package)
        for row in book.rows(book.sheets[0]) if book.sheets else ():
            cells = {index_of(one): text_of(row.cell(one).value) for one in row.letters()}
            if any(cells.values()):
                yield Row(row.number, [cells.get(n, "") for n in range(max(cells) + 1)])
