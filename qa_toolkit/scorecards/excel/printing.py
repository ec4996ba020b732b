"""Where pages end: blocks that belong together are not torn apart, and charts not cut in two.

Programs ignore such breaks on sheets that are fitted to a width, so the scale is worked out here.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.worksheet.pagebreak import Break

from qa_toolkit.scorecards.excel.sheet import Column, Sheet

_INCH = 72.0
_UNIT = 5.25
"""Points in one unit of a column's width: seven pixels."""
_PAPER = (8.27, 11.69)
"""Inches: A4."""
_MARGINS = (0.8, 1.3)
"""Inches: left and right, top and bottom."""
_SPARE = (0.94, 0.97)
"""Programs differ by a few points in what fits into the width and the height."""
_LARGEST, _SMALLEST = 100, 10


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block begins: behind this row, so many points below the top."""

    row: int
    points: float


def here(sheet: Sheet) -> Place:
    """The place behind the last row."""
    return Place(sheet.at, sheet.points)


def by_blocks(sheet: Sheet, columns: Sequence[Column], starts: Sequence[Place]) -> None:
    """Landscape, as wide as a page; a block that does not fit the rest of a page begins another.

    Args:
        sheet: all of its rows are written.
        columns: those that are printed.
        starts: where blocks begin, from the top down.
    """
    page = page_of_blocks(columns)
    began = 0.0
    for start, following in zip(starts, [*starts[1:], here(sheet)], strict=True):
        if following.points - began > page and start.points > began:
            sheet.page.row_breaks.append(Break(id=start.row))
            began = start.points
        while following.points - began > page:  # the program breaks a longer block itself
            began += page
    _set(sheet, _scale_of_blocks(columns))


def page_of_blocks(columns: Sequence[Column]) -> float:
    """Points of height that a landscape page as wide as these columns can hold."""
    return _room(landscape=True)[0] * 100 / _scale_of_blocks(columns)


def _scale_of_blocks(columns: Sequence[Column]) -> int:
    return _scale(_room(landscape=True)[1] / _wide(columns))


def on_two_pages(sheet: Sheet, columns: Sequence[Column], starts: Sequence[Place]) -> None:
    """Portrait, on two pages as large as they can be; one where that is enough.

    Args:
        sheet: all of its rows are written.
        columns: those that are printed.
        starts: where a second page may begin.
    """
    sheet.page.page_setup.orientation = "portrait"
    high, wide = _room(landscape=False)
    widest = min(1.0, wide / _wide(columns))
    whole = sheet.points
    if whole * widest <= high:
        _set(sheet, _scale(widest))
        return
    best = min(starts, key=lambda start: max(start.points, whole - start.points))
    sheet.page.row_breaks.append(Break(id=best.row))
    _set(sheet, _scale(min(widest, high / max(best.points, whole - best.points))))


def _room(*, landscape: bool) -> tuple[float, float]:
    """Height and width of what a page can hold, in points."""
    short, long = _PAPER
    across, down = _MARGINS
    high, wide = (short, long) if landscape else (long, short)
    return (high - down) * _INCH * _SPARE[1], (wide - across) * _INCH * _SPARE[0]


def _wide(columns: Sequence[Column]) -> float:
    return _UNIT * sum(column.width for column in columns if not column.hidden)


def _scale(share: float) -> int:
    return max(_SMALLEST, min(_LARGEST, int(100 * share)))


def _set(sheet: Sheet, scale: int) -> None:
    sheet.page.sheet_properties.pageSetUpPr.fitToPage = False
    sheet.page.page_setup.scale = scale
