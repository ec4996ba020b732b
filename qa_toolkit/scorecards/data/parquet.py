"""The two tables of an export as Parquet, for statistics programs.

The only place that imports pyarrow, which need not be there: `interface` looks before it asks.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Context, Decimal
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from qa_toolkit.scorecards.data.columns import PLACES, Cell, Column
from qa_toolkit.scorecards.data.tables import Table, rating_table, score_table
from qa_toolkit.scorecards.files import Fill, detail_path, write_together
from qa_toolkit.scorecards.view import ReportView

_ROWS = 20_000
"""Rows of a row group: what is held in memory at once."""
_DIGITS = Context(prec=38, rounding=ROUND_HALF_UP)
_TYPES = {
    "text": pa.dictionary(pa.int32(), pa.string()),
    "integer": pa.int64(),
    "percent": pa.decimal128(9, 1),
    "amount": pa.decimal128(18, 6),
    "moment": pa.timestamp("ms", tz="UTC"),
    "flag": pa.bool_(),
}


def write_parquet(view: ReportView, path: Path) -> tuple[Path, ...]:
    """Write `path` with the scorecards and `<name>-detail.parquet` beside it with the ratings.

    The same rows give the same bytes: nothing in a file tells when it was written.

    Raises:
        StorageError: a file cannot be written.
    """
    return write_together(
        {path: _filled(score_table(view)), detail_path(path): _filled(rating_table(view))}
    )


def _filled(table: Table[Any]) -> Fill:
    schema = pa.schema([_field(column) for column in table.columns])

    def fill(file: BinaryIO) -> None:
        with pq.ParquetWriter(file, schema, compression="zstd") as writer:
            for rows in _groups(table.cells()):
                writer.write_table(_block(rows, table.columns, schema))

    return fill


def _field(column: Column[Any]) -> pa.Field:
    about = {"meaning": column.meaning, "unit": column.unit}
    return pa.field(column.name, _TYPES[column.kind], metadata=about)


def _block(
    rows: list[tuple[Cell, ...]], columns: tuple[Column[Any], ...], schema: pa.Schema
) -> pa.Table:
    by_column = zip(*rows, strict=True)
    arrays = [
        pa.array([_value(cell, column) for cell in cells], type=_TYPES[column.kind])
        for cells, column in zip(by_column, columns, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=schema)


def _value(cell: Cell, column: Column[Any]) -> Cell:
    match cell:
        case Decimal():
            return cell.quantize(PLACES[column.kind], context=_DIGITS)
        case datetime():
            return cell.astimezone(UTC)
        case str() if column.kind == "text":
            # half a surrogate pair, which no UTF-8 holds, becomes its escape
            return cell.encode("utf-8", "backslashreplace").decode()
        case _:
            return cell


def _groups(rows: Iterator[tuple[Cell, ...]]) -> Iterator[list[tuple[Cell, ...]]]:
    while group := list(islice(rows, _ROWS)):
        yield group
