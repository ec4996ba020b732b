"""Rows of a CSV file with their line numbers, streaming."""

import csv
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from qa_toolkit.domain.problem import Problem
from qa_toolkit.intake.decoding import encoding_problem, open_text
from qa_toolkit.intake.text import one_line

_LONGEST_CELL = 1 << 26
_LONGEST_HEADER = 1 << 16
_DELIMITERS = ",;\t|"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the line it starts on (1-based) and its cells. The first row is the header."""

    line: int
    cells: list[str]


def read_rows(path: Path) -> Iterator[Row | Problem]:
    """The header and every row that is not blank; what cannot be read is a Problem.

    The delimiter is the one of `, ; tab |` that gives the header the most columns.
    """
    source = str(path)
    try:
        with open_text(path) as file, _long_cells_allowed():
            if odd := encoding_problem(file.encoding, source):
                yield odd
            yield from _rows(file, source)
    except OSError as reason:
        yield Problem(source=source, message=f"cannot be read: {reason.strerror}")


def _rows(file: TextIO, source: str) -> Iterator[Row | Problem]:
    header = file.readline(_LONGEST_HEADER)
    file.seek(0)
    reader = csv.reader(file, delimiter=_delimiter(header), strict=True)
    width = 0
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader, None)
        except csv.Error as reason:
            yield _broken(source, line, str(reason))
            continue
        if cells is None:
            break
        if not any(map(str.strip, cells)):
            continue
        width = width or len(cells)
        if any(cells[width:]):
            yield Problem(
                source=source,
                line=line,
                message=f"{len(cells)} cells where the header has {width}; the row is left out",
                hint="a text that holds the delimiter needs quotation marks around it",
            )
        else:
            yield Row(line, cells)
    if not width:
        yield Problem(source=source, message="the file is empty", hint="export it again")


def _broken(source: str, line: int, reason: str) -> Problem:
    if "unexpected end" in reason:
        return Problem(
            source=source,
            line=line,
            message="a quotation mark is never closed; from here to the end nothing can be read",
            hint='close it, and write a quotation mark inside a text twice: ""',
        )
    return Problem(
        source=source,
        line=line,
        message=f"not CSV: {reason}; the row is left out",
        hint='write a quotation mark inside a text twice: ""',
    )


def _delimiter(header: str) -> str:
    return max(_DELIMITERS, key=lambda mark: len(next(csv.reader([header], delimiter=mark), ())))


@contextmanager
def _long_cells_allowed() -> Iterator[None]:
    usual = csv.field_size_limit(_LONGEST_CELL)
    try:
        yield
    finally:
        csv.field_size_limit(usual)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the known fields of a table stand, and the columns that have no field."""

    fields: Mapping[str, int]
    others: Mapping[str, int]

    def cell(self, row: Row, field: str) -> str:
        """The cell of a field, empty where the row or the table does not reach it."""
        index = self.fields.get(field)
        return "" if index is None or index >= len(row.cells) else row.cells[index]

    def other_cells(self, row: Row) -> dict[str, str]:
        """The filled cells of columns without a field, by their names in the header."""
        cells = row.cells
        filled = ((n, one_line(cells[i])) for n, i in self.others.items() if i < len(cells))
        return {name: text for name, text in filled if text}


def place_columns(header: Row, names: Mapping[str, tuple[str, ...]]) -> Columns:
    """Find each field's column by its names, the first known name first.

    Case does not matter, nor whether words are joined by spaces, hyphens or underscores.
    """
    indexes: dict[str, int] = {}
    for index, title in enumerate(header.cells):
        indexes.setdefault(plain_name(title), index)
    fields: dict[str, int] = {}
    for field, known in names.items():
        found = next((name for name in known if name in indexes), None)
        if found is not None:
            fields[field] = indexes[found]
    taken = set(fields.values())
    others = {name: index for name, index in indexes.items() if name and index not in taken}
    return Columns(fields, others)


def plain_name(title: str) -> str:
    """A column's or key's name as it is compared: `Agent Name` is `agent_name`."""
    return one_line(title).casefold().replace(" ", "_").replace("-", "_")
