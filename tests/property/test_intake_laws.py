"""What holds for everything that is read."""

import csv
import io
import json
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.interaction import AgentRef, Channel, Interaction
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.transcript import SpeakerRole, Transcript, Turn
from qa_toolkit.errors import Unusable
from qa_toolkit.intake.chats_csv import read_chats_csv
from qa_toolkit.intake.dates import proven_order, read_moment
from qa_toolkit.intake.found import Found
from qa_toolkit.intake.jsonl import read_line, write_line
from qa_toolkit.intake.options import DEFAULT_OPTIONS, IntakeOptions
from qa_toolkit.intake.text import clean

WORDS = st.text(min_size=1, max_size=30).map(clean).filter(str.strip)
NAMES = st.text(st.characters(categories=("L", "N")), max_size=10)
SECONDS = st.none() | st.floats(min_value=0, max_value=1e6)
TURNS = st.lists(
    st.builds(
        Turn,
        speaker=st.sampled_from(SpeakerRole),
        text=WORDS,
        start_s=SECONDS,
        end_s=SECONDS,
        confidence=st.none() | st.floats(min_value=0, max_value=1),
    ),
    min_size=1,
    max_size=6,
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)
FIELDS = ("id", "agent", "channel", "started_at", "language", "turns", "meta", "origin")
RECORDS = st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, JSON))
MOMENTS = st.datetimes(min_value=datetime(1971, 1, 1), max_value=datetime(2198, 1, 1))  # noqa: DTZ001


@given(TURNS, st.sampled_from(Channel), NAMES, MOMENTS, SECONDS)
def test_reading_gives_back_what_was_written(
    turns: list[Turn], channel: Channel, name: str, moment: datetime, duration_s: float | None
) -> None:
    interaction = Interaction(
        id="i-1",
        channel=channel,
        agent=AgentRef(id="dana", name=name, team="North"),
        content_hash="",
        source="",
        started_at=moment.replace(tzinfo=UTC),
    )
    transcript = Transcript(interaction_id="i-1", turns=tuple(turns), duration_s=duration_s)
    found = read_line(write_line(interaction, transcript), "x", 1, require_agent=True)
    assert isinstance(found, Found), found
    assert found.transcript
    assert found.transcript.turns == transcript.turns
    assert (found.interaction.agent, found.interaction.channel, found.interaction.started_at) == (
        interaction.agent,
        interaction.channel,
        interaction.started_at,
    )


@given(st.text() | JSON.map(json.dumps) | RECORDS.map(json.dumps))
def test_no_line_raises(text: str) -> None:
    result = read_line(text, "x", 1, require_agent=False)
    assert isinstance(result, Found | Problem)


@given(RECORDS, st.lists(JSON, min_size=1, max_size=3))
def test_no_turns_raise(record: dict[str, object], turns: list[object]) -> None:
    line = json.dumps(record | {"id": "i", "turns": turns})
    assert isinstance(read_line(line, "x", 1, require_agent=False), Found | Problem)


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    once.encode()


@given(st.text(st.sampled_from("a \t\r\n\x00\x0b\x85\ud800\uffff")) | st.text())
def test_cleaning_keeps_every_character_at_its_place(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) == len(text)
    assert all(a == b for a, b in zip(cleaned, text, strict=True) if b.isprintable())


@given(st.binary(max_size=300))
def test_no_bytes_of_a_chat_file_raise(content: bytes) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "chats.csv"
        path.write_bytes(b"id,speaker,text,agent,at\n" + content)
        assert list(read_chats_csv(path, DEFAULT_OPTIONS))


@given(st.lists(st.tuples(st.sampled_from(["a", "b"]), WORDS), min_size=1, max_size=12))
def test_every_message_of_a_csv_file_is_found(rows: list[tuple[str, str]]) -> None:
    content = io.StringIO()
    writer = csv.writer(content)
    writer.writerow(["id", "speaker", "text", "agent"])
    writer.writerows([name, "agent", text, "dana"] for name, text in rows)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "chats.csv"
        path.write_bytes(content.getvalue().encode())
        found = list(read_chats_csv(path, DEFAULT_OPTIONS))
    read = [
        (chat.interaction.id, turn.text)
        for chat in found
        if isinstance(chat, Found) and chat.transcript
        for turn in chat.transcript.turns
    ]
    assert read == sorted(rows, key=lambda row: [name for name, _ in rows].index(row[0]))


@given(st.text(max_size=40))
def test_no_text_breaks_the_reading_of_dates(text: str) -> None:
    try:
        moment = read_moment(text, IntakeOptions(timezone="Europe/London", date_order="dmy"))
    except Unusable:
        return
    assert moment.tzinfo is UTC


@given(MOMENTS)
def test_a_proven_order_reads_every_date_as_it_was_written(moment: datetime) -> None:
    written = [f"{moment:%d/%m/%Y %H:%M:%S}", "31/01/2026"]
    read = read_moment(written[0], DEFAULT_OPTIONS, proven_order(written))
    assert read == moment.replace(microsecond=0, tzinfo=UTC)
