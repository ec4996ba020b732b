"""Where printed pages end."""

from collections.abc import Sequence

import pytest
from openpyxl.workbook import Workbook

from qa_toolkit.scorecards.excel.charts import WIDTH
from qa_toolkit.scorecards.excel.printing import Place, by_blocks, here, on_two_pages
from qa_toolkit.scorecards.excel.sheet import Column, Sheet
from qa_toolkit.scorecards.excel.styles import named_styles
from qa_toolkit.scorecards.excel.summary_table import room_for_charts

NARROW = (Column(heading="A", width=60),)
WIDE = (Column(heading="A", width=250),)
UPRIGHT, LYING = 748.0, 502.0
"""Points that fit between the margins of a page."""


def sheet_of(heights: Sequence[float], columns: Sequence[Column]) -> tuple[Sheet, list[Place]]:
    """A sheet with rows of these heights, and the places before each of them."""
    book = Workbook()
    styles = named_styles()
    for style in styles.values():
        book.add_named_style(style)
    sheet = Sheet(book, "Talk", styles, "")
    sheet.widths(columns)
    starts = []
    for height in heights:
        starts.append(here(sheet))
        sheet.row((), height=height)
    return sheet, starts


def breaks(sheet: Sheet) -> list[int]:
    return [known.id for known in sheet.page.row_breaks.brk]


def test_a_short_talk_is_one_page_at_full_size() -> None:
    sheet, starts = sheet_of([100, 200, 300], NARROW)
    on_two_pages(sheet, NARROW, starts)
    assert (sheet.page.page_setup.scale, breaks(sheet)) == (100, [])
    sheet.close()


def test_a_long_talk_is_parted_where_both_pages_are_alike() -> None:
    sheet, starts = sheet_of([400, 400, 400, 400], NARROW)
    on_two_pages(sheet, NARROW, starts)
    assert breaks(sheet) == [2]
    sheet.close()


@pytest.mark.parametrize("rows", [5, 12, 60], ids=str)
def test_both_pages_of_a_talk_hold_what_is_on_them(rows: int) -> None:
    sheet, starts = sheet_of([90] * rows, NARROW)
    on_two_pages(sheet, NARROW, starts)
    first = sum(starts[at].points for at in breaks(sheet))
    longest = max(first, sheet.points - first)
    assert longest * (sheet.page.page_setup.scale or 0) / 100 <= UPRIGHT
    sheet.close()


def test_a_block_that_does_not_fit_begins_a_page() -> None:
    sheet, starts = sheet_of([300, 300, 150, 150], NARROW)
    by_blocks(sheet, NARROW, starts)
    assert breaks(sheet) == [1, 3]
    sheet.close()


def test_a_block_longer_than_a_page_is_left_to_the_program() -> None:
    sheet, starts = sheet_of([2 * LYING, 100], NARROW)
    by_blocks(sheet, NARROW, starts)
    assert breaks(sheet) == []
    sheet.close()


def test_wide_sheets_are_printed_smaller() -> None:
    sheet, starts = sheet_of([100], WIDE)
    by_blocks(sheet, WIDE, starts)
    assert sheet.page.page_setup.scale == 56
    sheet.close()


@pytest.mark.parametrize("sections", [0, 2, 4, 9], ids=str)
def test_no_chart_is_wider_than_what_is_printed(sections: int) -> None:
    columns = [Column(heading="A", width=12)] * 9
    columns += [Column(heading="Work on first", width=40), Column(heading="Next", width=15)]
    columns += [Column(heading="Section", width=11)] * sections
    printed = [*columns, *room_for_charts(columns)]
    room_cm = sum(column.width for column in printed[9:]) * 7 / 96 * 2.54
    assert room_cm > WIDTH
    assert len(printed) - len(columns) == (1 if sections < 4 else 0)
