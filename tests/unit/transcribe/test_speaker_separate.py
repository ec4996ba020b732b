"""Two parties of a recorded call told apart by voice, with the weights that ship.

The call is synthetic and in stereo: the channels say who speaks, and the separation hears them
mixed. Words are cut from the loudness of the channels, so that no recogniser is needed.
"""

from functools import cache
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from qa_toolkit.domain.transcript import Word
from qa_toolkit.transcribe.audio import SAMPLE_RATE, read_pieces
from qa_toolkit.transcribe.speakers import separate

CALLS = Path(__file__).parents[3] / "examples" / "quickstart" / "recordings"
WORD_S = 0.4
LOUD = 300  # root mean square of 16-bit samples

Sound = NDArray[np.int16]


@cache
def call(name: str) -> Sound:
    stereo: Sound = np.concatenate(list(read_pieces(CALLS / name)), axis=1)
    return stereo


def mixed(stereo: Sound) -> Sound:
    mono: Sound = (stereo.astype(np.int32).sum(axis=0) // 2).astype(np.int16)
    return mono


def words_of(stereo: Sound) -> tuple[list[Word], list[int]]:
    """A made-up word wherever one channel alone is loud, and which channel that is."""
    size = int(WORD_S * SAMPLE_RATE)
    frames = stereo[:, : stereo.shape[1] // size * size].reshape(2, -1, size).astype(np.float64)
    left, right = np.sqrt(np.square(frames).mean(axis=2)) > LOUD
    places = np.flatnonzero(left ^ right).tolist()
    words = [
        Word(text="word", start_s=n * WORD_S, end_s=(n + 1) * WORD_S, probability=1.0)
        for n in places
    ]
    return words, [int(right[place]) for place in places]


@pytest.mark.parametrize("name", ["call-0004.wav", "call-0008.m4a"])
def test_both_parties_of_a_mono_call_are_told_apart(name: str) -> None:
    words, channels = words_of(call(name))
    voices = separate(mixed(call(name)), words)
    right = np.mean(
        [label == channel for label, channel in zip(voices.labels, channels, strict=True)]
    )
    assert right >= 0.97
    assert voices.confidence >= 0.9


@pytest.mark.parametrize("channel", [0, 1], ids=["the agent", "the customer"])
def test_one_voice_alone_is_said_to_be_alone(channel: int) -> None:
    stereo = call("call-0004.wav")
    words, channels = words_of(stereo)
    own = [word for word, by in zip(words, channels, strict=True) if by == channel]
    voices = separate(stereo[channel], own)
    assert (voices.alone, set(voices.labels)) == (True, {0})
    assert voices.confidence < 0.5


def test_sound_in_pieces_gives_the_same_labels() -> None:
    stereo = call("call-0002.flac")
    words, _ = words_of(stereo)
    sound = mixed(stereo)
    pieces = (sound[start : start + 50_000] for start in range(0, len(sound), 50_000))
    assert separate(pieces, words).labels == separate(sound, words).labels


def test_a_recording_without_words_is_nobodys() -> None:
    voices = separate(np.zeros(SAMPLE_RATE, np.int16), ())
    assert (voices.labels, voices.alone) == ((), True)
