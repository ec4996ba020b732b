"""A payroll as a file: a line for each shopper, and every payment behind it."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Literal

from qa_toolkit.domain.formulas import guarded
from qa_toolkit.files import replacing

_HINT = "choose another place with --to"


@dataclass(frozen=True, slots=True, kw_only=True)
class PayrollLine:
    """What is owed to one shopper in one currency.

    Attributes:
        shops: that became final in the period.
        exported: of the total, what an earlier payroll had already.
        waiting: claimed, and not yet decided: not in the total.
    """

    shopper: str
    name: str
    shops: int
    fees: Decimal
    expenses: Decimal
    exported: Decimal
    waiting: Decimal
    currency: str

    @property
    def total(self) -> Decimal:
        return self.fees + self.expenses

    @property
    def to_pay(self) -> Decimal:
        return self.total - self.exported


@dataclass(frozen=True, slots=True, kw_only=True)
class PayrollPayment:
    """One fee or expense.

    Attributes:
        number: its place in the project, by which it is known again.
        day: since when it is owed.
        exported_at: when an earlier payroll had it first, in UTC; empty where none had.
    """

    number: int
    shop: str
    shopper: str
    kind: Literal["fee", "expense"]
    amount: Decimal
    currency: str
    note: str
    day: date
    exported_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Payroll:
    """What is owed in a period; `period` is how it was asked for, empty for all."""

    period: str
    lines: tuple[PayrollLine, ...]
    payments: tuple[PayrollPayment, ...]


LINE_COLUMNS = (
    "shopper",
    "name",
    "final_shops",
    "fees",
    "expenses",
    "total",
    "exported_before",
    "to_pay",
    "waiting",
    "currency",
)
_PAYMENT_COLUMNS = (
    "number",
    "shopper",
    "shop",
    "day",
    "kind",
    "amount",
    "currency",
    "note",
    "exported_before",
)
_Cell = str | int | Decimal


def line_cells(line: PayrollLine) -> tuple[_Cell, ...]:
    """A line as it stands under `LINE_COLUMNS`."""
    return (
        line.shopper,
        line.name,
        line.shops,
        line.fees,
        line.expenses,
        line.total,
        line.exported,
        line.to_pay,
        line.waiting,
        line.currency,
    )


def document(made: Payroll) -> dict[str, object]:
    """For programs: amounts as text, so that nothing is rounded."""
    return {
        "period": made.period,
        "shoppers": [
            dict(zip(LINE_COLUMNS, map(_plain, line_cells(line)), strict=True))
            for line in made.lines
        ],
        "payments": [
            dict(zip(_PAYMENT_COLUMNS, map(_plain, _payment_cells(one)), strict=True))
            for one in made.payments
        ],
    }


def _payment_cells(one: PayrollPayment) -> tuple[_Cell, ...]:
    return (
        one.number,
        one.shopper,
        one.shop,
        one.day.isoformat(),
        one.kind,
        one.amount,
        one.currency,
        one.note,
        one.exported_at,
    )


def _plain(cell: _Cell) -> str | int:
    return str(cell) if isinstance(cell, Decimal) else cell


def _write_json(made: Payroll, path: Path) -> None:
    text = json.dumps(document(made), ensure_ascii=False, indent=2) + "\n"
    with replacing(path, hint=_HINT) as file:
        file.write(text.encode())


def _write_csv(made: Payroll, path: Path) -> None:
    """One line a shopper; with a byte-order mark, for without one Excel takes it for something older."""
    text = io.StringIO(newline="")
    sheet = csv.writer(text, lineterminator="\r\n")
    sheet.writerow(LINE_COLUMNS)
    for line in made.lines:
        sheet.writerow(
            guarded(cell) if isinstance(cell, str) else str(cell) for cell in line_cells(line)
        )
    with replacing(path, hint=_HINT) as file:
        file.write(text.getvalue().encode("utf-8-sig"))


def _write_xlsx(made: Payroll, path: Path) -> None:
    from qa_toolkit.shops.payroll_workbook import workbook

    tables: tuple[tuple[str, tuple[str, ...], Iterable[tuple[_Cell, ...]]], ...] = (
        ("Payroll", LINE_COLUMNS, map(line_cells, made.lines)),
        ("Payments", _PAYMENT_COLUMNS, map(_payment_cells, made.payments)),
    )
    with replacing(path, hint=_HINT) as file:
        workbook(tables, file)


WRITERS: Mapping[str, Callable[[Payroll, Path], None]] = {
    ".csv": _write_csv,
    ".xlsx": _write_xlsx,
    ".json": _write_json,
}
"""By how the name of the file ends."""
