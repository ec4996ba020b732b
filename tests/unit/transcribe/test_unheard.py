"""Speech that was passed over is heard again."""

import numpy as np
import pytest
from sounds import segment

from qa_toolkit.transcribe.audio import SAMPLE_RATE
from qa_toolkit.transcribe.segment import Segment
from qa_toolkit.transcribe.unheard import unheard
from qa_toolkit.transcribe.windows import Window


def voice(seconds: float, level: float = 0.1) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
    noise = np.random.default_rng(3).normal(0, level, round(seconds * SAMPLE_RATE))
    return noise.astype(np.float32)


def window(*parts: "np.ndarray[tuple[int], np.dtype[np.float32]]", from_s: float = 0.0) -> Window:
    sound = np.concatenate(parts)
    start = round(from_s * SAMPLE_RATE)
    return Window(sound=sound, spans=((start, start + len(sound)),))


def stretches(found: Window, *segments: Segment) -> list[tuple[float, float]]:
    """Where the stretches to hear again lie in the recording, in seconds."""
    return [
        (round(part.spans[0][0] / SAMPLE_RATE, 2), round(part.spans[-1][1] / SAMPLE_RATE, 2))
        for part in unheard(found, segments)
    ]


def test_a_stretch_of_speech_without_words_is_heard_again() -> None:
    said = segment("It is a nice day", 100.0)  # 1.5 s, five words of 0.3 s
    assert stretches(window(voice(10), from_s=100.0), said) == [(101.75, 110.0)]


def test_a_stretch_between_words_is_found_too() -> None:
    before, after = segment("Well you know", 0.0), segment("So that is it", 6.0)
    assert stretches(window(voice(7.2)), before, after) == [(1.15, 5.75)]


def test_a_pause_is_no_stretch() -> None:
    assert stretches(window(voice(3)), segment("It is a nice day", 0.0)) == []


@pytest.mark.parametrize(("level", "count"), [(0.1, 1), (0.05, 1), (0.01, 0)])
def test_what_is_much_softer_than_the_words_is_no_speech(level: float, count: int) -> None:
    found = window(voice(2), voice(5, level))
    assert len(stretches(found, segment("It is a nice day", 0.0))) == count


def test_a_window_in_which_the_engine_hears_nobody_is_left_alone() -> None:
    assert stretches(window(voice(10))) == []


def test_a_removed_pause_does_not_shift_what_is_heard_again() -> None:
    """Two spans, at 0–2 s and at 60–66 s, lie in one window; only the first has words."""
    sound = voice(8)
    spans = ((0, 2 * SAMPLE_RATE), (60 * SAMPLE_RATE, 66 * SAMPLE_RATE))
    (found,) = unheard(Window(sound=sound, spans=spans), [segment("It is a nice day", 0.0)])
    assert found.spans[-1] == (60 * SAMPLE_RATE, 66 * SAMPLE_RATE)
