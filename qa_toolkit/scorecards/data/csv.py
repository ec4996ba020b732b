"""Two tables for spreadsheets and statistics: one row a scorecard, one row a rating."""

import csv
import io
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

from qa_toolkit.domain.formulas import guarded
from qa_toolkit.scorecards.data.columns import Cell
from qa_toolkit.scorecards.data.tables import Table, rating_table, score_table
from qa_toolkit.scorecards.files import Fill, detail_path, write_together
from qa_toolkit.scorecards.view import ReportView


def write_csv(view: ReportView, path: Path) -> tuple[Path, ...]:
    """Write `path` with the scorecards and `<name>-detail.csv` beside it with the ratings.

    With a byte-order mark, for without one Excel takes UTF-8 for something older.

    Raises:
        StorageError: a file cannot be written.
    """
    return write_together(
        {path: _filled(score_table(view)), detail_path(path): _filled(rating_table(view))}
    )


def _filled(table: Table[Any]) -> Fill:
    """Row by row: a table need not fit into memory."""

    def fill(file: BinaryIO) -> None:
        text = io.TextIOWrapper(
            file, encoding="utf-8-sig", errors="backslashreplace", newline="", write_through=True
        )
        sheet = csv.writer(text, lineterminator="\r\n")
        sheet.writerow([column.name for column in table.columns])
        sheet.writerows([_cell(value) for value in row] for row in table.cells())
        text.detach()

    return fill


def _cell(value: Cell) -> str:
    """Numbers as they are: a negative one is no formula; empty where there is none."""
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int() | Decimal():
            return str(value)
        case datetime():
            return value.isoformat()
        case str():
            return guarded(value)
