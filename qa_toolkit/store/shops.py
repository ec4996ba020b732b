"""Mystery shops: assignments with what was noted, handed in, decided and graded since.

Whoever must look before they write looks within the transaction in which they write: what they see
is what is there when it is kept. So of two who act at once, the second can be told.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Text, and_, func, insert, select, type_coerce
from sqlalchemy.dialects.sqlite import insert as upsert

from qa_toolkit.domain.shop.life import (
    CertificationAttempt,
    Grade,
    Shop,
    Step,
    Submitted,
)
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.domain.shop.plan import Assignment
from qa_toolkit.store import tables
from qa_toolkit.store.database import Database, batches, now, told
from qa_toolkit.store.shop_records import (
    ASSIGNMENT,
    ATTEMPT,
    GRADE,
    PAYMENT,
    STEP,
    dump_log,
    load_log,
    load_log_text,
)

_SHOPS = tables.shops.c
_LOGS = tables.shop_logs.c
_DRAFTS = tables.shop_drafts.c


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedIn:
    """A log that was handed in, with what tells of which shop.

    Attributes:
        scenario: its id.
        first_at: when the shop was handed in first, in UTC.
        log: what was handed in last.
    """

    shop: str
    scenario: str
    first_at: str
    log: ShopLog


def put(connection: Connection, assignment: Assignment, drawing: int) -> None:
    """Keep an assignment, or what a later drawing makes of one that nobody has begun."""
    values = {
        "drawing": drawing,
        "plan": assignment.plan,
        "scenario_hash": assignment.scenario_hash,
        "payload": ASSIGNMENT.dump(assignment),
    }
    connection.execute(
        upsert(tables.shops)
        .values(id=assignment.id, **values)
        .on_conflict_do_update(index_elements=["id"], set_=values)
    )


def ids(database: Database, plan: str = "") -> dict[str, int]:
    """The ids of all shops, or of a plan's, each with the drawing it comes from."""
    query = select(_SHOPS.id, _SHOPS.drawing).order_by(_SHOPS.id)
    found = database.rows(query.where(_SHOPS.plan == plan) if plan else query)
    return {row.id: row.drawing for row in found}


def shopper_of(database: Database, shop_id: str) -> str:
    """Whose shop it is, by the shopper's id; empty where there is no such shop."""
    shopper = func.json_extract(_SHOPS.payload, "$.shopper").label("shopper")
    found = database.rows(select(shopper).where(_SHOPS.id == shop_id))
    return next((row.shopper for row in found), "")


def by_id(database: Database, wanted: Iterable[str]) -> dict[str, Shop]:
    """Shops with all that happened to them, all as of one moment."""
    with told(database.path), database.engine.connect() as connection:
        return within(connection, wanted)


def within(connection: Connection, wanted: Iterable[str]) -> dict[str, Shop]:
    """The same as a transaction sees it."""
    return {
        shop.id: shop for some in batches(set(wanted)) for shop in _some(connection, tuple(some))
    }


def of_plan(connection: Connection, plan: str) -> dict[str, Shop]:
    """All shops of a plan, as a transaction sees them."""
    query = select(_SHOPS.id).where(_SHOPS.plan == plan)
    return within(connection, [row.id for row in connection.execute(query)])


def handed_in(database: Database) -> Iterator[HandedIn]:
    """The last log of every shop of which one was handed in, by id; without all else of the shop."""
    first = (
        select(
            _LOGS.shop,
            func.max(_LOGS.number).label("last"),
            func.min(_LOGS.submitted_at).label("at"),
        )
        .group_by(_LOGS.shop)
        .subquery()
    )
    query = (
        select(
            _LOGS.shop,
            type_coerce(_LOGS.payload, Text).label("text"),
            first.c.at.label("first_at"),
            func.json_extract(_SHOPS.payload, "$.scenario").label("scenario"),
        )
        .join(first, and_(first.c.shop == _LOGS.shop, first.c.last == _LOGS.number))
        .join(tables.shops, _SHOPS.id == _LOGS.shop)
        .order_by(_LOGS.shop)
    )
    for row in database.rows(query):
        log = load_log_text(row.text)
        yield HandedIn(shop=row.shop, scenario=row.scenario, first_at=row.first_at, log=log)


def saved(connection: Connection, shop_id: str) -> tuple[str, str]:
    """Who saved the draft of a shop last, and when; empty where nobody did."""
    query = select(_DRAFTS.saved_by, _DRAFTS.saved_at).where(_DRAFTS.shop == shop_id)
    row = connection.execute(query).first()
    return ("", "") if row is None else (row.saved_by, row.saved_at)


def put_draft(
    connection: Connection, shop_id: str, log: ShopLog | None, *, revision: int, by: str, at: str
) -> None:
    """Keep what is being filled in; None takes it away after it was handed in."""
    values: dict[str, Any] = {
        "revision": revision,
        "payload": None if log is None else dump_log(log),
        "saved_by": by,
        "saved_at": at,
    }
    connection.execute(
        upsert(tables.shop_drafts)
        .values(shop=shop_id, **values)
        .on_conflict_do_update(index_elements=["shop"], set_=values)
    )


def put_log(connection: Connection, shop_id: str, submitted: Submitted) -> None:
    """Append what was handed in; a number that is taken is an error of the database."""
    connection.execute(
        insert(tables.shop_logs).values(
            shop=shop_id,
            number=submitted.number,
            payload=dump_log(submitted.log),
            submitted_at=submitted.at,
        )
    )


def put_step(connection: Connection, shop_id: str, step: Step) -> None:
    """Append a change of status."""
    payload = STEP.dump(replace(step, number=0))
    values = {"shop": shop_id, "status": step.status.value, "payload": payload}
    connection.execute(insert(tables.shop_steps).values(**values))


def put_grade(connection: Connection, shop_id: str, grade: Grade) -> None:
    """Append what an editor thinks of the work."""
    payload = GRADE.dump(grade)
    connection.execute(insert(tables.shop_grades).values(shop=shop_id, payload=payload))


def add_attempt(database: Database, attempt: CertificationAttempt) -> CertificationAttempt:
    """Append a shopper's answers to a scenario's questions; gives them as they are kept."""
    kept = attempt if attempt.at else replace(attempt, at=now())
    with database.writing() as connection:
        connection.execute(
            insert(tables.shop_attempts).values(
                shopper=kept.shopper, scenario_hash=kept.scenario_hash, payload=ATTEMPT.dump(kept)
            )
        )
    return kept


def attempts(
    database: Database, *, shopper: str = "", scenario_hash: str = ""
) -> tuple[CertificationAttempt, ...]:
    """All attempts, or those of a shopper or at a form, the oldest first."""
    columns = tables.shop_attempts.c
    query = select(columns.payload).order_by(columns.number)
    if shopper:
        query = query.where(columns.shopper == shopper)
    if scenario_hash:
        query = query.where(columns.scenario_hash == scenario_hash)
    return tuple(ATTEMPT.load(row.payload) for row in database.rows(query))


def _some(connection: Connection, wanted: tuple[str, ...]) -> Iterable[Shop]:
    """At most as many as one query takes."""
    steps = _appended(connection, tables.shop_steps, wanted)
    logs = _appended(connection, tables.shop_logs, wanted)
    grades = _appended(connection, tables.shop_grades, wanted)
    payments = _appended(connection, tables.shop_payments, wanted)
    drafts = {
        row.shop: row
        for row in connection.execute(
            select(_DRAFTS.shop, _DRAFTS.revision, _DRAFTS.payload).where(_DRAFTS.shop.in_(wanted))
        )
    }
    query = select(_SHOPS.id, _SHOPS.payload).where(_SHOPS.id.in_(wanted)).order_by(_SHOPS.id)
    for row in connection.execute(query):
        draft = drafts.get(row.id)
        yield Shop(
            assignment=ASSIGNMENT.load(row.payload),
            steps=tuple(
                replace(STEP.load(one.payload), number=one.number) for one in steps[row.id]
            ),
            submitted=tuple(
                Submitted(number=one.number, log=load_log(one.payload), at=one.submitted_at)
                for one in logs[row.id]
            ),
            draft=None if draft is None or draft.payload is None else load_log(draft.payload),
            revision=0 if draft is None else draft.revision,
            grades=tuple(GRADE.load(one.payload) for one in grades[row.id]),
            payments=tuple(PAYMENT.load(one.payload) for one in payments[row.id]),
        )


def _appended(
    connection: Connection, table: Any, wanted: tuple[str, ...]
) -> Mapping[str, list[Any]]:
    """The rows of a table that is only added to, by shop, the oldest first."""
    found: dict[str, list[Any]] = defaultdict(list)
    query = select(table).where(table.c.shop.in_(wanted)).order_by(table.c.number)
    for row in connection.execute(query):
        found[row.shop].append(row)
    return found
