"""What is owed for shops: fees, expenses that were claimed and granted, and what was exported."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, insert, select

from qa_toolkit.domain.shop.life import Payment
from qa_toolkit.store import tables
from qa_toolkit.store.database import Database, batches, told
from qa_toolkit.store.shop_records import CLAIM, CLAIM_ANSWER, PAYMENT, Claim, ClaimAnswer

_CLAIMS = tables.shop_claims.c
_ANSWERS = tables.shop_claim_answers.c
_PAYMENTS = tables.shop_payments.c
_EXPORTS = tables.shop_payrolls.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A claim with what was said of it; None as long as nobody did."""

    claim: Claim
    answer: ClaimAnswer | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """A payment with its shop.

    Attributes:
        number: its place in the project.
        exported_at: when it was exported for payroll first; empty where it never was.
    """

    number: int
    shop: str
    payment: Payment
    exported_at: str = ""


def put(connection: Connection, shop_id: str, payment: Payment) -> None:
    """Append what is owed for a shop."""
    payload = PAYMENT.dump(payment)
    connection.execute(insert(tables.shop_payments).values(shop=shop_id, payload=payload))


def put_claim(connection: Connection, claim: Claim) -> None:
    """Append an expense that a shopper wants back."""
    payload = CLAIM.dump(replace(claim, number=0))
    connection.execute(insert(tables.shop_claims).values(shop=claim.shop, payload=payload))


def put_answer(connection: Connection, claim: int, answer: ClaimAnswer) -> None:
    """Append what is said of a claim; a second answer is an error of the database."""
    payload = CLAIM_ANSWER.dump(answer)
    connection.execute(insert(tables.shop_claim_answers).values(claim=claim, payload=payload))


def claims_within(connection: Connection, shop_ids: Iterable[str]) -> tuple[Claimed, ...]:
    """The claims of shops, as a transaction sees them, the oldest first."""
    query = (
        select(_CLAIMS.number, _CLAIMS.payload, _ANSWERS.payload.label("answer"))
        .outerjoin(tables.shop_claim_answers, _ANSWERS.claim == _CLAIMS.number)
        .where(_CLAIMS.shop.in_(list(shop_ids)))
        .order_by(_CLAIMS.number)
    )
    return tuple(
        Claimed(
            claim=replace(CLAIM.load(row.payload), number=row.number),
            answer=None if row.answer is None else CLAIM_ANSWER.load(row.answer),
        )
        for row in connection.execute(query)
    )


def claims(database: Database, shop_ids: Iterable[str]) -> tuple[Claimed, ...]:
    """The claims of shops, the oldest first."""
    with told(database.path), database.engine.connect() as connection:
        parts = (claims_within(connection, some) for some in batches(set(shop_ids)))
        found = [claimed for part in parts for claimed in part]
    return tuple(sorted(found, key=lambda one: one.claim.number))


def owed(database: Database) -> tuple[Owed, ...]:
    """Everything that is owed in the project, the oldest first."""
    first = (
        select(_EXPORTS.payment, func.min(_EXPORTS.exported_at).label("exported_at"))
        .group_by(_EXPORTS.payment)
        .subquery()
    )
    query = (
        select(_PAYMENTS.number, _PAYMENTS.shop, _PAYMENTS.payload, first.c.exported_at)
        .outerjoin(first, first.c.payment == _PAYMENTS.number)
        .order_by(_PAYMENTS.number)
    )
    return tuple(
        Owed(
            number=row.number,
            shop=row.shop,
            payment=PAYMENT.load(row.payload),
            exported_at=row.exported_at or "",
        )
        for row in database.rows(query)
    )


def put_exported(database: Database, numbers: Iterable[int], target: str, at: str) -> None:
    """Append that payments were exported for payroll, all of them or none."""
    with database.writing() as connection:
        for number in numbers:
            connection.execute(
                insert(tables.shop_payrolls).values(payment=number, target=target, exported_at=at)
            )
