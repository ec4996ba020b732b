"""Where somebody speaks, apart from what is known to be no speech."""

import subprocess
import sys
from collections.abc import Mapping

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.transcribe import speech
from qa_toolkit.transcribe.audio import SAMPLE_RATE
from qa_toolkit.transcribe.speech import SHORTEST_S, InParts, Values, speech_spans
from qa_toolkit.transcribe.windows import Span

edges = st.lists(st.integers(0, 60 * SAMPLE_RATE), unique=True, max_size=12).map(sorted)
SOUND = np.zeros(0, np.float32)


def pairs(found: list[int]) -> list[Span]:
    return list(zip(found[::2], found[1::2], strict=False))


def found_in(spans: list[Span], muted_s: list[tuple[float, float]], start: int = 0) -> list[Span]:
    """What is left where the detector finds some spans."""
    told = [{"start": first, "end": last} for first, last in spans]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(speech, "_detector", lambda: lambda _: told)
        return speech_spans(SOUND, start=start, muted=muted_s)


@given(edges, edges)
def test_nothing_of_what_is_muted_remains_and_the_order_is_kept(
    found: list[int], muted: list[int]
) -> None:
    silent = [(first / SAMPLE_RATE, last / SAMPLE_RATE) for first, last in pairs(muted)]
    left = found_in(pairs(found), silent)
    assert left == sorted(left)
    assert all(
        min(last, int(end * SAMPLE_RATE)) <= max(first, int(begin * SAMPLE_RATE))
        for first, last in left
        for begin, end in silent
    )


@given(edges, edges)
def test_what_is_left_was_found_and_is_no_sliver(found: list[int], muted: list[int]) -> None:
    silent = [(first / SAMPLE_RATE, last / SAMPLE_RATE) for first, last in pairs(muted)]
    for first, last in found_in(pairs(found), silent):
        (around,) = (span for span in pairs(found) if span[0] <= first and last <= span[1])
        assert (first, last) == around or last - first >= SHORTEST_S * SAMPLE_RATE


def test_muted_times_count_from_the_start_of_the_recording() -> None:
    second = SAMPLE_RATE
    left = found_in([(0, 10 * second)], [(304.0, 306.0)], start=300 * second)
    assert left == [(0, 4 * second), (6 * second, 10 * second)]


def test_where_everything_is_muted_nobody_speaks() -> None:
    assert found_in([(0, 5_000), (9_000, 20_000)], [(0.0, 60.0)]) == []


class Summing:
    """Stands for the detector's session: each answer depends on everything before it."""

    def __init__(self) -> None:
        self.longest = 0

    def run(self, _: None, feed: Mapping[str, Values]) -> tuple[Values, Values, Values]:
        self.longest = max(self.longest, len(feed["input"]))
        sums = feed["h"] + np.cumsum(feed["input"], axis=0)
        return sums, sums[-1], feed["c"] + 1


@pytest.mark.parametrize("count", [1, 499, 500, 501, 1_234])
def test_sound_is_given_to_the_detector_in_parts_with_the_same_result(count: int) -> None:
    sound = (np.arange(count, dtype=np.float32) % 7).reshape(-1, 1)
    feed = {"input": sound, "h": np.zeros(1, np.float32), "c": np.zeros(1, np.float32)}
    session = Summing()
    in_parts, *_ = InParts(session).run(None, feed)
    assert np.array_equal(in_parts, Summing().run(None, feed)[0])
    assert session.longest <= 500


def test_without_the_extra_one_line_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['faster_whisper'] = None\n"
        "from qa_toolkit.errors import MissingExtra\n"
        "from qa_toolkit.transcribe.speech import speech_spans\n"
        "try: speech_spans(None)\n"
        "except MissingExtra as error: print(error.exit_code, error.hint)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "3 pip install 'qa-toolkit[speech]'"
