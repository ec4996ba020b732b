"""Workbooks as people hand them back: cells filled in by names, archives changed by hand."""

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Fields = Mapping[str, object]


def table(page: Worksheet, *headings: str) -> tuple[int, dict[str, int]]:
    """The row of a table's heading, and its columns from 1 by heading."""
    for number, row in enumerate(page.iter_rows(), start=1):
        found = {str(cell.value): at for at, cell in enumerate(row, start=1) if cell.value}
        if all(heading in found for heading in headings):
            return number, found
    raise AssertionError(f"{page.title} has no heading {headings}")


def rate(book: Workbook, interaction: str, criterion: str, /, **fields: object) -> str:
    """Fill in a row of Detail by `override`, `reason`, `root_cause`, `reviewer`; its Override."""
    page = book["Detail"]
    head, at = table(page, "Interaction", "Criterion", "Override")
    for number in range(head + 1, page.max_row + 1):
        ids = [page.cell(number, at[name]).value for name in ("Interaction", "Criterion")]
        if ids == [interaction, criterion]:
            for name, value in fields.items():
                page.cell(number, at[name.capitalize().replace("_", " ")]).value = value  # type: ignore[assignment]
            return f"Detail!{page.cell(number, at['Override']).coordinate}"
    raise AssertionError(f"no row {interaction} {criterion}")


def log(book: Workbook, fields: Fields, *, entry: str | None = None) -> str:
    """Fill in a row of the coaching log, a new one where no entry is named; its first cell."""
    page = book["Coaching log"]
    head, at = table(page, "Entry", "Agent", "Topic")
    for number in range(head + 1, page.max_row + 2):
        if page.cell(number, at["Entry"]).value == entry and (
            entry or not page.cell(number, at["Topic"]).value
        ):
            for name, value in fields.items():
                page.cell(number, at[name]).value = value  # type: ignore[assignment]
            return f"'Coaching log'!{page.cell(number, at['Entry']).coordinate}"
    raise AssertionError(f"no entry {entry}")


def agree(book: Workbook, agent: str, criterion: str, field: str, value: object) -> str:
    """Fill in an input cell of an agent's sheet."""
    for page in book.worksheets:
        for row in page.iter_rows(max_col=3):
            key = str(row[0].value).split("\t")
            if key[:3] == [field, agent, criterion]:
                row[2].value = value  # type: ignore[assignment]
                return f"'{page.title}'!{row[2].coordinate}"
    raise AssertionError(f"no cell for {field} of {agent} {criterion}")


def filled(path: Path, target: Path, *edits: Callable[[Workbook], object]) -> Path:
    """A copy of a workbook after some edits, as openpyxl saves it."""
    book = load_workbook(path)
    for edit in edits:
        edit(book)
    book.save(target)
    return target


def repacked(path: Path, target: Path, parts: Mapping[str, bytes | None]) -> Path:
    """A copy of an archive with parts added or replaced, or left out where they are None."""
    with (
        zipfile.ZipFile(path) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for name in source.namelist():
            if name not in parts:
                copy.writestr(name, source.read(name))
        for name, data in parts.items():
            if data is not None:
                copy.writestr(name, data)
    return target


def part_of(path: Path, text: str) -> str:
    """The part that holds the sheet in which a text stands."""
    with zipfile.ZipFile(path) as archive:
        sheets = (name for name in archive.namelist() if name.startswith("xl/worksheets/sheet"))
        return next(name for name in sheets if f">{text}<" in archive.read(name).decode())
