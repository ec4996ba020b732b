"""Expenses of shops: claimed by the shopper, granted or refused by a manager, then owed."""

from datetime import datetime
from decimal import Decimal

from qa_toolkit.domain.shop.life import Payment, Shop, ShopStatus
from qa_toolkit.domain.shop.plan import CENT
from qa_toolkit.domain.wording import counted
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.life_cycle import MANAGES, SHOPPER, acting, since
from qa_toolkit.shops.people import someone
from qa_toolkit.store import shop_payments, shops
from qa_toolkit.store.shop_payments import Claimed
from qa_toolkit.store.shop_records import Claim, ClaimAnswer
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops import moments
from qa_toolkit.workflow.shops.shops import OpenShop, open_shop
from qa_toolkit.workflow.shops.steps import said

_MOST = Decimal(1_000_000)
"""More than a plan can pay back."""


def claims_of(project: Project, opened: OpenShop) -> tuple[Claimed, ...]:
    """What was claimed for a shop and what was said of it, the oldest first."""
    return shop_payments.claims(project.database, [opened.shop.id])


def claim_expense(
    project: Project,
    shop_id: str,
    amount: Decimal,
    *,
    by: str,
    note: str,
    now: datetime | None = None,
) -> OpenShop:
    """Claim what a shopper spent on a shop of theirs; a manager grants it.

    Raises:
        UsageError: it is no amount, it says nothing of what it was spent on, it is more than may be
            paid back, the shop is not begun or is locked, or it is somebody else's.
    """
    whole = _amount(amount)
    if not said(note):
        raise UsageError("what was it spent on?", hint="--note TEXT")
    opened = open_shop(project, shop_id)
    who = someone(opened.file, by)
    with project.database.writing() as transaction:
        fresh = shops.within(transaction, [opened.shop.id])[opened.shop.id]
        acting(fresh, SHOPPER, who, "claim its expenses", file=opened.file)
        if fresh.status in (ShopStatus.ASSIGNED, ShopStatus.LOCKED):
            raise UsageError(f"nothing can be claimed: {fresh.id} {since(fresh, opened.file)}")
        earlier = shop_payments.claims_within(transaction, [fresh.id])
        _check_within_most(fresh, whole, earlier)
        claim = Claim(
            shop=fresh.id,
            amount=whole,
            currency=fresh.assignment.currency,
            note=said(note),
            by=who.id,
            at=moments.stamp(now),
        )
        shop_payments.put_claim(transaction, claim)
    return open_shop(project, opened.shop.id)


def answer_claims(
    project: Project,
    shop_id: str,
    *,
    granted: bool,
    by: str,
    why: str = "",
    now: datetime | None = None,
) -> tuple[Claimed, ...]:
    """Grant or refuse what is claimed for a shop and waits for an answer; gives those answered.

    Raises:
        UsageError: nothing waits, they may not decide, or a refusal has no reasons.
    """
    reasons = said(why)
    if not granted and not reasons:
        raise UsageError("why is it refused?", hint="--reason TEXT; the shopper reads it")
    opened = open_shop(project, shop_id)
    who = someone(opened.file, by)
    at = moments.stamp(now)
    with project.database.writing() as transaction:
        fresh = shops.within(transaction, [opened.shop.id])[opened.shop.id]
        acting(fresh, MANAGES, who, "decide on its expenses", file=opened.file)
        claims = shop_payments.claims_within(transaction, [fresh.id])
        waiting = [one.claim for one in claims if one.answer is None]
        if not waiting:
            decided = counted(len(claims), "claim")
            raise UsageError(f"no claim of {fresh.id} waits for an answer; it has {decided}")
        answer = ClaimAnswer(granted=granted, by=who.id, why=reasons, at=at)
        for claim in waiting:
            shop_payments.put_answer(transaction, claim.number, answer)
            if granted:
                shop_payments.put(transaction, fresh.id, _owed(claim, who.id, at))
    return tuple(Claimed(claim=claim, answer=answer) for claim in waiting)


def _owed(claim: Claim, by: str, at: str) -> Payment:
    return Payment(
        kind="expense",
        amount=claim.amount,
        currency=claim.currency,
        by=by,
        note=claim.note,
        at=at,
    )


def _amount(amount: Decimal) -> Decimal:
    if not amount.is_finite() or not 0 < amount <= _MOST or amount != amount.quantize(CENT):
        raise UsageError(f"{amount} is no amount of money", hint="write it like 4.50")
    return amount.quantize(CENT)


def _check_within_most(shop: Shop, amount: Decimal, earlier: tuple[Claimed, ...]) -> None:
    most, currency = shop.assignment.most_expenses, shop.assignment.currency
    counting = sum(
        (one.claim.amount for one in earlier if one.answer is None or one.answer.granted),
        Decimal(0),
    )
    if counting + amount > most:
        claimed = f", and {counting} {currency} are claimed already" if counting else ""
        raise UsageError(
            f"{amount} {currency} are too much: {shop.id} pays back {most:.2f} {currency} at most{claimed}"
        )
