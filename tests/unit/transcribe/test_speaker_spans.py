"""Which stretches of the sound are listened to."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.transcript import Word
from qa_toolkit.transcribe.speakers.spans import SPAN_S, spans_of


def word(start_s: float, end_s: float, text: str = "word") -> Word:
    return Word(text=text, start_s=start_s, end_s=end_s, probability=1.0)


def test_no_words_need_no_listening() -> None:
    assert spans_of(()) == ()


def test_a_short_run_of_words_is_one_stretch() -> None:
    assert spans_of([word(1.0, 1.4), word(1.5, 2.0)]) == ((1.0, 2.0),)


@pytest.mark.parametrize(
    "second",
    [pytest.param(word(2.3, 2.6), id="a pause"), pytest.param(word(2.0, 2.3), id="a full stop")],
)
def test_no_stretch_reaches_over_what_may_be_a_change_of_speaker(second: Word) -> None:
    spans = spans_of([word(1.0, 2.0, "Right."), second])
    assert [span.start_s for span in spans] == [1.0, second.start_s]


def test_long_speech_is_covered_by_stretches_that_overlap() -> None:
    spans = spans_of([word(second / 2, second / 2 + 0.5) for second in range(10)])
    assert (spans[0].start_s, spans[-1].end_s) == (0.0, 5.0)
    assert all(span.length_s == pytest.approx(SPAN_S) for span in spans)
    assert all(late.start_s < early.end_s for early, late in pairwise(spans))


@given(st.lists(st.floats(0.1, 5.0), max_size=40), st.integers(1, 12))
def test_there_are_never_more_stretches_than_allowed(lengths_s: list[float], most: int) -> None:
    words = []
    at_s = 0.0
    for length_s in lengths_s:
        words.append(word(at_s, at_s + length_s))
        at_s += length_s + 0.3
    spans = spans_of(words, most=most)
    assert len(spans) <= most
    assert list(spans) == sorted(spans)


def test_without_room_for_all_long_speech_gives_way_before_short_answers() -> None:
    words = [word(0.0, 8.0, "Speech."), word(9.0, 9.3, "Yes.")]
    assert len(spans_of(words)) == 10
    assert spans_of(words, most=6)[-1] == (9.0, 9.3)
