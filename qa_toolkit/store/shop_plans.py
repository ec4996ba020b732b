"""Plans of mystery shops as they were drawn, with the text of their scenarios and rubrics."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from qa_toolkit.domain.shop.plan import ShopPlan
from qa_toolkit.store import rubrics, tables
from qa_toolkit.store.database import Database, now
from qa_toolkit.store.shop_records import SHOP_PLAN

_DRAWINGS = tables.shop_drawings.c
_SCENARIOS = tables.scenarios.c


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptScenario:
    """A scenario's text with its rubric's, as they were when it was first used."""

    hash: str
    id: str
    version: str
    text: str
    rubric_hash: str
    rubric_id: str
    rubric_version: str
    rubric_text: str


def put_scenario(connection: Connection, kept: KeptScenario) -> None:
    """Keep a scenario under its hash, with its rubric; the first text stays."""
    rubrics.put(
        connection,
        rubric_hash=kept.rubric_hash,
        rubric_id=kept.rubric_id,
        version=kept.rubric_version,
        text=kept.rubric_text,
    )
    scenario = {
        "hash": kept.hash,
        "scenario_id": kept.id,
        "version": kept.version,
        "text": kept.text,
        "rubric_hash": kept.rubric_hash,
        "first_used_at": now(),
    }
    connection.execute(insert(tables.scenarios).values(**scenario).on_conflict_do_nothing())


def scenarios(database: Database, hashes: Iterable[str] | None = None) -> dict[str, KeptScenario]:
    """Scenarios by the hash of their meaning, some or all, in the order of first use."""
    query = select(
        tables.scenarios,
        tables.rubrics.c.rubric_id,
        tables.rubrics.c.version.label("rubric_version"),
        tables.rubrics.c.text.label("rubric_text"),
    ).join(tables.rubrics, tables.rubrics.c.hash == _SCENARIOS.rubric_hash)
    query = query.order_by(_SCENARIOS.first_used_at, _SCENARIOS.hash)
    if hashes is not None:
        query = query.where(_SCENARIOS.hash.in_(set(hashes)))
    return {
        row.hash: KeptScenario(
            hash=row.hash,
            id=row.scenario_id,
            version=row.version,
            text=row.text,
            rubric_hash=row.rubric_hash,
            rubric_id=row.rubric_id,
            rubric_version=row.rubric_version,
            rubric_text=row.rubric_text,
        )
        for row in database.rows(query)
    }


def put_drawing(connection: Connection, plan: ShopPlan) -> int:
    """Append a plan as it was drawn, within a transaction; gives its number.

    The same drawing again, as the last one of its plan, is not kept twice.
    """
    payload = SHOP_PLAN.dump(plan)
    last = connection.execute(
        select(_DRAWINGS.number, _DRAWINGS.payload)
        .where(_DRAWINGS.plan == plan.id)
        .order_by(_DRAWINGS.number.desc())
        .limit(1)
    ).first()
    if last is not None and last.payload == payload:
        return int(last.number)
    values = {"plan": plan.id, "payload": payload, "drawn_at": now()}
    number = connection.execute(
        insert(tables.shop_drawings).values(**values).returning(_DRAWINGS.number)
    ).scalar_one()
    return int(number)


def last_drawn(connection: Connection, plan: str) -> ShopPlan | None:
    """A plan as it was drawn last, as this transaction sees it; None where it never was."""
    query = (
        select(_DRAWINGS.payload).where(_DRAWINGS.plan == plan).order_by(_DRAWINGS.number.desc())
    )
    found = connection.execute(query.limit(1)).first()
    return None if found is None else SHOP_PLAN.load(found.payload)


def drawings(database: Database, numbers: Iterable[int]) -> dict[int, ShopPlan]:
    """Plans as they were drawn, by the number of the drawing."""
    query = select(_DRAWINGS.number, _DRAWINGS.payload).where(_DRAWINGS.number.in_(set(numbers)))
    return {row.number: SHOP_PLAN.load(row.payload) for row in database.rows(query)}


def last_drawings(database: Database) -> dict[str, int]:
    """The number of the last drawing of every plan, by the plan's id."""
    last = func.max(_DRAWINGS.number).label("last")
    query = select(_DRAWINGS.plan, last).group_by(_DRAWINGS.plan)
    return {row.plan: row.last for row in database.rows(query)}


def plans(database: Database, before: int | None = None) -> tuple[ShopPlan, ...]:
    """Every plan as it was drawn last, or last before a drawing, in the order of these drawings."""
    last = select(func.max(_DRAWINGS.number)).group_by(_DRAWINGS.plan)
    if before is not None:
        last = last.where(_DRAWINGS.number < before)
    query = select(_DRAWINGS.payload).where(_DRAWINGS.number.in_(last)).order_by(_DRAWINGS.number)
    return tuple(SHOP_PLAN.load(row.payload) for row in database.rows(query))
