"""People's ratings: appended, never changed; the database itself refuses."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from sqlalchemy import Connection, Row, insert, select

from qa_toolkit.domain.override import Override
from qa_toolkit.store import tables
from qa_toolkit.store.database import Database, batches, now
from qa_toolkit.store.records import OVERRIDE

_COLUMNS = tables.overrides.c


def put(connection: Connection, items: Iterable[Override]) -> tuple[Override, ...]:
    """Append overrides within a transaction.

    Returns:
        Them as they are kept, with their numbers and the moment.
    """
    return tuple([_put_one(connection, item) for item in items])


def interaction_ids(database: Database) -> frozenset[str]:
    """The interactions of whose ratings anybody said anything, under any rubric."""
    rows = database.rows(select(_COLUMNS.interaction_id).distinct())
    return frozenset(row.interaction_id for row in rows)


def of_rubric(database: Database, rubric_id: str) -> tuple[Override, ...]:
    """All that was said under a rubric, the oldest first."""
    query = (
        select(_COLUMNS.number, _COLUMNS.payload)
        .where(_COLUMNS.rubric_id == rubric_id)
        .order_by(_COLUMNS.number)
    )
    return tuple(map(_loaded, database.rows(query)))


def by_interaction(
    database: Database, ids: Collection[str], rubric_id: str
) -> dict[str, tuple[Override, ...]]:
    """What was said of these interactions under a rubric, the oldest first; only where any was."""
    query = (
        select(_COLUMNS.number, _COLUMNS.payload)
        .where(_COLUMNS.rubric_id == rubric_id)
        .order_by(_COLUMNS.number)
    )
    found: dict[str, list[Override]] = defaultdict(list)
    for some in batches(ids):
        for row in database.rows(query.where(_COLUMNS.interaction_id.in_(some))):
            override = _loaded(row)
            found[override.interaction_id].append(override)
    return {interaction_id: tuple(history) for interaction_id, history in found.items()}


def _put_one(connection: Connection, item: Override) -> Override:
    kept = replace(item, made_at=now(), number=0)
    added = insert(tables.overrides).values(
        interaction_id=kept.interaction_id,
        rubric_id=kept.rubric_id,
        payload=OVERRIDE.dump(kept),
    )
    number = connection.execute(added.returning(_COLUMNS.number)).scalar_one()
    return replace(kept, number=number)


def _loaded(row: Row[tuple[int, object]]) -> Override:
    return replace(OVERRIDE.load(row.payload), number=row.number)
