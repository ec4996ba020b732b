"""What editors and managers decide on a shop: every step is kept with who, when and why.

Whether a step may be taken is looked at within the transaction that keeps it: of two people who act
at once, the second is told what the first did.
"""

from dataclasses import replace
from datetime import datetime

from qa_toolkit.domain.said import tidy, too_long
from qa_toolkit.domain.shop.life import Grade, Payment, Shop, ShopStatus, Step
from qa_toolkit.domain.shop.plan import CENT
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.life_cycle import CHECKS, TAKES_GRADES, acting, since, step_to
from qa_toolkit.shops.people import someone
from qa_toolkit.store import shop_payments, shops
from qa_toolkit.store.releases import Transaction
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops import moments
from qa_toolkit.workflow.shops.score import Released, put_released, released
from qa_toolkit.workflow.shops.shops import OpenShop, open_shop

BEST_GRADE = 10
_FILLED_IN = (ShopStatus.IN_PROGRESS, ShopStatus.SUBMITTED)


def take_step(
    project: Project,
    shop_id: str,
    status: ShopStatus,
    *,
    by: str,
    why: str = "",
    now: datetime | None = None,
) -> OpenShop:
    """Move a shop on.

    With `final` its scorecard is made and its fee is owed, all of it or nothing.

    Args:
        project: keeps it.
        shop_id: or how it starts.
        status: where it is to stand.
        by: an editor or manager, by id or name.
        why: reasons; required to return, to cancel and to take back into review.
        now: the moment; this one where none is given.

    Raises:
        UsageError: it does not follow, they may not do it, reasons are missing, or somebody did
            something with the shop meanwhile.
    """
    if status in _FILLED_IN:
        raise UsageError("a shop is filled in and submitted with its log", hint="qa shop log ID")
    opened = open_shop(project, shop_id)
    reasons = said(why)
    _step(opened, opened.shop, status, by, reasons)
    made = released(project, opened) if status is ShopStatus.FINAL else None
    with project.database.writing() as transaction:
        fresh = shops.within(transaction, [opened.shop.id])[opened.shop.id]
        step = replace(_step(opened, fresh, status, by, reasons), at=moments.stamp(now))
        if fresh.submitted != opened.shop.submitted:
            raise UsageError(f"{fresh.id} {since(fresh, opened.file)}", hint="look at it again")
        shops.put_step(transaction, fresh.id, step)
        if made is not None:
            _release(transaction, fresh, made, step)
    return open_shop(project, opened.shop.id)


def grade(
    project: Project,
    shop_id: str,
    grade: int,
    *,
    by: str,
    why: str,
    now: datetime | None = None,
) -> OpenShop:
    """Keep what an editor thinks of a shopper's work, 1 to 10, with reasons; the last one counts.

    Raises:
        UsageError: no such grade, no reasons, nothing was reviewed yet, or they may not grade it.
    """
    if not 1 <= grade <= BEST_GRADE:
        raise UsageError(f"{grade} is no grade", hint=f"1 to {BEST_GRADE}; 8 and more is good")
    reasons = said(why)
    if not reasons:
        raise UsageError("why this grade?", hint="--reason TEXT; the shopper reads it")
    opened = open_shop(project, shop_id)
    who = someone(opened.file, by)
    with project.database.writing() as transaction:
        fresh = shops.within(transaction, [opened.shop.id])[opened.shop.id]
        acting(fresh, CHECKS, who, "grade it", file=opened.file)
        if fresh.status not in TAKES_GRADES:
            raise UsageError(
                f"{fresh.id} takes no grade now: it {since(fresh, opened.file)}",
                hint="a shop is graded from its review until it is locked",
            )
        given = Grade(grade=grade, reasons=reasons, by=who.id, at=moments.stamp(now))
        shops.put_grade(transaction, fresh.id, given)
    return open_shop(project, opened.shop.id)


def said(text: str) -> str:
    """Reasons as they are kept.

    Raises:
        UsageError: they are too long.
    """
    kept = tidy(text)
    if wrong := too_long(kept):
        raise UsageError(f"--reason: {wrong}")
    return kept


def _step(opened: OpenShop, shop: Shop, status: ShopStatus, by: str, why: str) -> Step:
    return step_to(shop, status, someone(opened.file, by), why, file=opened.file)


def _release(transaction: Transaction, shop: Shop, made: Released, step: Step) -> None:
    put_released(transaction, made)
    assignment = shop.assignment
    if assignment.fee:
        fee = Payment(
            kind="fee",
            amount=assignment.fee.quantize(CENT),
            currency=assignment.currency,
            by=step.by,
            at=step.at,
        )
        shop_payments.put(transaction, shop.id, fee)
