"""Commitments in the store: read once, found again, judged for good."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from builders import interaction, transcript

from qa_toolkit.domain.commitment import Commitment, Resolution, Verdict
from qa_toolkit.errors import StorageError
from qa_toolkit.scoring.commitments import commitments_of
from qa_toolkit.store import Database, commitments, interactions, open_database, transcripts
from qa_toolkit.store.commitments import Reading

WORDS = transcript(
    "A: I'll call you by Friday at 5pm.\nA: We'll refund you once it arrives.", interaction_id="c-1"
)
READING = Reading(interaction_id="c-1", transcript_key="k", reader="toolkit", clock="")
CLOCK = datetime(2026, 11, 18, 14, 20, tzinfo=ZoneInfo("Europe/London"))
PROMISES = commitments_of(WORDS, CLOCK)
KEPT = Resolution(verdict=Verdict.KEPT, by="mo", by_person=True, reason="seen")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "qa.db")
    interactions.add(opened, [(interaction("c-1", customer="Roy"), None)])
    transcripts.add(opened, "k", WORDS)
    yield opened
    opened.close()


def kept(database: Database) -> list[Commitment]:
    return [known.commitment for known in commitments.current(database)]


def test_commitments_come_back_equal_and_once_however_often_they_are_read(
    database: Database,
) -> None:
    for _ in range(2):
        commitments.put(database, [(READING, PROMISES)])
    assert sorted(kept(database), key=lambda known: known.turn) == list(PROMISES)
    assert commitments.readings(database) == {READING}


def test_words_without_a_promise_are_known_as_read(database: Database) -> None:
    commitments.put(database, [(READING, ())])
    assert kept(database) == []
    assert commitments.readings(database) == {READING}


def test_a_new_reading_takes_the_place_of_the_old_one_but_for_what_was_judged(
    database: Database,
) -> None:
    commitments.put(database, [(READING, PROMISES)])
    first = next(k for k in commitments.current(database) if k.commitment == PROMISES[0])
    commitments.resolve(database, [(first.id, KEPT)])
    commitments.put(database, [(replace(READING, reader="newer"), ())])
    assert kept(database) == [PROMISES[0]]
    assert commitments.readings(database) == {replace(READING, reader="newer")}


def test_verdicts_come_back_in_order_with_their_time(database: Database) -> None:
    commitments.put(database, [(READING, PROMISES[:1])])
    (known,) = commitments.current(database)
    commitments.resolve(database, [(known.id, KEPT)])
    commitments.resolve(database, [(known.id, replace(KEPT, verdict=Verdict.OPEN))])
    (known,) = commitments.current(database)
    assert [said.verdict.value for said in known.history] == ["kept", "open"]
    assert all(datetime.fromisoformat(said.made_at).tzinfo == UTC for said in known.history)


@pytest.mark.parametrize("statement", ["UPDATE commitment_verdicts SET payload = ''", "DELETE FROM commitment_verdicts"])  # fmt: skip
def test_the_database_itself_refuses_to_change_a_verdict(
    database: Database, statement: str
) -> None:
    commitments.put(database, [(READING, PROMISES[:1])])
    (known,) = commitments.current(database)
    commitments.resolve(database, [(known.id, KEPT)])
    with (
        sqlite3.connect(database.path) as connection,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        connection.execute(statement)
    connection.close()


def test_a_verdict_needs_its_commitment(database: Database) -> None:
    with pytest.raises(StorageError, match="FOREIGN KEY"):
        commitments.resolve(database, [("p-none", KEPT)])


def test_promises_of_former_words_are_no_longer_listed(database: Database) -> None:
    commitments.put(database, [(READING, PROMISES)])
    transcripts.add(database, "k2", WORDS)
    assert kept(database) == []


def test_a_verdict_stays_with_its_promise_when_a_call_is_transcribed_anew(
    database: Database,
) -> None:
    commitments.put(database, [(READING, PROMISES)])
    ids = {known.commitment.quote: known.id for known in commitments.current(database)}
    commitments.resolve(database, [(ids["I'll call you by Friday at 5pm"], KEPT)])
    anew = transcript("A: Well.\nA: I\u2019ll call you, by Friday at 5PM.", interaction_id="c-1")
    transcripts.add(database, "k2", anew)
    found = commitments_of(anew, CLOCK)
    commitments.put(database, [(replace(READING, transcript_key="k2"), found)])
    (known,) = commitments.current(database)
    assert (known.commitment.turn, known.id) == (1, ids["I'll call you by Friday at 5pm"])
    assert [said.verdict for said in known.history] == [Verdict.KEPT]


def test_words_that_come_into_use_again_are_read_again(database: Database) -> None:
    commitments.put(database, [(READING, PROMISES)])
    other = replace(READING, transcript_key="k2")
    transcripts.add(database, "k2", WORDS)
    commitments.put(database, [(other, PROMISES)])
    assert len(kept(database)) == 2
    assert commitments.readings(database) == {other}


def test_equal_promises_of_one_interaction_are_two(database: Database) -> None:
    twice = transcript("A: I'll call you.\nA: Yes, I'll call you!", interaction_id="c-1")
    commitments.put(database, [(READING, commitments_of(twice, CLOCK))])
    ids = [known.id for known in commitments.current(database)]
    assert len(set(ids)) == 2
    assert all(len(name) == len("p-") + 16 for name in ids)


def test_the_contacts_of_a_customer_come_with_their_words_where_they_have_any(
    database: Database,
) -> None:
    others = [interaction("c-2", customer="Roy"), interaction("c-3", customer="Ann")]
    interactions.add(database, [(known, None) for known in others])
    ids = commitments.interactions_by_customer(database, {"Roy"})
    assert ids == {"Roy": ["c-1", "c-2"]}
    found = {known.id: words for known, words in commitments.with_words(database, ids["Roy"])}
    assert found == {"c-1": WORDS, "c-2": None}
