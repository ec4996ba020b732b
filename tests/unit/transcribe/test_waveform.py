"""The waveform of a recording."""

from base64 import b64decode

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.sound import Waveform
from qa_toolkit.transcribe.audio.samples import SAMPLE_RATE, Samples
from qa_toolkit.transcribe.waveform import MOST_PEAKS, PEAKS_PER_S, WaveformMeter


def waveform(*pieces: Samples) -> Waveform:
    taken = WaveformMeter(channels=len(pieces[0]))
    for piece in pieces:
        taken.add(piece)
    return taken.finish()


def still(seconds: float, *, channels: int = 1) -> Samples:
    return np.zeros((channels, round(seconds * SAMPLE_RATE)), dtype=np.int16)


def peaks(waveform: Waveform, channel: int = 0) -> list[int]:
    return list(b64decode(waveform.peaks[channel]))


def test_a_click_stands_where_it_was_heard_on_its_channel() -> None:
    sound = still(1.0, channels=2)
    sound[1, SAMPLE_RATE // 2] = 32_767
    drawn = waveform(sound)
    assert drawn.per_s == PEAKS_PER_S
    assert peaks(drawn, 0) == [0] * 20
    assert peaks(drawn, 1) == [0] * 10 + [255] + [0] * 9


@pytest.mark.parametrize(("sample", "drawn"), [(-32_768, 255), (16_384, 128), (-129, 1), (0, 0)])
def test_a_peak_is_the_largest_sample_of_either_sign(sample: int, drawn: int) -> None:
    sound = still(0.05)
    sound[0, 7] = sample
    assert peaks(waveform(sound)) == [drawn]


@pytest.mark.parametrize("seconds", [0.2, 99.9, 100.0, 100.1, 250.0, 3_600.0])
def test_there_are_never_more_peaks_than_a_screen_shows(seconds: float) -> None:
    pieces = [still(10.0)] * int(seconds // 10) + [still(seconds % 10)]
    drawn = waveform(*pieces)
    assert len(peaks(drawn)) <= MOST_PEAKS
    assert len(peaks(drawn)) / drawn.per_s == pytest.approx(seconds, abs=1 / drawn.per_s)


def test_a_long_recording_keeps_its_loudest_moment() -> None:
    loud = still(10.0)
    loud[0, 55_555] = 32_767
    drawn = peaks(waveform(*[still(10.0)] * 29, loud))
    assert [place for place, peak in enumerate(drawn) if peak] == [drawn.index(255)]


@given(cuts=st.lists(st.integers(0, 20_000), max_size=5))
def test_where_the_pieces_are_cut_changes_nothing(cuts: list[int]) -> None:
    sound = np.random.default_rng(1).integers(-32_768, 32_767, (2, 20_000)).astype(np.int16)
    assert waveform(*np.split(sound, sorted(cuts), axis=1)) == waveform(sound)


def test_nothing_heard_is_nothing_drawn() -> None:
    assert WaveformMeter(channels=2).finish().peaks == ("", "")
