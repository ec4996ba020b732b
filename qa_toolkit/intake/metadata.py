"""What a folder's `metadata.csv` or `metadata.json` tells about its recordings.

A row names its recording in the column `file`: the path from the metadata's folder, or the bare
name of a recording anywhere below it, with or without its suffix.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import Unusable
from qa_toolkit.intake.cells import UnreadCells
from qa_toolkit.intake.columns import METADATA_COLUMNS
from qa_toolkit.intake.dates import proven_order, read_moment
from qa_toolkit.intake.json_files import fields_of, read_records
from qa_toolkit.intake.options import IntakeOptions
from qa_toolkit.intake.tables import Columns, place_columns, read_rows
from qa_toolkit.intake.text import tidy

_NAMES = ("metadata.csv", "metadata.json")


@dataclass(frozen=True, slots=True)
class MetadataRow:
    """The filled fields of one recording; a `started_at` is ISO 8601 by now."""

    source: str
    line: int | None
    values: dict[str, str]


class Metadata:
    """The rows of one metadata file, and which of them have been used."""

    def __init__(self, folder: Path, rows: Mapping[str, MetadataRow]) -> None:
        self._folder = folder
        self._rows = rows
        self._unused = dict(rows)

    def row_of(self, path: Path) -> MetadataRow | None:
        """The row of a recording below the metadata's folder."""
        below = PurePosixPath(path.relative_to(self._folder).as_posix())
        for key in (str(below), str(below.with_suffix("")), below.name, below.stem):
            if row := self._rows.get(key):
                self._unused.pop(key, None)
                return row
        return None

    def unused(self) -> Iterator[Problem]:
        """A warning for each row whose file is not there."""
        for name, row in self._unused.items():
            # Path.exists raises for a name that is too long to exist
            if not os.path.exists(self._folder / name):  # noqa: PTH110
                yield Problem(
                    source=row.source,
                    line=row.line,
                    message=f"there is no recording {name!r} for this row",
                    hint="correct the name in column 'file', or remove the row",
                    severity="warning",
                )


def is_metadata(path: Path) -> bool:
    """Whether a file tells about the recordings around it, by its name."""
    return path.name.casefold() in _NAMES


def read_metadata(path: Path, options: IntakeOptions) -> tuple[Metadata, list[Problem]]:
    """The rows of a metadata file, with what was wrong in it."""
    problems: list[Problem] = []
    read = _csv_rows if path.suffix.lower() == ".csv" else _json_rows
    rows: dict[str, MetadataRow] = {}
    for row in read(path):
        problem = row if isinstance(row, Problem) else _add(row, rows)
        if problem:
            problems.append(problem)
    if unread := _read_dates(rows.values(), str(path), options):
        problems.append(unread)
    return Metadata(path.parent, rows), problems


def _csv_rows(path: Path) -> Iterator[MetadataRow | Problem]:
    columns: Columns | None = None
    for row in read_rows(path):
        if isinstance(row, Problem):
            yield row
        elif columns is None:
            columns = place_columns(row, METADATA_COLUMNS)
        else:
            told = {name: tidy(name, columns.cell(row, name)) for name in columns.fields}
            told |= columns.other_cells(row)
            filled = {name: text for name, text in told.items() if text}
            yield MetadataRow(str(path), row.line, filled)


def _json_rows(path: Path) -> Iterator[MetadataRow | Problem]:
    try:
        records = read_records(path)
    except Unusable as reason:
        yield Problem(source=str(path), message=reason.message, hint=reason.hint)
        return
    for number, (name, record) in enumerate(records, start=1):
        try:
            fields = fields_of(record)
        except Unusable as reason:
            message = f"entry {name or number}: {reason.message}"
            yield Problem(source=str(path), message=message, hint=reason.hint)
        else:
            yield MetadataRow(str(path), None, fields | ({"file": name} if name else {}))


def _add(row: MetadataRow, rows: dict[str, MetadataRow]) -> Problem | None:
    name = str(PurePosixPath(row.values.pop("file", "").replace("\\", "/")))
    if name == ".":
        message, hint = "the row names no recording", "fill the column 'file'"
    elif first := rows.get(name):
        where = f"line {first.line}" if first.line else "an earlier entry"
        message = f"a second row for {name!r}; that of {where} is used"
        hint = "remove one of them"
    else:
        rows[name] = row
        return None
    return Problem(source=row.source, line=row.line, message=message, hint=hint)


def _read_dates(rows: Iterable[MetadataRow], source: str, options: IntakeOptions) -> Problem | None:
    """Turn every `started_at` into ISO 8601; one that cannot be read is taken out and told."""
    unread = UnreadCells(source, "started_at", consequence="the recording has no date")
    dated = [row for row in rows if "started_at" in row.values]
    order = proven_order(row.values["started_at"] for row in dated)
    for row in dated:
        text = row.values.pop("started_at")
        try:
            row.values["started_at"] = read_moment(text, options, order).isoformat()
        except Unusable as reason:
            unread.add(row.line, reason)
    return unread.problem()
