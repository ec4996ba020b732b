"""Cells by the headings over them, and what is wrong in them by the place it stands at."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from qa_toolkit.domain.problem import Problem, Severity
from qa_toolkit.domain.said import MOST_TEXT, too_long
from qa_toolkit.workbooks.cells import Value
from qa_toolkit.workbooks.plain import Unclear, text_of
from qa_toolkit.workbooks.sheets import Row

Read = TypeVar("Read")

_PLAIN_NAME = re.compile(r"\w+")


def address(sheet: str, letters: str, row: int) -> str:
    """The place of a cell as formulas name it: `Detail!K14`, `'Coaching log'!B5`."""
    quoted = sheet if _PLAIN_NAME.fullmatch(sheet) else "'" + sheet.replace("'", "''") + "'"
    return f"{quoted}!{letters}{row}"


@dataclass(slots=True, kw_only=True)
class Notes:
    """Collects what is wrong in a workbook."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def add(self, at: str, message: str, hint: str = "", *, severity: Severity = "error") -> None:
        """Note one thing; `at` is a cell, a sheet, or empty for the file."""
        source = f"{self.file} {at}".strip()
        self.problems.append(Problem(source=source, message=message, hint=hint, severity=severity))


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Where the columns of a table stand, by heading."""

    sheet: str
    letters: Mapping[str, str]
    notes: Notes

    def at(self, row: Row, heading: str) -> str:
        """The place of a cell."""
        return address(self.sheet, self.letters[heading], row.number)

    def value(self, row: Row, heading: str) -> Value:
        """What a cell of a column holds, whether typed or computed; None without such a column."""
        return row.cell(self.letters[heading]).value if heading in self.letters else None

    def text(self, row: Row, heading: str) -> str:
        """The same as text."""
        return text_of(self.value(row, heading))

    def typed(self, row: Row, heading: str, read: Callable[[Value], Read]) -> Read | None:
        """What people typed into an input cell; None where it cannot be understood, which is told."""
        return typed(self.notes, self.at(row, heading), row, self.letters[heading], read)


def typed(
    notes: Notes, at: str, row: Row, letters: str, read: Callable[[Value], Read]
) -> Read | None:
    """What people typed into a cell; None where it cannot be understood, which is noted."""
    cell = row.cell(letters)
    if cell.is_formula:
        notes.add(at, "it holds a formula", "type what it is to say")
        return None
    try:
        return read(cell.value)
    except Unclear as error:
        notes.add(at, error.message, error.hint)
        return None


def words(most: int = MOST_TEXT) -> Callable[[Value], str]:
    """Reads a text that is not too long."""

    def read(value: Value) -> str:
        text = text_of(value)
        if wrong := too_long(text, most):
            raise Unclear(wrong, "shorten it")
        return text

    return read


def columns_of(
    row: Row, sheet: str, known_by: Iterable[str], needed: Iterable[str], notes: Notes
) -> Columns | None:
    """The columns of a table if this row is its heading; None if it is not.

    Args:
        row: any row of a sheet.
        sheet: its name.
        known_by: the headings that make it the table's; case and blanks do not count.
        needed: all headings the table must have; one that is missing or double is noted.
        notes: takes what is wrong.
    """
    texts = {letters: " ".join(text.split()) for letters, text in row.texts().items()}
    found = {text.casefold(): letters for letters, text in texts.items()}
    if not all(heading.casefold() in found for heading in known_by):
        return None
    counts = Counter(text.casefold() for text in texts.values())
    for heading in needed:
        at = f"{sheet}, row {row.number}"
        if not counts[heading.casefold()]:
            notes.add(at, f"no column is headed '{heading}'", "take the headings as exported")
        elif counts[heading.casefold()] > 1:
            notes.add(at, f"several columns are headed '{heading}'", "rename those you added")
    letters = {heading: found.get(heading.casefold(), "") for heading in needed}
    return Columns(
        sheet=sheet, letters={name: at for name, at in letters.items() if at}, notes=notes
    )
