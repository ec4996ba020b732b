"""The coaching log: entries and what was said of them since, both appended and never changed."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, insert, select, true

from qa_toolkit.domain.coaching import CoachingChange, CoachingEntry
from qa_toolkit.store import tables
from qa_toolkit.store.database import Database, batches, now
from qa_toolkit.store.records import COACHING_CHANGE, COACHING_ENTRY

_ENTRIES = tables.coaching_entries.c
_CHANGES = tables.coaching_changes.c


def put_entry(connection: Connection, entry: CoachingEntry) -> None:
    """Append an entry with what is said of it from the start, within a transaction.

    An id that is taken, or of no entry, is an error of the database: nothing is kept.
    """
    opened = replace(entry, opened_at=now(), changes=())
    connection.execute(
        insert(tables.coaching_entries).values(
            id=opened.id, agent_id=opened.agent_id, payload=COACHING_ENTRY.dump(opened)
        )
    )
    put_changes(connection, entry.id, entry.changes)


def put_changes(connection: Connection, entry_id: str, changes: Iterable[CoachingChange]) -> None:
    """Append what is said of an entry, within a transaction."""
    for item in changes:
        payload = COACHING_CHANGE.dump(replace(item, made_at=now(), number=0))
        connection.execute(
            insert(tables.coaching_changes).values(entry_id=entry_id, payload=payload)
        )


def entries(
    database: Database, agent_ids: Collection[str] | None = None
) -> tuple[CoachingEntry, ...]:
    """The log in the order in which its entries were opened; of some agents, or of all."""
    if agent_ids is None:
        found = _entries(database, true())
    else:
        parts = (_entries(database, _ENTRIES.agent_id.in_(some)) for some in batches(agent_ids))
        found = {number: entry for part in parts for number, entry in part.items()}
    return tuple(found[number] for number in sorted(found))


def _entries(database: Database, wanted: ColumnElement[bool]) -> dict[int, CoachingEntry]:
    """By their numbers."""
    said = _changes(database, wanted)
    query = select(_ENTRIES.number, _ENTRIES.payload).where(wanted)
    loaded = {row.number: COACHING_ENTRY.load(row.payload) for row in database.rows(query)}
    return {
        number: replace(entry, changes=said.get(entry.id, ())) for number, entry in loaded.items()
    }


def _changes(
    database: Database, wanted: ColumnElement[bool]
) -> dict[str, tuple[CoachingChange, ...]]:
    found: dict[str, list[CoachingChange]] = defaultdict(list)
    query = (
        select(_CHANGES.number, _CHANGES.entry_id, _CHANGES.payload)
        .join(tables.coaching_entries, _ENTRIES.id == _CHANGES.entry_id)
        .where(wanted)
        .order_by(_CHANGES.number)
    )
    for row in database.rows(query):
        item = COACHING_CHANGE.load(row.payload)
        found[row.entry_id].append(replace(item, number=row.number))
    return {entry_id: tuple(changes) for entry_id, changes in found.items()}
