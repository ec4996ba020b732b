"""The project's database: what is written comes back equal, and nothing is written twice."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from builders import interaction, rated, transcript
from sqlalchemy import create_engine

from qa_toolkit import store
from qa_toolkit.domain.interaction import Recording
from qa_toolkit.domain.override import Override
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.sample import Exclusion, Member, Sample, SamplingPlan, Stratum
from qa_toolkit.domain.scorecard import Outcome, Provenance, Scorecard, SectionScore
from qa_toolkit.errors import StorageError
from qa_toolkit.store import (
    Database,
    commitments,
    interactions,
    left_out,
    open_database,
    overrides,
    rubrics,
    samples,
    scorecards,
    tables,
    transcripts,
)
from qa_toolkit.store.interactions import ImportCounts
from qa_toolkit.store.scorecards import Made

CALL = interaction("call-1", recording=Recording(path="call-1.wav"), content_hash="h1")
CHAT = interaction("chat-1", content_hash="h2", extra={"order": "17"})
WORDS = transcript("[0-2] A: Hello\n[2-3] C: Hi", interaction_id="call-1", duration_s=3.5)
MADE = Made(
    interaction_id="call-1", transcript_key="k", rubric_hash="rh", evaluator="e", channel="chat"
)
CARD = Scorecard(
    interaction_id="call-1",
    criteria=(rated(0.5), rated(None)),
    sections=(
        SectionScore(section="s", title="S", weight=Decimal("1.5"), percent=Decimal(2) / 3, strength=0.1),
    ),
    percent=Decimal("66.66666666666666666666666667"),
    computed_percent=None,
    outcome=Outcome.PASS,
    reason="",
    coverage=1.0,
    customer_sentiment=None,
    provenance=Provenance(
        rubric_id="r", rubric_version="1.0.0", rubric_hash="rh", engine="", model="", options="",
        evaluator="e",
    ),
)  # fmt: skip


def sample(name: str) -> Sample:
    return Sample(
        id=name,
        plan=SamplingPlan(seed="x", per_agent=1),
        frame_hash="f",
        frame_size=2,
        exclusions=(Exclusion(reason="too short", count=1),),
        strata=(Stratum(name="dana", frame_size=2, drawn=1, probability=0.5),),
        members=(Member(interaction_id="call-1", stratum="dana"),),
    )


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path / "qa.db")
    yield opened
    opened.close()


def test_interactions_come_back_equal(database: Database) -> None:
    interactions.add(database, [(CALL, None), (CHAT, None)])
    assert list(interactions.all_of(database)) == [CALL, CHAT]
    assert interactions.get(database, "chat-1") == CHAT
    assert interactions.get(database, "none") is None


def test_an_import_says_what_is_new_and_what_has_changed(database: Database) -> None:
    assert interactions.add(database, [(CALL, None)]) == ImportCounts(new=1)
    changed = interaction("call-1", recording=CALL.recording, content_hash="h9")
    counts = interactions.add(database, [(changed, None), (CHAT, None)])
    assert counts == ImportCounts(new=1, changed=("call-1",))
    assert interactions.add(database, [(CHAT, None)]) == ImportCounts(unchanged=1)


def test_a_chat_brings_its_transcript(database: Database) -> None:
    words = transcript("A: Hi", interaction_id="chat-1")
    interactions.add(database, [(CHAT, words)])
    assert transcripts.current(database, "chat-1") == ("h2", words)


def test_a_transcript_comes_back_equal_and_is_the_one_to_be_scored(database: Database) -> None:
    interactions.add(database, [(CALL, None)])
    assert transcripts.current(database, "call-1") is None
    transcripts.add(database, "k", WORDS)
    assert transcripts.current(database, "call-1") == ("k", WORDS)
    assert transcripts.made(database) == {("call-1", "k")}


def test_an_earlier_transcript_can_be_used_again(database: Database) -> None:
    interactions.add(database, [(CALL, None)])
    transcripts.add(database, "k1", WORDS)
    transcripts.add(database, "k2", WORDS)
    transcripts.use(database, {"call-1": "k1"})
    assert transcripts.current_keys(database) == {"call-1": "k1"}


def test_what_is_not_yet_transcribed_as_wanted_has_no_words_to_score(database: Database) -> None:
    interactions.add(database, [(CALL, None)])
    transcripts.add(database, "k1", WORDS)
    transcripts.use(database, {"call-1": None})
    assert transcripts.current(database, "call-1") is None


def test_a_failure_under_other_settings_is_forgotten_with_them(database: Database) -> None:
    interactions.add(database, [(CALL, None)])
    transcripts.add(database, "k1", WORDS)
    left_out.add_failure(database, "call-1", "k2", Problem(source="call-1.wav", message="no"))
    transcripts.use(database, {"call-1": "k1"})
    assert left_out.failures(database) == {}


def test_what_waits_for_other_words_does_so_until_they_come_or_its_own_are_wanted_again(
    database: Database,
) -> None:
    interactions.add(database, [(CALL, None)])
    transcripts.add(database, "k1", WORDS)
    left_out.wait_for(database, ["call-1"])
    assert left_out.without_wanted_words(database) == {"call-1"}
    assert left_out.failures(database) == {}
    transcripts.use(database, {"call-1": "k1"})
    assert left_out.without_wanted_words(database) == frozenset()
    left_out.wait_for(database, ["call-1"])
    transcripts.add(database, "k2", WORDS)
    assert left_out.without_wanted_words(database) == frozenset()


def test_a_changed_recording_has_no_transcript_yet(database: Database) -> None:
    interactions.add(database, [(CALL, None)])
    transcripts.add(database, "k", WORDS)
    interactions.add(database, [(interaction("call-1", content_hash="other"), None)])
    assert transcripts.current(database, "call-1") is None


def test_recordings_are_known_by_content(database: Database) -> None:
    interactions.add(database, [(CALL, None), (CHAT, None)])
    assert interactions.recordings(database) == {"h1": CALL}


def test_a_failure_is_kept_until_the_transcript_is_made(database: Database) -> None:
    problem = Problem(source="call-1.wav", message="no sound", hint="record again")
    interactions.add(database, [(CALL, None)])
    left_out.add_failure(database, "call-1", "k", problem)
    assert left_out.failures(database) == {("call-1", "k"): problem}
    transcripts.add(database, "k", WORDS)
    assert left_out.failures(database) == {}


def test_an_import_replaces_what_the_last_one_of_the_folder_could_not_use(
    database: Database,
) -> None:
    one, two = (Problem(source=name, message="empty") for name in ("b", "a"))
    left_out.replace_import(database, "calls", [one, two])
    left_out.replace_import(database, "chats", [one])
    left_out.replace_import(database, "calls", [two])
    assert left_out.of_imports(database) == (two, one)


def test_samples_come_back_equal_and_the_last_drawn_first(database: Database) -> None:
    for name in ("s-1", "s-2", "s-1"):
        samples.add(database, sample(name))
    assert samples.get(database) == sample("s-1")
    assert samples.get(database, "s-2") == sample("s-2")
    assert samples.get(database, "s-9") is None


def test_the_same_draw_again_takes_the_place_of_the_one_before(database: Database) -> None:
    samples.add(database, sample("s-1"))
    later = replace(sample("s-1"), exclusions=())
    samples.add(database, later)
    assert samples.get(database) == later


def with_scorecard(database: Database) -> None:
    interactions.add(database, [(CALL, None)])
    transcripts.add(database, "k", WORDS)
    rubrics.add(database, rubric_hash="rh", rubric_id="r", version="1.0.0", text="id: r")
    scorecards.add(database, [(MADE, CARD)])


def test_a_scorecard_comes_back_to_the_last_digit(database: Database) -> None:
    with_scorecard(database)
    (scored,) = scorecards.current(database, ["call-1"], rubric_hash="rh", evaluator="e")
    assert (scored.interaction, scored.transcript, scored.scorecard) == (CALL, WORDS, CARD)
    assert scorecards.all_made(database) == {MADE}
    latest = scorecards.Latest(outcome="pass", rubric_hash="rh")
    assert scorecards.latest(database) == {"call-1": latest}


def test_a_scorecard_made_twice_is_kept_once(database: Database) -> None:
    with_scorecard(database)
    with_scorecard(database)
    assert len(database.rows(tables.scorecards.select())) == 1


@pytest.mark.parametrize(
    "statement", ["UPDATE scorecards SET outcome = 'fail'", "DELETE FROM scorecards"]
)
def test_the_database_itself_refuses_to_change_a_scorecard(
    database: Database, statement: str
) -> None:
    with_scorecard(database)
    with (
        sqlite3.connect(database.path) as connection,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        connection.execute(statement)
    connection.close()


def test_a_scorecard_needs_its_interaction(database: Database) -> None:
    with pytest.raises(StorageError, match="FOREIGN KEY"):
        scorecards.add(database, [(MADE, CARD)])


def test_the_text_of_a_used_rubric_is_kept(database: Database) -> None:
    with_scorecard(database)
    assert [row.text for row in database.rows(tables.rubrics.select())] == ["id: r"]


def test_a_scorecard_of_former_words_is_no_longer_the_present_one(database: Database) -> None:
    with_scorecard(database)
    interactions.add(database, [(interaction("call-1", content_hash="other"), None)])
    assert scorecards.latest(database) == {}
    assert not list(scorecards.current(database, ["call-1"], rubric_hash="rh", evaluator="e"))


def test_a_scorecard_of_corrected_facts_stands_beside_the_former_one(database: Database) -> None:
    with_scorecard(database)
    later = replace(MADE, facts='{"queue": "billing"}')
    scorecards.add(database, [(later, replace(CARD, outcome=Outcome.FAIL))])
    (now,) = scorecards.current(
        database, ["call-1"], rubric_hash="rh", evaluator="e", facts_of=lambda _: later.facts
    )
    assert (now.scorecard.outcome, len(scorecards.all_made(database))) == (Outcome.FAIL, 2)


def former_schema(path: Path, revision: str, *statements: str) -> None:
    """A project as an earlier version left it."""
    from alembic import command
    from alembic.config import Config

    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", str(Path(store.__file__).parent / "migrations"))
        config.set_main_option("path_separator", "os")
        command.upgrade(config, revision)
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()


SCORED = (
    "INSERT INTO interactions VALUES ('c', 'dana', 'call', 's', 0, 'h', 'k', '{}', '')",
    "INSERT INTO rubrics VALUES ('rh', 'r', '1.0.0', '', '')",
)


def test_a_project_of_the_first_schema_keeps_its_scorecards(tmp_path: Path) -> None:
    scorecard = "INSERT INTO scorecards VALUES (7, 'c', 'rh', 'k', 'e', 'call', 'pass', '{}', '')"
    former_schema(tmp_path / "qa.db", "0001", *SCORED, scorecard)
    database = open_database(tmp_path / "qa.db")
    (kept,) = database.rows(tables.scorecards.select())
    assert (kept.number, kept.outcome, kept.facts) == (7, "pass", "")
    with pytest.raises(StorageError, match="append-only"), database.writing() as connection:
        connection.execute(tables.scorecards.delete())


def test_a_project_of_the_fourth_schema_keeps_its_words_and_takes_ratings(tmp_path: Path) -> None:
    known = (
        "INSERT INTO interactions VALUES ('c', 'dana', 'call', 's', 0, 'h', 'k', '{}', '', NULL)"
    )
    said = "INSERT INTO turns VALUES (1, 'c', 0, 'agent', 0.5, 'Hello there')"
    former_schema(tmp_path / "qa.db", "0004", known, said)
    database = open_database(tmp_path / "qa.db")
    assert [row.text for row in database.rows(tables.turns.select())] == ["Hello there"]
    rating = Override(
        interaction_id="c",
        rubric_id="r",
        rubric_version="1.0.0",
        criterion="s.c",
        status=None,
        by="mo",
    )
    with database.writing() as connection:
        overrides.put(connection, [rating])
    with pytest.raises(StorageError, match="append-only"), database.writing() as connection:
        connection.execute(tables.overrides.delete())
    database.close()


def test_a_project_of_the_second_schema_keeps_everything_and_takes_promises(
    tmp_path: Path,
) -> None:
    facts = '{"queue": "billing"}'
    card = f"VALUES (7, 'c', 'rh', 'k', 'e', 'call', '{facts}', 'pass', '{{}}', '')"
    words = "INSERT INTO transcripts VALUES ('c', 'k', '{}', '')"
    former_schema(tmp_path / "qa.db", "0002", *SCORED, words, f"INSERT INTO scorecards {card}")
    database = open_database(tmp_path / "qa.db")
    (kept,) = database.rows(tables.scorecards.select())
    assert (kept.number, kept.facts) == (7, facts)
    assert len(database.rows(tables.transcripts.select())) == 1
    reading = commitments.Reading(interaction_id="c", transcript_key="k", reader="r", clock="")
    commitments.put(database, [(reading, ())])
    assert commitments.readings(database) == {reading}


def test_readers_and_writer_do_not_wait_for_each_other(database: Database) -> None:
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"


def test_opening_again_finds_everything(tmp_path: Path) -> None:
    for _ in range(2):
        database = open_database(tmp_path / "qa.db")
        interactions.add(database, [(CALL, None)])
        database.close()
    assert interactions.add(open_database(tmp_path / "qa.db"), [(CALL, None)]).unchanged == 1


def test_migrations_make_the_tables_that_the_code_uses(database: Database) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from qa_toolkit.store.tables import metadata

    def is_ours(name: str | None, _kind: str, _parents: object) -> bool:
        return not str(name).startswith("turns_text")  # the full-text index's own tables

    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": is_ours})
        assert compare_metadata(context, metadata) == []


@pytest.mark.parametrize(
    ("make", "told"),
    [
        pytest.param(lambda p: p.write_text("not a database" * 100), "not a database", id="a text"),
        pytest.param(lambda p: p.mkdir(), "unable to open", id="a folder"),
    ],
)
def test_what_is_no_database_is_told_in_one_line(tmp_path: Path, make: object, told: str) -> None:
    path = tmp_path / "qa.db"
    make(path)  # type: ignore[operator]
    with pytest.raises(StorageError) as error:
        open_database(path)
    assert told in error.value.message
    assert error.value.hint


def test_a_database_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    open_database(tmp_path / "qa.db").close()
    with sqlite3.connect(tmp_path / "qa.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    with pytest.raises(StorageError, match="'9999' is not known"):
        open_database(tmp_path / "qa.db")


def test_a_full_disk_is_told_and_nothing_is_half_written(database: Database) -> None:
    with database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    big = interaction("big", extra={"text": "x" * 1_000_000})
    with pytest.raises(StorageError, match="disk is full") as error:
        interactions.add(database, [(CALL, None), (big, None)])
    assert "make room" in error.value.hint
    assert list(interactions.all_of(database)) == []
