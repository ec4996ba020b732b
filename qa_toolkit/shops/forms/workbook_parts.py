"""The parts of a workbook form: its hidden facts and lists, and its rows by their keys."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qa_toolkit.errors import UsageError
from qa_toolkit.shops.forms import layout
from qa_toolkit.workbooks.places import Columns, Notes, columns_of
from qa_toolkit.workbooks.plain import text_of
from qa_toolkit.workbooks.sheets import Book, Row, Sheet

_HEADING_WITHIN = 40
"""Rows from the top in which the heading is looked for."""
_MOST_ROWS = 20_000
_ANEW = "take the form that qa shop form wrote, saved as .xlsx"


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What a workbook form says.

    Attributes:
        facts: shop, form and scenario it was made for.
        locations: id by what the drop-down offers, in lower case.
        rows: by key, from top to bottom; a key stands once.
        columns: where the cells to fill in stand.
    """

    facts: Mapping[str, str]
    locations: Mapping[str, str]
    rows: Mapping[str, Row]
    columns: Columns


def parts_of(book: Book, notes: Notes) -> Parts:
    """Find the sheets by what stands in them, whatever they are called now.

    Raises:
        UsageError: it is not a form of a shop, or of another layout.
    """
    source = book.package.source
    facts: dict[str, str] = {}
    locations: dict[str, str] = {}
    held: tuple[Columns, dict[str, Row]] | None = None
    for sheet in book.sheets:
        first = _first_cell(book, sheet)
        if first == layout.FACTS_MARK:
            facts = {_text(row, "A"): _text(row, "B") for row in _rows(book, sheet)}
        elif first == layout.LISTS_MARK:
            locations = {
                _text(row, "C").casefold(): _text(row, "B")
                for row in _rows(book, sheet)
                if _text(row, "A") == layout.LIST_LOCATIONS
            }
        else:
            held = held or _form(book, sheet, notes)
    if not facts or held is None:
        raise UsageError(f"{source}: it is not a form of qa shop form", hint=_ANEW)
    if facts[layout.FACTS_MARK] != layout.FORMAT:
        version = facts[layout.FACTS_MARK] or "none"
        raise UsageError(
            f"{source}: it is a form in layout {version}; this version reads {layout.FORMAT}",
            hint="write a new one: qa shop form",
        )
    columns, rows = held
    return Parts(facts=facts, locations=locations, rows=rows, columns=columns)


def _form(book: Book, sheet: Sheet, notes: Notes) -> tuple[Columns, dict[str, Row]] | None:
    """The columns and rows of the form if it stands on this sheet."""
    columns: Columns | None = None
    rows: dict[str, Row] = {}
    for row in _rows(book, sheet):
        if columns is None:
            if row.number > _HEADING_WITHIN:
                return None
            known_by = (layout.KEY, layout.QUESTION, layout.ANSWER)
            columns = columns_of(row, sheet.name, known_by, layout.HEADINGS, notes)
            continue
        if len(columns.letters) < len(layout.HEADINGS):
            return None
        key = columns.text(row, layout.KEY)
        if key in rows:
            first = rows[key].number
            at = columns.at(row, layout.KEY)
            notes.add(at, f"this row stands twice, first in row {first}", "delete one of them")
        elif key:
            rows[key] = row
    return None if columns is None else (columns, rows)


def _rows(book: Book, sheet: Sheet) -> Iterator[Row]:
    for count, row in enumerate(book.rows(sheet)):
        if count == _MOST_ROWS:
            raise UsageError(f"{book.package.source}: it has too many rows for a form", hint=_ANEW)
        yield row


def _first_cell(book: Book, sheet: Sheet) -> str:
    first = next(book.rows(sheet), None)
    return _text(first, "A") if first else ""


def _text(row: Row, letters: str) -> str:
    return text_of(row.cell(letters).value)
