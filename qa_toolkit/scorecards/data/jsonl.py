"""Scorecards for programs that read line by line: one scorecard a line, written as it is made."""

from pathlib import Path
from typing import BinaryIO

from qa_toolkit.scorecards.data.json import entries, line
from qa_toolkit.scorecards.files import write_whole
from qa_toolkit.scorecards.report import Report


def write_jsonl(report: Report, path: Path) -> Path:
    """Write each scorecard as in the list `scorecards` of the JSON document, in order of their ids.

    Raises:
        StorageError: the file cannot be written.
    """

    def fill(file: BinaryIO) -> None:
        for entry in entries(report):
            file.write(f"{line(entry)}\n".encode("utf-8", "backslashreplace"))

    return write_whole(path, fill)
