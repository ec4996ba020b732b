"""When turns were said."""

from datetime import UTC, datetime

from builders import transcript
from scored_builders import scored

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.scorecards.turn_places import moment


def first(result: Scored) -> str:
    return moment(result, result.transcript.turns[0])


def test_calls_show_minutes_and_dated_chats_the_clock() -> None:
    said = transcript("[65] A: Hello")
    start = datetime(2026, 3, 2, 14, 30, tzinfo=UTC)
    assert first(scored(said=said, started_at=start)) == "1:05"
    assert first(scored(said=said, channel=Channel.CHAT, started_at=start)) == "14:31"
    assert first(scored(said=said, channel=Channel.CHAT, started_at=None)) == "1:05"


def test_a_time_beyond_the_calendar_is_shown_as_minutes() -> None:
    """Times in epoch milliseconds were once imported; one must not stop the export."""
    start = datetime(2026, 3, 2, 14, 30, tzinfo=UTC)
    said = transcript("[1772454600000] A: Hello")
    shown = first(scored(said=said, channel=Channel.CHAT, started_at=start))
    assert shown == "492348500:00:00"


def test_turns_without_times_show_none() -> None:
    assert first(scored(said=transcript("A: Hello"))) == ""
