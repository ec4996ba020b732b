"""A workbook that people filled in → what they said, by names and never by position."""

from collections.abc import Iterator
from pathlib import Path

from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.read_back import detail, log
from qa_toolkit.scorecards.read_back.hidden import Hidden, read_hidden
from qa_toolkit.scorecards.read_back.values import CoachingRow, OverrideRow, ReadBack
from qa_toolkit.workbooks.package import opened
from qa_toolkit.workbooks.places import Columns, Notes, columns_of
from qa_toolkit.workbooks.sheets import Book, Row, Sheet

_HEADING_WITHIN = 60
"""Rows from the top of a sheet in which the heading of its table is looked for."""


def read_workbook(path: Path) -> ReadBack:
    """Read a workbook of `qa export` back, whichever program saved it.

    Sheets and columns are found by their headings, rows by the ids in them: sorted, filtered,
    moved and deleted rows, other sheets and other columns do no harm.

    Raises:
        UsageError: it cannot be opened, or is not a workbook of an export in this layout.
    """
    notes = Notes(file=str(path))
    with opened(path) as package:
        for remark in package.remarks():
            notes.add("", remark, severity="warning")
        book = Book(package)
        hidden = read_hidden(book, notes)
        seen = _Seen(book, hidden, notes)
        for sheet in book.sheets:
            if sheet.part not in hidden.sheets:
                seen.read(sheet)
    if not seen.has_detail:
        named = " and ".join(detail.KNOWN_BY)
        notes.add("", f"no sheet has the columns {named}", "take the headings as exported")
    if not seen.has_log:
        named = " and ".join(log.KNOWN_BY)
        notes.add(
            "",
            f"no sheet is the {layout.COACHING}: nothing was read from one",
            f"take the headings {named} as exported, in the first {_HEADING_WITHIN} rows",
            severity="warning",
        )
    return ReadBack(
        file=str(path),
        manifest=hidden.manifest,
        overrides=tuple(seen.overrides),
        coaching=tuple(seen.coaching),
        problems=tuple(notes.problems),
    )


class _Seen:
    """What was found sheet by sheet."""

    def __init__(self, book: Book, hidden: Hidden, notes: Notes) -> None:
        self.has_detail = self.has_log = False
        self.overrides: list[OverrideRow] = []
        self.coaching: list[CoachingRow] = []
        self._book, self._hidden, self._notes = book, hidden, notes
        self._how = log.readers(from_1904=book.dates_from_1904)

    def read(self, sheet: Sheet) -> None:
        """Read one sheet: Detail, the coaching log, an agent's, or one that says nothing to us."""
        cells: list[CoachingRow] = []
        rows = self._book.rows(sheet)
        for row in rows:
            in_head = row.number <= _HEADING_WITHIN
            if in_head and (columns := self._columns(row, sheet, detail.KNOWN_BY, detail.NEEDED)):
                self.has_detail = True
                self.overrides += self._override_rows(columns, rows)
            elif in_head and (columns := self._columns(row, sheet, log.KNOWN_BY, log.NEEDED)):
                self.has_log = True
                self.coaching += self._log_rows(columns, rows)
            else:
                cells += log.agent_cells(sheet.name, row, self._notes, self._how)
        self.coaching += log.joined(cells)

    def _columns(
        self, row: Row, sheet: Sheet, known_by: tuple[str, ...], needed: tuple[str, ...]
    ) -> Columns | None:
        return columns_of(row, sheet.name, known_by, needed, self._notes)

    def _override_rows(self, columns: Columns, rows: Iterator[Row]) -> Iterator[OverrideRow]:
        if len(columns.letters) == len(detail.NEEDED):
            for row in rows:
                yield from detail.override_rows(columns, row)

    def _log_rows(self, columns: Columns, rows: Iterator[Row]) -> Iterator[CoachingRow]:
        if len(columns.letters) == len(log.NEEDED):
            for row in rows:
                yield from log.log_rows(columns, row, self._hidden, self._how)
