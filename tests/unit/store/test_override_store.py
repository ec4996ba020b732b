"""People's ratings in the store: appended, numbered, never changed."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from builders import interaction

from qa_toolkit.domain.override import Override, RootCause
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.errors import StorageError
from qa_toolkit.store import Database, interactions, open_database, overrides


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "qa.db")
    interactions.add(opened, [(interaction(name), None) for name in ("c-1", "c-2")])
    yield opened
    opened.close()


def override(interaction_id: str = "c-1", rubric_id: str = "service", **fields: object) -> Override:
    known: dict[str, object] = {
        "interaction_id": interaction_id,
        "rubric_id": rubric_id,
        "rubric_version": "1.0.0",
        "criterion": "s.c",
        "status": RatingStatus.RATED,
        "points": 2,
        "by": "mo",
        "reason": "heard it",
        "cause": RootCause.PROCESS,
        "source": "team.xlsx",
    }
    return Override(**known | fields)  # type: ignore[arg-type]


def add(database: Database, items: Iterable[Override]) -> tuple[Override, ...]:
    with database.writing() as connection:
        return overrides.put(connection, items)


def test_overrides_come_back_numbered_and_with_their_moment(database: Database) -> None:
    kept = add(database, [override(), override(points=1)])
    assert [item.number for item in kept] == [1, 2]
    assert all(datetime.fromisoformat(item.made_at).tzinfo == UTC for item in kept)
    assert overrides.by_interaction(database, ["c-1"], "service") == {"c-1": kept}


def test_what_takes_back_is_kept_too(database: Database) -> None:
    taken_back = override(status=None, points=None, cause=None)
    _, last = add(database, [override(), taken_back])
    assert overrides.of_rubric(database, "service")[-1] == last
    assert last.status is None


def test_only_what_was_said_of_these_interactions_under_this_rubric_is_found(
    database: Database,
) -> None:
    add(database, [override("c-1"), override("c-2"), override("c-1", "visit")])
    found = overrides.by_interaction(database, ["c-1"], "service")
    assert {name: len(history) for name, history in found.items()} == {"c-1": 1}
    assert len(overrides.of_rubric(database, "service")) == 2


def test_an_override_of_an_unknown_interaction_keeps_none_of_them(database: Database) -> None:
    with pytest.raises(StorageError, match="FOREIGN KEY"):
        add(database, [override("c-1"), override("c-9")])
    assert overrides.of_rubric(database, "service") == ()


def test_more_interactions_than_a_query_takes_are_asked_for(database: Database) -> None:
    many = [f"n-{number}" for number in range(1_200)]
    interactions.add(database, [(interaction(name), None) for name in many])
    add(database, [override(name) for name in many])
    assert len(overrides.by_interaction(database, many, "service")) == 1_200


@pytest.mark.parametrize(
    "statement", ["UPDATE overrides SET payload = ''", "DELETE FROM overrides"]
)
def test_the_database_itself_refuses_to_change_an_override(
    database: Database, statement: str
) -> None:
    add(database, [override()])
    with (
        sqlite3.connect(database.path) as connection,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        connection.execute(statement)
    connection.close()
