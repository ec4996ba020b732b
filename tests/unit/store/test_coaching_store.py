"""The coaching log in the store: appended, in order, never changed."""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from qa_toolkit.domain.coaching import CoachingChange, CoachingEntry, CoachingField
from qa_toolkit.errors import StorageError
from qa_toolkit.store import Database, coaching, open_database

ACTION = CoachingChange(field=CoachingField.ACTION, value="ask first", by="mo", source="a.xlsx")
CLOSED = CoachingChange(field=CoachingField.STATUS, value="closed", by="eve")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "qa.db")
    yield opened
    opened.close()


def entry(name: str = "k-1", agent: str = "dana", *changes: CoachingChange) -> CoachingEntry:
    return CoachingEntry(
        id=name,
        agent_id=agent,
        topic="Holds",
        opened_by="mo",
        interactions=("c-1", "c-2"),
        changes=changes,
    )


def open_(database: Database, opened: CoachingEntry) -> None:
    with database.writing() as connection:
        coaching.put_entry(connection, opened)


def change(database: Database, entry_id: str, changes: Iterable[CoachingChange]) -> None:
    with database.writing() as connection:
        coaching.put_changes(connection, entry_id, changes)


def test_an_entry_comes_back_with_what_was_said_of_it_in_order(database: Database) -> None:
    open_(database, entry("k-1", "dana", ACTION))
    change(database, "k-1", [CLOSED])
    (kept,) = coaching.entries(database)
    assert (kept.topic, kept.interactions) == ("Holds", ("c-1", "c-2"))
    assert [(said.number, said.value, said.source) for said in kept.changes] == [
        (1, "ask first", "a.xlsx"),
        (2, "closed", ""),
    ]
    assert kept.opened_at <= kept.changes[0].made_at


def test_entries_stand_in_the_order_in_which_they_were_opened(database: Database) -> None:
    for name in ("k-9", "k-1", "k-5"):
        open_(database, entry(name))
    assert [known.id for known in coaching.entries(database)] == ["k-9", "k-1", "k-5"]


def test_the_log_of_some_agents_holds_only_theirs(database: Database) -> None:
    open_(database, entry("k-1", "dana"))
    open_(database, entry("k-2", "eli", ACTION))
    (known,) = coaching.entries(database, {"eli"})
    assert (known.id, len(known.changes)) == ("k-2", 1)


def test_the_log_of_many_agents_stands_in_the_order_of_opening_too(database: Database) -> None:
    agents = [f"a-{number:03}" for number in range(501)]
    for agent in (agents[-1], agents[0]):
        open_(database, entry(f"k-{agent}", agent, ACTION))
    known = coaching.entries(database, agents)
    assert [(item.id, len(item.changes)) for item in known] == [("k-a-500", 1), ("k-a-000", 1)]


def test_an_entry_is_opened_once(database: Database) -> None:
    open_(database, entry("k-1", "dana", ACTION))
    with pytest.raises(StorageError, match="UNIQUE"):
        open_(database, entry("k-1", "eli", CLOSED))
    assert [len(known.changes) for known in coaching.entries(database)] == [1]


def test_nothing_is_said_of_an_entry_that_is_not_there(database: Database) -> None:
    with pytest.raises(StorageError, match="FOREIGN KEY"):
        change(database, "k-9", [CLOSED])


@pytest.mark.parametrize("table", ["coaching_entries", "coaching_changes"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET payload = ''", "DELETE FROM {}"])
def test_the_database_itself_refuses_to_change_the_log(
    database: Database, table: str, statement: str
) -> None:
    open_(database, entry("k-1", "dana", ACTION))
    with (
        sqlite3.connect(database.path) as connection,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        connection.execute(statement.format(table))
    connection.close()
