"""One sheet that is written row by row: styled cells, safe text, widths, print set-up."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles.named_styles import NamedStyle
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn

MOST_TEXT = 32_767
"""Characters a cell of a workbook can hold."""
_CUT = " … (cut: a cell holds no more)"
_WRAPPED = {"wrap": 1.15, "small": 1.3, "note": 1.3, "warning": 1.1}
"""Styles whose text wraps, and how many of its characters fit into one unit of width."""
_FORMULA_STARTS = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula of ours; everything else that is text stays text."""

    text: str


Value = str | int | float | Decimal | datetime | Formula | None
Cell = tuple[str, Value]
"""Style name and value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: heading, width in characters, whether numbers stand in it."""

    heading: str
    width: float
    numeric: bool = False
    hidden: bool = False


class Sheet:
    """A sheet being written from top to bottom; rows are counted from 1 as in the workbook."""

    def __init__(
        self, book: Workbook, title: str, styles: dict[str, NamedStyle], footer: str
    ) -> None:
        self.title = title
        self.at = 0
        self.page = book.create_sheet(title)
        self.page.sheet_view.showGridLines = False
        self._print_set_up(footer)
        self._styles = styles
        self._widths: list[float] = []
        self._cells: dict[tuple[str, bool], SheetCell] = {}

    def row(self, cells: Sequence[Cell | None], *, height: float | None = None) -> int:
        """Append a row and say which it is; without a height it is as high as its text."""
        self.at += 1
        needed = self._height(cells) if height is None else height
        if needed is not None:
            self.page.row_dimensions[self.at].height = needed
        self.page.append(self._written(cells))
        return self.at

    def skip(self, rows: int = 1) -> None:
        """Leave rows empty."""
        for _ in range(rows):
            self.row(())

    def heading(self, columns: Sequence[Column]) -> int:
        """The header row of a table."""
        return self.row(
            [("head right" if column.numeric else "head", column.heading) for column in columns],
            height=32,
        )

    def widths(self, columns: Sequence[Column]) -> None:
        """Set before the first row: a streamed sheet writes its columns first."""
        self._widths = [column.width for column in columns]
        for number, column in enumerate(columns, start=1):
            dimension = self.page.column_dimensions[get_column_letter(number)]
            dimension.width = column.width
            dimension.hidden = column.hidden

    def spread(self, style: str, text: str, last: int, *, label: str = "", first: int = 1) -> None:
        """A row with one text over the columns `first` to `last`, a label before them."""
        wide = sum(self._widths[first - 1 : last])
        cells: list[Cell] = [
            ("strong", "") if at < first else (style, "") for at in range(1, last + 1)
        ]
        cells[first - 1] = (style, text)
        if label:
            cells[0] = ("strong", label)
        row = self.row(cells, height=_points(_lines(text, wide * _WRAPPED[style])))
        self.merge(row, first, last)
        if first > 2:
            self.merge(row, 1, first - 1)

    def merge(self, row: int, first: int, last: int) -> None:
        """One cell over several columns of a row."""
        self.page.merged_cells.add(
            f"{get_column_letter(first)}{row}:{get_column_letter(last)}{row}"
        )

    def table(self, name: str, columns: Sequence[Column], first: int, last: int) -> None:
        """Make rows `first` (the heading) to `last` a table with filters; not if it is empty."""
        if last <= first:
            return
        area = f"A{first}:{get_column_letter(len(columns))}{last}"
        table = Table(displayName=name, ref=area)
        table.autoFilter = AutoFilter(ref=area)
        table.tableColumns = [
            TableColumn(id=number, name=column.heading)
            for number, column in enumerate(columns, start=1)
        ]
        self.page.tables.add(table)

    def print_only(self, *, repeat: int | None = None, area: str = "") -> None:
        """Repeat the heading row on each page; print only a part of the sheet."""
        if repeat:
            self.page.print_title_rows = f"{repeat}:{repeat}"
        if area:
            self.page.print_area = area

    def _print_set_up(self, footer: str) -> None:
        """A4 landscape, one page wide, page n of m. Streamed, so set before the first row."""
        page = self.page
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9
        page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
        page.page_margins = PageMargins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        page.oddFooter.left.text = footer.replace("&", "&&")
        page.oddFooter.right.text = "Page &P of &N"

    def _height(self, cells: Sequence[Cell | None]) -> float | None:
        """Height for the longest wrapped text; no program fits rows it did not write itself."""
        lines = [
            _lines(known[1], width * _WRAPPED[known[0]])
            for known, width in zip(cells, self._widths, strict=False)
            if known is not None and known[0] in _WRAPPED and isinstance(known[1], str)
        ]
        return _points(max(lines)) if lines else None

    def _written(self, cells: Sequence[Cell | None]) -> Iterator[SheetCell | None]:
        """The cells, each written before the next is asked for.

        So one object for each style serves the whole sheet.
        """
        for known in cells:
            if known is None:
                yield None
                continue
            style, value = known
            if isinstance(value, str):
                cell = self._cell(style, quoted=value.startswith(_FORMULA_STARTS))
                cell.value = capped(value)
                cell.data_type = "s"  # text from outside never becomes a formula
            else:
                cell = self._cell(style, quoted=False)
                cell.value = value.text if isinstance(value, Formula) else value
            yield cell

    def _cell(self, style: str, *, quoted: bool) -> SheetCell:
        key = (style, quoted)
        if key not in self._cells:
            cell = WriteOnlyCell(self.page)
            cell.style = self._styles[style]
            cell.quotePrefix = quoted
            self._cells[key] = cell
        return self._cells[key]


def capped(text: str) -> str:
    """Text that fits a cell, saying so where it was cut."""
    return text if len(text) <= MOST_TEXT else text[: MOST_TEXT - len(_CUT)] + _CUT


def _lines(text: str, width: float) -> int:
    """Lines that wrapped text takes in a column of so many characters; a little generous."""
    most = max(1.0, width - 2)
    return sum(max(1, math.ceil(len(line) / most)) for line in text.split("\n"))


def _points(lines: int) -> float:
    """Row height; 409 points is the most a workbook allows."""
    return min(409.0, 13.0 * lines + 4)
