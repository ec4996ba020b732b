"""The index of words in the store: always in step with the words that are scored."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from builders import interaction, transcript

from qa_toolkit.domain.interaction import AgentRef, Recording
from qa_toolkit.store import Database, interactions, open_database, search, transcripts
from qa_toolkit.store.search import Filter

ALL = Filter()
CALL = interaction("c-1", recording=Recording(path="/calls/c-1.wav"))


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "qa.db")
    yield opened
    opened.close()


def add(database: Database, name: str, dialogue: str, **fields: object) -> None:
    words = transcript(dialogue, interaction_id=name)
    interactions.add(database, [(interaction(name, **fields), words)])


def found(database: Database, expression: str, wanted: Filter = ALL) -> list[tuple[str, int]]:
    _, hits = search.find(database, expression, wanted, 50)
    return sorted((hit.interaction.id, hit.turn) for hit in hits)


def test_words_are_found_in_the_turn_that_holds_them(database: Database) -> None:
    add(database, "c-1", "C: I want a refund.\nA: A refund it is.\nC: Thanks.")
    assert found(database, '"refund"') == [("c-1", 0), ("c-1", 1)]


def test_case_and_accents_do_not_matter(database: Database) -> None:
    add(database, "c-1", "C: The CAFÉ is closed.")
    assert found(database, '"cafe"') == found(database, '"Café"') == [("c-1", 0)]


def test_only_the_words_in_use_are_found(database: Database) -> None:
    interactions.add(database, [(CALL, None)])
    transcripts.add(database, "old", transcript("A: The lorry.", interaction_id="c-1"))
    transcripts.add(database, "new", transcript("A: The story.", interaction_id="c-1"))
    assert (found(database, '"lorry"'), found(database, '"story"')) == ([], [("c-1", 0)])
    transcripts.use(database, {"c-1": "old"})
    assert (found(database, '"lorry"'), found(database, '"story"')) == ([("c-1", 0)], [])
    transcripts.use(database, {"c-1": None})
    assert found(database, '"lorry" OR "story"') == []


def test_a_changed_contact_is_found_by_its_new_words_alone(database: Database) -> None:
    add(database, "c-1", "C: apples")
    add(database, "c-1", "C: pears", content_hash="other")
    assert (found(database, '"apples"'), found(database, '"pears"')) == ([], [("c-1", 0)])


def test_filters_hold_together(database: Database) -> None:
    day = datetime(2026, 11, 2, 23, 30, tzinfo=UTC)
    add(database, "c-1", "A: refund\nC: refund", started_at=day, agent=AgentRef(id="dana"))
    add(database, "c-2", "A: refund", started_at=day.replace(day=3), agent=AgentRef(id="eli"))
    add(database, "c-3", "A: refund", agent=AgentRef(id="eli"))
    assert found(database, '"refund"', Filter(agents=["eli"])) == [("c-2", 0), ("c-3", 0)]
    assert found(database, '"refund"', Filter(speaker="customer")) == [("c-1", 1)]
    later = datetime.fromisoformat("2026-11-03T01:00:00+01:00")
    assert found(database, '"refund"', Filter(since=later)) == [("c-2", 0)]
    assert found(database, '"refund"', Filter(before=later, speaker="agent")) == [("c-1", 0)]


def test_a_hit_shows_a_stretch_of_text_cut_at_the_words(database: Database) -> None:
    add(database, "c-1", "[7] C: I want my money back now.")
    total, (hit,) = search.find(database, '"money back"', ALL, 1)
    assert (total, hit.pieces, hit.start_s) == (1, ("I want my ", "money back", " now."), 7.0)


def test_the_best_match_comes_first_and_the_count_is_of_all(database: Database) -> None:
    add(database, "c-1", "C: " + "many other words and one refund among them " * 3)
    add(database, "c-2", "C: Refund, refund!")
    total, (best,) = search.find(database, '"refund"', ALL, 1)
    assert (total, best.interaction.id) == (2, "c-2")


def shops_dropped(connection: sqlite3.Connection) -> str:
    """What takes away the tables of mystery shops, which are younger."""
    named = "SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'shop%'"
    tables = [*(name for (name,) in connection.execute(named)), "scenarios"]
    return "".join(f"DROP TABLE {table};" for table in tables)


def test_an_older_project_is_searchable_once_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "qa.db"
    older = open_database(path)
    add(older, "c-1", "C: Where is my parcel?")
    older.close()
    with sqlite3.connect(path) as connection:  # as version 0003 left it
        connection.executescript(shops_dropped(connection))
        connection.executescript(
            "DROP TRIGGER words_chosen; DROP TRIGGER turns_added; DROP TRIGGER turns_removed;"
            "DROP TABLE overrides; DROP TABLE coaching_changes; DROP TABLE coaching_entries;"
            "DROP TABLE turns; DROP TABLE turns_text; ALTER TABLE interactions DROP found_key;"
            "UPDATE alembic_version SET version_num = '0003'"
        )
    connection.close()
    opened = open_database(path)
    assert found(opened, '"parcel"') == [("c-1", 0)]
    opened.close()


def test_a_transcript_found_beside_a_recording_can_change_and_go(database: Database) -> None:
    first = transcript("A: One.", interaction_id="c-1")
    interactions.add(database, [(CALL, first)])
    assert transcripts.found_keys(database) == transcripts.current_keys(database)
    interactions.add(database, [(CALL, replace(first, doubt="words are missing"))])
    current = transcripts.current(database, "c-1")
    assert current
    assert current[1].doubt == "words are missing"
    interactions.add(database, [(CALL, None)])
    assert transcripts.found_keys(database) == transcripts.current_keys(database) == {}


def test_a_transcript_of_our_own_stays_when_none_was_found(database: Database) -> None:
    interactions.add(database, [(CALL, None)])
    transcripts.add(database, "own", transcript("A: One.", interaction_id="c-1"))
    interactions.add(database, [(CALL, None)])
    assert transcripts.current_keys(database) == {"c-1": "own"}
