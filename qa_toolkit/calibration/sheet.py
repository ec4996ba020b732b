"""Rows of a table as rating files have them: a CSV file, or a sheet of a workbook."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_toolkit.domain.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is not empty, with its number in the file, counted from 1."""

    number: int
    cells: Sequence[str]

    def cell(self, column: int | None) -> str:
        """The text of a cell; empty where the row does not reach it, or the table has none."""
        if column is None or column >= len(self.cells):
            return ""
        text = self.cells[column].strip()
        # what exports write before = + - @, so that no spreadsheet takes a text for a formula
        return text[1:] if text[:1] == "'" and text[1:2] in ("=", "+", "-", "@") else text


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A table.

    Attributes:
        name: of the sheet; empty for a CSV file.
        is_workbook: whether people look for cells (B7) rather than for lines.
    """

    source: str
    rows: Sequence[Row]
    name: str = ""
    is_workbook: bool = False

    def problem(self, row: Row, column: int, message: str, severity: Severity) -> Problem:
        """What is wrong with a cell, with its place: a line, or a sheet and a cell."""
        if not self.is_workbook:
            return Problem(source=self.source, line=row.number, message=message, severity=severity)
        cell = f"{letters(column)}{row.number}"
        return Problem(
            source=f"{self.source}: {self.name}!{cell}", message=message, severity=severity
        )


def letters(column: int) -> str:
    """The letters by which a spreadsheet calls a column that is counted from 0."""
    name = ""
    left = column + 1
    while left:
        left, letter = divmod(left - 1, 26)
        name = chr(ord("A") + letter) + name
    return name
