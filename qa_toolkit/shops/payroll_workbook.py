"""Tables in a workbook: one sheet each, texts as texts and amounts as numbers."""

from collections.abc import Iterable
from decimal import Decimal
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from qa_toolkit.domain.said import UNPRINTABLE

_WIDTH = 16


def workbook(
    tables: Iterable[tuple[str, tuple[str, ...], Iterable[tuple[str | int | Decimal, ...]]]],
    file: BinaryIO,
) -> None:
    """Write tables, each with its name, headings and rows."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, headings, rows in tables:
        sheet = book.create_sheet(name)
        sheet.append(headings)
        sheet.freeze_panes = "A2"
        for column, cell in enumerate(sheet[1], start=1):
            cell.font = Font(bold=True)
            sheet.column_dimensions[get_column_letter(column)].width = _WIDTH
        for number, row in enumerate(rows, start=2):
            for column, value in enumerate(row, start=1):
                cell = sheet.cell(number, column)
                cell.value = UNPRINTABLE.sub("", value) if isinstance(value, str) else value
                if isinstance(value, str):
                    cell.data_type = "s"  # no text is a formula, whatever it starts with
                elif isinstance(value, Decimal):
                    cell.number_format = "0.00"
    book.save(file)
