"""The look of the workbook form: one palette, one font, cells by what they are for."""

import math

from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from qa_toolkit.domain.said import tidy
from qa_toolkit.workbooks.cells import as_text

INK, MUTED, LINE = "1F2933", "66727F", "D9DEE4"
ACCENT, HEAD = "1F4E6B", "E8EEF2"
WIDTHS = {"A": 6.0, "B": 5.0, "C": 46.0, "D": 24.0, "E": 36.0, "F": 6.0, "G": 6.0, "H": 6.0}
"""Of the columns, in characters."""

_EDGE = Side(style="thin", color=MUTED)
BOX = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
"""Round a cell to be filled in: it is seen as one on black and white paper, too."""
RULE = Border(bottom=Side(style="thin", color=LINE))
TOP = Alignment(vertical="top", horizontal="left", wrap_text=True, indent=1)
FILLED_IN = Protection(locked=False)
MISSING = DifferentialStyle(fill=PatternFill(bgColor="FFE9A8", fill_type="solid"))
IDLE = DifferentialStyle(
    font=Font(color="8A949E", italic=True), fill=PatternFill(bgColor="F0F2F4", fill_type="solid")
)


def font(size: float, *, bold: bool = False, italic: bool = False, color: str = INK) -> Font:
    """The one font, in points."""
    return Font(name="Calibri", size=size, bold=bold, italic=italic, color=color)


def between(first: str, last: str) -> str:
    """The letters of columns from one to another."""
    return "".join(chr(code) for code in range(ord(first), ord(last) + 1))


def as_words(page: Worksheet) -> None:
    """Let nothing on a hidden sheet be a formula."""
    for row in page.iter_rows():
        for cell in row:
            if isinstance(cell, Cell) and isinstance(cell.value, str):
                cell.data_type = "s"


def clean(text: str) -> str:
    """Text that a cell can hold, in which nothing is taken for an escaped character."""
    return as_text(tidy(text))


def height(text: str, columns: str, size: float) -> float:
    """Points that wrapped text takes in these columns; a little generous."""
    most = max(1.0, sum(WIDTHS[letter] for letter in columns) * 11.5 / size - 2)
    lines = sum(max(1, math.ceil(len(line) / most)) for line in text.split("\n"))
    return lines * size * 1.3 + 4
