"""Transcripts with marked evidence."""

import re
from datetime import UTC, datetime

from builders import transcript
from hypothesis import given
from hypothesis import strategies as st
from scored_builders import rubric, scored

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.scorecards.scorecard_view import scorecard_view
from qa_toolkit.scorecards.transcripts import Mark, around, segments
from qa_toolkit.scorecards.view import TurnView
from qa_toolkit.scorecards.wording import MOST_SHOWN

marks = st.builds(
    Mark,
    start=st.integers(0, 30),
    end=st.integers(0, 40),
    tone=st.sampled_from(("for", "against", "context")),
    title=st.just("t"),
)


def turns(result: Scored) -> tuple[TurnView, ...]:
    return scorecard_view(result, rubric(), "i1").turns


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=0x3FF)), st.lists(marks))
def test_marking_never_changes_the_words(text: str, known: list[Mark]) -> None:
    assert "".join(part.text for part in segments(text, known)) == text.replace("\x7f", "")


def test_evidence_is_marked_where_it_was_said() -> None:
    marked = [part for turn in turns(scored()) for part in turn.segments if part.tone]
    assert [part.text for part in marked] == [
        "thank you for calling",
        "I'm so sorry",
        "three days without heating",
        "I will book the engineer now",
    ]
    assert marked[1].title == "Speaks for it: Does the agent show acknowledge?"


def test_where_marks_overlap_words_against_it_win() -> None:
    found = segments(
        "never mind",
        [
            Mark(start=0, end=10, tone="for", title="a"),
            Mark(start=0, end=5, tone="against", title="b"),
        ],
    )
    assert [(part.text, part.tone, part.title) for part in found] == [
        ("never", "against", "a; b"),
        (" mind", "for", "a"),
    ]


def test_calls_show_minutes_and_dated_chats_the_clock() -> None:
    said = transcript("[65] A: Hello")
    start = datetime(2026, 3, 2, 14, 30, tzinfo=UTC)
    assert turns(scored(said=said, started_at=start))[0].when == "1:05"
    assert turns(scored(said=said, channel=Channel.CHAT, started_at=start))[0].when == "14:31"
    assert turns(scored(said=said, channel=Channel.CHAT, started_at=None))[0].when == "1:05"


def test_a_time_beyond_the_calendar_is_shown_as_minutes() -> None:
    """Times in epoch milliseconds were once imported; one must not stop the export."""
    start = datetime(2026, 3, 2, 14, 30, tzinfo=UTC)
    said = transcript("[1772454600000] A: Hello")
    (shown,) = turns(scored(said=said, channel=Channel.CHAT, started_at=start))
    assert shown.when == "492348500:00:00"


def test_turns_without_times_show_none() -> None:
    assert turns(scored(said=transcript("A: Hello")))[0].when == ""


def test_a_turn_of_a_megabyte_is_cut_and_says_so() -> None:
    shown = turns(scored(said=transcript("C: " + "x" * 1_000_000)))[0]
    assert sum(len(part.text) for part in shown.segments) == MOST_SHOWN
    assert shown.note == "996,000 more characters of this turn are not shown."


def test_a_quote_keeps_its_own_sentence_only() -> None:
    text = "Good morning. I will call you at four, promised. Bye."
    found = re.search("call you", text)
    assert found
    assert around(text, *found.span()) == ("I will ", " at four, promised.")


def test_an_address_does_not_end_a_sentence() -> None:
    text = "See https://help.example.org/reset for the steps. Bye."
    assert around(text, 0, 3) == ("", " https://help.example.org/reset for the steps.")


def test_a_very_long_sentence_is_cut_around_the_quote() -> None:
    before, after = around("a" * 500 + "quote" + "b" * 500, 500, 505)
    assert (before, after) == ("…" + "a" * 140, "b" * 140 + "…")
