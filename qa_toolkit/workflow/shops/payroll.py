"""Payroll: what is owed to whom for shops, exported for those who pay it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from qa_toolkit.domain.natural_order import as_counted
from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.domain.wording import listed
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.payroll import WRITERS, Payroll, PayrollLine, PayrollPayment
from qa_toolkit.store import shop_payments
from qa_toolkit.store.shop_payments import Owed
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.scope import Period, period_of
from qa_toolkit.workflow.shops import moments
from qa_toolkit.workflow.shops.shops import OpenShop, open_shops

_NOTHING = Decimal("0.00")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Due:
    """A payment with the shop it is owed for, and the day since when by the shop's clock."""

    owed: Owed
    opened: OpenShop
    day: date


def payroll(project: Project, *, period: str | None = None, plan: str = "") -> Payroll:
    """What is owed to every shopper, a fee since the day its shop became final.

    Args:
        project: keeps it.
        period: days since which it is owed, as in `scope.FORMS`; None for all.
        plan: only of this plan, by its id.

    Raises:
        UsageError: no such plan, or the period is none.
    """
    days = None if period is None else period_of(period)
    opened = {one.shop.id: one for one in open_shops(project, plan=plan)}
    due = [
        _Due(owed=owed, opened=opened[owed.shop], day=day)
        for owed in shop_payments.owed(project.database)
        if owed.shop in opened and _is_in(day := _day(owed.payment.at, opened[owed.shop]), days)
    ]
    final: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for one in opened.values():
        final_on = _final_on(one)
        if final_on is not None and _is_in(final_on, days):
            final[_whose(one)].add(one.shop.id)
    waiting = _waiting(project, opened)
    whose = {*(_whose(one.opened) for one in due), *final, *waiting}
    keys = sorted(whose, key=lambda one: tuple(map(as_counted, one)))
    return Payroll(
        period=days.name if days else "",
        lines=tuple(
            _line(key, [one for one in due if _whose(one.opened) == key], final[key], waiting[key])
            for key in keys
        ),
        payments=tuple(_payment(one) for one in due),
    )


def export_payroll(
    project: Project, made: Payroll, path: Path, *, now: datetime | None = None
) -> None:
    """Write a payroll to a file, `.csv`, `.xlsx` or `.json`, and keep what was exported when.

    Raises:
        UsageError: another kind of file.
        StorageError: it cannot be written; nothing counts as exported then.
    """
    write = WRITERS.get(path.suffix.lower())
    if write is None:
        raise UsageError(
            f"{path}: a payroll is no '{path.suffix}' file",
            hint=f"--to a file that ends in {listed(list(WRITERS), 'or')}",
        )
    write(made, path)
    numbers = [one.number for one in made.payments]
    shop_payments.put_exported(project.database, numbers, path.name, moments.stamp(now))


def _whose(opened: OpenShop) -> tuple[str, str, str]:
    """One line for a shopper under one name in one currency."""
    shopper = opened.shopper
    return shopper.id, shopper.shown, opened.shop.assignment.currency


def _line(
    key: tuple[str, str, str], due: Iterable[_Due], final: set[str], waiting: Decimal
) -> PayrollLine:
    shopper, name, currency = key
    fees = expenses = exported = _NOTHING
    for one in due:
        payment = one.owed.payment
        if payment.kind == "fee":
            fees += payment.amount
        else:
            expenses += payment.amount
        exported += payment.amount if one.owed.exported_at else _NOTHING
    return PayrollLine(
        shopper=shopper,
        name=name,
        shops=len(final),
        fees=fees,
        expenses=expenses,
        exported=exported,
        waiting=waiting,
        currency=currency,
    )


def _payment(due: _Due) -> PayrollPayment:
    payment = due.owed.payment
    return PayrollPayment(
        number=due.owed.number,
        shop=due.owed.shop,
        shopper=due.opened.shopper.id,
        kind=payment.kind,
        amount=payment.amount,
        currency=payment.currency,
        note=payment.note,
        day=due.day,
        exported_at=due.owed.exported_at,
    )


def _waiting(project: Project, opened: dict[str, OpenShop]) -> dict[tuple[str, str, str], Decimal]:
    """Claims that nobody has decided yet."""
    found: dict[tuple[str, str, str], Decimal] = defaultdict(lambda: _NOTHING)
    for one in shop_payments.claims(project.database, opened):
        if one.answer is None:
            found[_whose(opened[one.claim.shop])] += one.claim.amount
    return found


def _final_on(opened: OpenShop) -> date | None:
    final = (step for step in opened.shop.steps if step.status is ShopStatus.FINAL)
    return next((_day(step.at, opened) for step in final), None)


def _day(at: str, opened: OpenShop) -> date:
    return date.fromisoformat(moments.shown(at, opened)[:10])


def _is_in(day: date, days: Period | None) -> bool:
    return days is None or days.holds(day)
