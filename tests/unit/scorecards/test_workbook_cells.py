"""Cells as the workbook's file holds them, read again by openpyxl."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.workbook import Workbook
from openpyxl.writer.excel import ExcelWriter

from qa_toolkit.scorecards.excel.archive import Archive
from qa_toolkit.scorecards.excel.cells import MOST_TEXT, Formula, Value, capped
from qa_toolkit.scorecards.excel.sheet import Sheet
from qa_toolkit.scorecards.excel.styles import named_styles


def file_of(fill: Callable[[Sheet], object]) -> BytesIO:
    """The bytes of a workbook of one sheet."""
    book = Workbook()
    book.remove(book.worksheets[0])
    sheet = Sheet(book, "Sheet", named_styles(), "")
    fill(sheet)
    held = BytesIO()
    with Archive(held, [sheet]) as archive:
        ExcelWriter(book, archive).write_data()
    held.seek(0)
    return held


def read_again(style: str, value: Value, *, values: bool = False) -> SheetCell:
    held = file_of(lambda sheet: sheet.row([(style, value)]))
    cell = load_workbook(held, data_only=values)["Sheet"]["A1"]
    assert isinstance(cell, SheetCell)
    return cell


@pytest.mark.parametrize(
    ("style", "value"),
    [
        ("count", 7),
        ("percent", Decimal("62.3")),
        ("weight", -0.25),
        ("date", datetime(2026, 3, 4, 9, 30)),  # noqa: DTZ001 - a workbook has no time zones
        ("text", "a < b & c > d \"e\" 'f'"),
        ("text", " two  blanks and an end "),
        ("text", "two\nlines\tand a tab"),
        ("text", "😀 مرحبا"),
        ("text", "=1+1"),
    ],
)
def test_values_come_back_as_they_were(style: str, value: Value) -> None:
    cell = read_again(style, value)
    assert cell.value == (float(value) if isinstance(value, Decimal) else value)
    assert cell.data_type != "f"


def test_a_day_is_a_date_to_spreadsheets() -> None:
    cell = read_again("day", date(2026, 12, 4))
    assert cell.is_date
    assert cell.value == datetime(2026, 12, 4)  # noqa: DTZ001 - a workbook has no time zones


def test_nothing_is_an_empty_cell_with_its_look() -> None:
    """Formulas ask whether an override is empty: an empty text would not be."""
    cell = read_again("input", "")
    assert cell.value is None
    assert not cell.protection.locked


@pytest.mark.parametrize("value", [12.5, "Pass", "a & b"])
def test_a_formula_keeps_its_last_value(value: str | float) -> None:
    formula = Formula('=IF(1<2,"a","b")', value)
    assert read_again("live", formula).value == formula.text
    assert read_again("live", formula, values=True).value == value


def test_control_characters_and_half_characters_are_dropped() -> None:
    assert read_again("text", "a\x00b\x1bc\ud83dd").value == "abcd"


def test_a_text_that_looks_like_an_escaped_character_is_escaped() -> None:
    """Spreadsheet programs take `_x0041_` in a file for an A; openpyxl takes it as it is."""
    held = file_of(lambda sheet: sheet.row([("text", "_x0041_ & _x004_")]))
    sheet = ZipFile(held).read("xl/worksheets/sheet1.xml").decode()
    assert ">_x005F_x0041_ &amp; _x004_<" in sheet


@pytest.mark.parametrize("character", ["x", "😀"], ids=["one unit", "two units"])
def test_a_text_too_long_is_cut_to_what_excel_counts(character: str) -> None:
    """Excel counts in units of UTF-16, in which an emoji is two."""
    cut = capped(character * 40_000)
    units = len(cut.encode("utf-16-le")) // 2
    assert MOST_TEXT - 1 <= units <= MOST_TEXT
    assert cut.endswith("… (cut: a cell holds no more)")


def test_the_rows_are_told_to_those_who_read_without_loading() -> None:
    """Readers that stream believe the size a sheet names; a wrong one would hide rows."""
    held = file_of(lambda sheet: [sheet.row([("text", "x"), ("count", 1)]) for _ in range(50)])
    book = load_workbook(held, read_only=True)
    assert len(list(book["Sheet"].iter_rows(values_only=True))) == 50


def test_links_lead_to_places_in_the_workbook() -> None:
    def fill(sheet: Sheet) -> None:
        sheet.row([("link", "inside")])
        sheet.link(1, 1, location="'Sheet'!A1")

    (cell,) = load_workbook(file_of(fill))["Sheet"][1]
    assert cell.hyperlink
    assert (cell.hyperlink.location, cell.hyperlink.target) == ("'Sheet'!A1", None)
    assert cell.value == "inside"


def test_every_entry_of_the_file_has_the_same_date() -> None:
    with ZipFile(file_of(lambda sheet: sheet.row([]))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
