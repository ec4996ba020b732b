"""One sheet that is written row by row: styled cells, safe text, widths, print set-up.

openpyxl writes what stands around the rows; the rows themselves go as text to a file of their
own, which the workbook puts in their place.
"""

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import IO

from openpyxl.cell import WriteOnlyCell
from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.named_styles import NamedStyle
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.workbook import Workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.filters import AutoFilter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableColumn

from qa_toolkit.scorecards.excel import protection
from qa_toolkit.scorecards.excel.cells import MOST_TEXT, Formula, Value, capped, cell
from qa_toolkit.scorecards.excel.heights import LEAST, WRAPPED, needed
from qa_toolkit.scorecards.wording import DASH, clean
from qa_toolkit.workbooks.cells import as_text

__all__ = ["MOST_TEXT", "Cell", "Column", "Formula", "Part", "Sheet", "Value", "capped"]

MOST_ROWS = 1_048_576
MOST_LINKS = 65_530
"""Links a sheet can hold; what is beyond stays plain text."""
_IN_MEMORY = 1_000_000
"""Bytes of rows a sheet keeps before it moves them to a file: agents' sheets are many and small."""
_MOST_ON_PAPER = 110
_FORMULA_STARTS = ("=", "+", "-", "@")
_DIMENSION = re.compile(rb'<dimension ref="[^"]*" ?/>')

Cell = tuple[str, Value]
"""Style name and value."""
Part = tuple[str, Value, int, int]
"""Style name, value, and the first and last of the columns it stands in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: heading, width in characters, whether numbers stand in it."""

    heading: str
    width: float
    numeric: bool = False
    hidden: bool = False


class Sheet:
    """A sheet being written from top to bottom; rows are counted from 1 as in the workbook.

    Attributes:
        at: the row written last.
        points: the height of all rows so far.
    """

    def __init__(
        self, book: Workbook, title: str, styles: dict[str, NamedStyle], footer: str
    ) -> None:
        self.title = title
        self.at = 0
        self.points = 0.0
        self.page = book.create_sheet(title)
        self.page.sheet_view.showGridLines = False
        self._print_set_up(footer)
        protection.protect(self.page)
        self._styles = styles
        self._widths: list[float] = []
        self._letters: list[str] = []
        self._looks: dict[tuple[str, bool], str] = {}
        self._links = 0
        # stays open for as long as the sheet is being written; `copy_to` closes it
        self._rows: IO[bytes] = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115

    def row(self, cells: Sequence[Cell | None], *, height: float | None = None) -> int:
        """Append a row and say which it is; without a height it is as high as its text."""
        self.at += 1
        points = self._height(cells) if height is None else height
        self.points += LEAST if points is None else points
        high = "" if points is None else f' ht="{points:g}" customHeight="1"'
        self._rows.write(f'<row r="{self.at}"{high}>{"".join(self._written(cells))}</row>'.encode())
        return self.at

    def skip(self) -> None:
        """Leave a row empty."""
        self.row(())

    def heading(self, columns: Sequence[Column]) -> int:
        """The header row of a table."""
        return self.row(
            [("head right" if column.numeric else "head", column.heading) for column in columns],
            height=32,
        )

    def widths(self, columns: Sequence[Column]) -> None:
        """Set before the first row: heights follow from them."""
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
        row = self.row(cells, height=needed(style, text, wide) or None)
        self.merge(row, first, last)
        if first > 2:
            self.merge(row, 1, first - 1)

    def across(self, parts: Sequence[Part], *, least: float = 0) -> int:
        """A row of cells over several columns each, as high as its text, `least` points at least.

        Columns before and between the parts stay empty.
        """
        cells: list[Cell | None] = []
        height = max(least, LEAST)
        for style, value, first, last in parts:
            cells += [None] * (first - 1 - len(cells))
            cells += [(style, value), *[(style, "")] * (last - first)]
            height = max(height, needed(style, value, sum(self._widths[first - 1 : last])))
        row = self.row(cells, height=height)
        for _, _, first, last in parts:
            if last > first:
                self.merge(row, first, last)
        return row

    def merge(self, row: int, first: int, last: int) -> None:
        """One cell over several columns of a row."""
        self.page.merged_cells.add(
            f"{get_column_letter(first)}{row}:{get_column_letter(last)}{row}"
        )

    def link(self, row: int, column: int, *, location: str) -> None:
        """Let a cell lead to a place in this workbook."""
        self._links += 1
        if self._links <= MOST_LINKS:
            self.page.cell(row, column).hyperlink = Hyperlink(ref="", location=location)

    def mark(self, area: str, formula: str, look: DifferentialStyle) -> None:
        """Give the cells of an area another look wherever a formula of its first cell holds."""
        rule = Rule(type="expression", formula=[formula], dxf=look)
        self.page.conditional_formatting.add(area, rule)

    def name(self, name: str, area: str) -> None:
        """Name an area of this sheet, such as `$B$4:$B$9`, for formulas anywhere."""
        self.name_formula(name, f"{quote_sheetname(self.title)}!{area}")

    def name_formula(self, name: str, formula: str) -> None:
        """Name a formula; references in it without `$` are those of a formula in cell A1."""
        self.page.parent.defined_names[name] = DefinedName(name, attr_text=formula)

    def table(self, name: str, columns: Sequence[Column], first: int, last: int) -> None:
        """Make rows `first` (the heading) to `last` a table with filters; not if it is empty."""
        if last <= first:
            return
        area = f"A{first}:{get_column_letter(len(columns))}{last}"
        table = Table(displayName=name, ref=area)
        table.autoFilter = AutoFilter(ref=area)
        table.tableColumns = [
            TableColumn(id=number, name=as_text(column.heading))
            for number, column in enumerate(columns, start=1)
        ]
        self.page.tables.add(table)

    def print_only(self, *, repeat: int | None = None, area: str = "") -> None:
        """Repeat the heading row on each page; print only a part of the sheet."""
        if repeat:
            self.page.print_title_rows = f"{repeat}:{repeat}"
        if area:
            self.page.print_area = area

    def copy_to(self, target: IO[bytes], around: bytes) -> None:
        """Write the sheet as a whole: what openpyxl wrote, with the rows in their place."""
        head, _, tail = around.partition(b"<sheetData")
        opened, _, rest = tail.partition(b">")
        if not opened.endswith(b"/"):
            rest = rest.partition(b"</sheetData>")[2]
        wide = get_column_letter(max(1, len(self._letters)))
        size = f'<dimension ref="A1:{wide}{max(1, self.at)}"/>'.encode()
        target.write(_DIMENSION.sub(size, head) + b"<sheetData>")
        self._rows.seek(0)
        shutil.copyfileobj(self._rows, target, 1 << 20)
        target.write(b"</sheetData>" + rest)
        self.close()

    def close(self) -> None:
        """Give up the rows."""
        self._rows.close()

    def _print_set_up(self, footer: str) -> None:
        """A4 landscape, one page wide, page n of m."""
        page = self.page
        page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        page.page_setup.orientation, page.page_setup.paperSize = "landscape", 9
        page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
        page.page_margins = PageMargins(
            left=0.4, right=0.4, top=0.6, bottom=0.7, header=0.3, footer=0.35
        )
        page.oddFooter.left.text = on_paper(footer)
        page.oddFooter.right.text = "Page &P of &N"

    def _height(self, cells: Sequence[Cell | None]) -> float | None:
        """Height for the longest wrapped text; None where none wraps."""
        most = 0.0
        for known, width in zip(cells, self._widths, strict=False):
            if known is not None and known[0] in WRAPPED:
                most = max(most, needed(known[0], known[1], width))
        return most or None

    def _written(self, cells: Sequence[Cell | None]) -> list[str]:
        while len(self._letters) < len(cells):
            self._letters.append(get_column_letter(len(self._letters) + 1))
        at, look = self.at, self._look
        return [
            cell(f"{letter}{at}", look(*known), known[1])
            for letter, known in zip(self._letters, cells, strict=False)
            if known is not None
        ]

    def _look(self, style: str, value: Value) -> str:
        """The attribute of a style; text that looks like a formula is marked as text."""
        quoted = isinstance(value, str) and value.startswith(_FORMULA_STARTS)
        known = self._looks.get((style, quoted))
        if known is None:
            made = WriteOnlyCell(self.page)
            made.style = self._styles[style]
            made.quotePrefix = quoted
            known = self._looks[style, quoted] = f' s="{made.style_id}"'
        return known


def moment(known: datetime | None) -> datetime | str:
    """A moment by its own clock, as a workbook keeps it: without a time zone; or a dash."""
    return DASH if known is None else known.replace(tzinfo=None)


def on_paper(text: str) -> str:
    """Text for a page's header or footer, which hold 255 characters with all that is in them."""
    tidy = " ".join(clean(text).split())
    if len(tidy) > _MOST_ON_PAPER:
        tidy = f"{tidy[:_MOST_ON_PAPER]}…"
    return tidy.replace("&", "&&")
