"""Speech in windows, and the way back to where it was said."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_toolkit.domain.transcript import Word
from qa_toolkit.transcribe.audio import SAMPLE_RATE
from qa_toolkit.transcribe.segment import Gap, Segment
from qa_toolkit.transcribe.windows import LONGEST_S, QUIET_S, Span, Window, in_windows

lengths = st.integers(1, 40 * SAMPLE_RATE)
pauses = st.integers(0, 3 * SAMPLE_RATE)
layouts = st.lists(st.tuples(pauses, lengths), min_size=1, max_size=4)
starts = st.sampled_from([0, 300 * SAMPLE_RATE])


def spans_of(layout: list[tuple[int, int]]) -> list[Span]:
    """Spans from the pause before each and its length."""
    spans, at = [], 0
    for pause, length in layout:
        spans.append((at + pause, at + pause + length))
        at += pause + length
    return spans


def numbered(spans: list[Span]) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
    """Sound in which every sample is its own number."""
    return np.arange(spans[-1][1], dtype=np.float32)


def holds(window: Window, start: int = 0) -> bool:
    """Whether a window of numbered sound lies where it says."""
    places = [np.arange(first, last) for first, last in window.spans]
    return np.array_equal(window.sound, np.concatenate(places) - start)


def word(start_s: float, end_s: float) -> Segment:
    said = Word(text="yes", start_s=start_s, end_s=end_s, probability=0.9)
    return Segment(words=(said,), log_probability=-0.2, pieces=1)


@settings(max_examples=40)
@given(layouts, starts)
def test_every_sample_of_speech_is_in_one_window_and_keeps_its_place(
    layout: list[tuple[int, int]], start: int
) -> None:
    spans = spans_of(layout)
    sound = numbered(spans)
    windows = list(in_windows(sound, spans, start=start))
    speech = np.concatenate([sound[first:last] for first, last in spans])
    assert np.array_equal(np.concatenate([window.sound for window in windows]), speech)
    assert all(holds(window, start) for window in windows)


@settings(max_examples=40)
@given(layouts)
def test_no_window_is_empty_or_longer_than_it_may_be(layout: list[tuple[int, int]]) -> None:
    spans = spans_of(layout)
    windows = list(in_windows(numbered(spans), spans))
    assert all(0 < window.length_s <= LONGEST_S for window in windows)


def test_without_speech_there_are_no_windows() -> None:
    assert list(in_windows(np.zeros(SAMPLE_RATE, np.float32), [])) == []


@pytest.mark.parametrize("quiet_s", [15.0, 20.0, 24.5])
def test_a_window_ends_where_it_is_quiet(quiet_s: float) -> None:
    sound = np.random.default_rng(1).normal(0, 0.1, 40 * SAMPLE_RATE).astype(np.float32)
    sound[int(quiet_s * SAMPLE_RATE) : int((quiet_s + 2 * QUIET_S) * SAMPLE_RATE)] *= 0.01
    first, _ = in_windows(sound, [(0, len(sound))])
    assert quiet_s < first.length_s < quiet_s + 2 * QUIET_S


@settings(max_examples=40)
@given(layouts, st.data())
def test_every_moment_of_a_window_is_found_again_in_the_recording(
    layout: list[tuple[int, int]], data: st.DataObject
) -> None:
    spans = spans_of(layout)
    window = data.draw(st.sampled_from(list(in_windows(numbered(spans), spans))))
    sample = data.draw(st.integers(0, len(window.sound) - 1))
    moment_s = (sample + 0.5) / SAMPLE_RATE
    heard = window.in_recording(word(moment_s, moment_s))
    assert heard.start_s == pytest.approx(window.sound[sample] / SAMPLE_RATE, abs=0.006)


@pytest.mark.parametrize(
    ("heard", "placed"),
    [
        ((0.2, 0.6), (10.2, 10.6)),
        ((1.2, 1.6), (20.2, 20.6)),
        ((0.9, 1.4), (20.0, 20.4)),
        ((0.6, 1.1), (10.6, 11.0)),
        ((1.7, 2.4), (20.7, 21.0)),
        ((2.4, 2.6), (21.0, 21.0)),
        ((1.0, 1.0), (20.0, 20.0)),
    ],
    ids=[
        "first span",
        "second span",
        "over the pause, later",
        "over the pause, earlier",
        "beyond the end",
        "after the end",
        "no length at the border",
    ],
)
def test_a_word_stays_within_the_speech_its_middle_is_in(
    heard: tuple[float, float], placed: tuple[float, float]
) -> None:
    spans = tuple((at * SAMPLE_RATE, (at + 1) * SAMPLE_RATE) for at in (10, 20))
    window = Window(sound=np.zeros(2 * SAMPLE_RATE, np.float32), spans=spans)
    moved = window.in_recording(word(*heard))
    assert (moved.start_s, moved.end_s) == placed


@settings(max_examples=20)
@given(layouts)
def test_halves_are_the_window_in_two(layout: list[tuple[int, int]]) -> None:
    spans = spans_of(layout)
    for window in in_windows(numbered(spans), spans):
        if window.length_s < 1:
            continue
        halves = window.halves()
        assert np.array_equal(np.concatenate([half.sound for half in halves]), window.sound)
        assert all(holds(half) and half.length_s >= window.length_s / 4 - 0.01 for half in halves)


def test_what_is_left_of_a_window_keeps_its_place() -> None:
    spans = [(0, 2 * SAMPLE_RATE), (5 * SAMPLE_RATE, 8 * SAMPLE_RATE)]
    (window,) = in_windows(numbered(spans), spans)
    left = window.from_s(3.0)
    assert holds(left)
    assert left.spans == ((6 * SAMPLE_RATE, 8 * SAMPLE_RATE),)


def test_a_window_without_words_is_a_gap_in_the_recording() -> None:
    spans = ((16_000, 32_000), (48_000, 64_000))
    assert Window(sound=np.zeros(32_000, np.float32), spans=spans).gap == Gap(
        start_s=1.0, end_s=4.0
    )
