"""Laws of commitments, for any text, any clock and any words of time."""

from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.transcript import SpeakerRole, Transcript, Turn
from qa_toolkit.scoring.commitments import commitments_of

_PIECES = st.sampled_from(
    [
        "I'll",
        "we'll",
        "well",
        "ill",
        "will",
        "you",
        "you'll",
        "they",
        "my",
        "colleague",
        "call",
        "back",
        "email",
        "send",
        "the",
        "refund",
        "by",
        "on",
        "before",
        "within",
        "Friday",
        "tomorrow",
        "at",
        "5pm",
        "24",
        "hours",
        "3-5",
        "working",
        "days",
        "next",
        "week",
        "the",
        "31st",
        "31",
        "April",
        "may",
        "2026-02-30",
        "99/99/99",
        "if",
        "you",
        "once",
        "asap",
        "going",
        "to",
        "let",
        "me",
        "not",
        "never",
        '"',
        ">",
        ".",
        ",",
        "?",
        "!",
        "’ll",
        "İ",
        "ß",
        "😀",
        "<b>",
        "&amp;",
        "\n",
        "half",
        "past",
        "forty-five",
        "end",
        "of",
        "month",
        "I'm",
        "sending",
    ]
)
TEXTS = st.one_of(st.lists(_PIECES, max_size=40).map(" ".join), st.text(max_size=200))
ZONES = st.sampled_from([ZoneInfo(z) for z in ("UTC", "Europe/London", "America/New_York")])
CLOCKS = st.one_of(
    st.none(),
    st.builds(
        lambda moment, zone: moment.replace(tzinfo=zone),
        st.datetimes(min_value=datetime(1971, 1, 1), max_value=datetime(2199, 12, 31)),  # noqa: DTZ001 - the zone is put on
        ZONES,
    ),
)


@given(st.lists(TEXTS, max_size=4), CLOCKS)
def test_every_quote_stands_in_its_turn_and_quotes_do_not_overlap(
    texts: list[str], clock: datetime | None
) -> None:
    turns = tuple(Turn(speaker=SpeakerRole.AGENT, text=text, start_s=1.0) for text in texts)
    found = commitments_of(Transcript(interaction_id="i", turns=turns), clock)
    for known in found:
        assert turns[known.turn].text[known.start : known.end] == known.quote != ""
        assert known.due_words in turns[known.turn].text
        assert known.trigger in turns[known.turn].text
    places = [(known.turn, known.start, known.end) for known in found]
    assert places == sorted(places)
    assert all(a[0] < b[0] or a[2] <= b[1] for a, b in pairwise(places))


@given(TEXTS, CLOCKS)
def test_what_is_due_is_due_no_earlier_than_it_was_said(text: str, clock: datetime | None) -> None:
    turns = (Turn(speaker=SpeakerRole.AGENT, text=text),)
    for known in commitments_of(Transcript(interaction_id="i", turns=turns), clock):
        if known.due is not None:
            assert clock is not None
            assert known.timed
            assert known.due.earliest <= known.due.latest
            assert known.due.latest >= clock


@given(TEXTS, CLOCKS)
def test_the_clock_changes_due_times_and_nothing_else(text: str, clock: datetime | None) -> None:
    words = Transcript(interaction_id="i", turns=(Turn(speaker=SpeakerRole.AGENT, text=text),))
    with_clock, without = (commitments_of(words, known) for known in (clock, None))
    assert [known.quote for known in with_clock] == [known.quote for known in without]
