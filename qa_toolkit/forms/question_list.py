"""Tables of questions in CSV and XLSX files ↔ rows of text.

CSV: comma, semicolon or tab, UTF-8 with or without a byte order mark, UTF-16 with one, else
Windows-1252. XLSX: values, not formulas; with defusedxml installed openpyxl reads with it.
"""

import csv
import io
import struct
import warnings
import zipfile
import zlib
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time

from qa_toolkit.domain.formulas import guarded, unguarded
from qa_toolkit.errors import UsageError
from qa_toolkit.forms.words import prose

_MOST_UNPACKED = 100_000_000
_DELIMITERS = ",;\t"
# openpyxl has no error of its own for damaged files
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, LookupError, ValueError, TypeError,
    AttributeError, ArithmeticError, AssertionError, SyntaxError, RuntimeError, OSError,
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How large a table may be, and what it should have been if it is larger."""

    rows: int = 5_000
    columns: int = 60
    what: str = "a list of questions"


QUESTIONS = Limits()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a table.

    Attributes:
        number: 1-based, as a spreadsheet counts.
        dates: the columns whose cells a spreadsheet has made a date of.
    """

    number: int
    cells: tuple[str, ...]
    dates: frozenset[int] = frozenset()

    def place(self, column: int) -> str:
        """The address of a cell, `B7`."""
        return f"{column_letters(column)}{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows of a file, or of one sheet of a workbook, that are not empty."""

    name: str
    rows: tuple[Row, ...]


def read_tables(data: bytes, source: str, limits: Limits = QUESTIONS) -> list[Table]:
    """The tables of a file: one for each sheet of a workbook, or of a CSV file for each delimiter.

    Which delimiter is meant shows when the header is looked for.

    Args:
        data: the file.
        source: its name, for messages.
        limits: how large it may be.

    Raises:
        UsageError: it is neither, or it is too large.
    """
    if data.startswith(b"PK"):
        return _sheets(data, source, limits)
    text = _decoded(data)
    return [
        Table(name="", rows=_filled(_csv_rows(text, mark), source, limits)) for mark in _DELIMITERS
    ]


def csv_of(rows: Iterable[Sequence[str]]) -> str:
    """A table as CSV, guarded against text that a spreadsheet would take for a formula."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return sheet.getvalue()


def column_letters(column: int) -> str:
    """The letters of a column that is counted from 0: `A`, `Z`, `AA`."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def xlsx_of(rows: Sequence[Sequence[str]], widths: Sequence[int]) -> bytes:
    """A table as a workbook with one sheet; the first row is its header."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.title = "Questions"
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(number, column)
            cell.value = text or None
            cell.data_type = "s" if text else "n"  # text that begins with = is no formula
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=number == 1)
    for column, width in enumerate(widths):
        sheet.column_dimensions[column_letters(column)].width = width
    sheet.freeze_panes = "A2"
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def _sheets(data: bytes, source: str, limits: Limits) -> list[Table]:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > _MOST_UNPACKED:
            raise UsageError(f"{source}: {unpacked:,} bytes when unpacked, not {limits.what}")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about styles and extensions that are not needed here
            workbook = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            tables = []
            for sheet in workbook.worksheets:
                sheet.reset_dimensions()  # what a file says of its size may be wrong
                values = sheet.iter_rows(
                    max_row=limits.rows + 1, max_col=limits.columns, values_only=True
                )
                rows = _filled((list(row) for row in values), source, limits)
                tables.append(Table(name=str(sheet.title), rows=rows))
            workbook.close()
    except UsageError:
        raise
    except _DAMAGED as error:
        raise UsageError(
            f"{source}: not a workbook that can be read: {type(error).__name__}",
            hint="open it and save it again as .xlsx, or as CSV",
        ) from None
    return tables


def _decoded(data: bytes) -> str:
    if data.startswith(BOM_UTF8):
        return data.decode("utf-8-sig", errors="replace")
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _csv_rows(text: str, delimiter: str) -> Iterator[list[object]]:
    yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _filled(values: Iterable[list[object]], source: str, limits: Limits) -> tuple[Row, ...]:
    rows = []
    try:
        for number, row in enumerate(values, start=1):
            cells = tuple(_text(value) for value in row[: limits.columns])
            if any(cells):
                dates = frozenset(
                    i for i, value in enumerate(row) if isinstance(value, date | time)
                )
                rows.append(Row(number=number, cells=cells, dates=dates))
            if number > limits.rows:
                raise UsageError(f"{source}: more than {limits.rows:,} rows, not {limits.what}")
    except csv.Error as error:
        raise UsageError(f"{source}: not CSV: {error}") from None
    return tuple(rows)


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case str():
            return prose(unguarded(value))
        case _:
            return str(value)
