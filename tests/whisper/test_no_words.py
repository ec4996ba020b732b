"""Sounds of the telephone in which nobody speaks end with zero words, through the real model."""

from itertools import product
from pathlib import Path

import numpy as np
import pytest
from sounds import RATE, Sound, save, silence, tone

from qa_toolkit.domain.sound import SoundKind
from qa_toolkit.transcribe import Recogniser, TranscribeOptions, engine_for, transcribe

pytestmark = pytest.mark.whisper

OPTIONS = TranscribeOptions()
KEYS = list(product((697, 770, 852, 941), (1_209, 1_336, 1_477, 1_633)))


@pytest.fixture(scope="module")
def engine() -> Recogniser:
    return engine_for(OPTIONS)


def tones(seconds: float, *hertz: float) -> Sound:
    mixed = sum((tone(seconds, hertz=each, level=0.15) for each in hertz), start=silence(seconds))
    return mixed.astype(np.int16)


def dialled(key_s: float, pause_s: float) -> Sound:
    """All keys twice."""
    pressed = [part for key in KEYS * 2 for part in (tones(key_s, *key), silence(pause_s))]
    return np.concatenate([silence(1), *pressed, silence(1)])


def noise(seconds: float, decibels: float) -> Sound:
    """What a line sounds like between 300 and 3,400 Hz when nobody speaks."""
    drawn = np.random.default_rng(5).normal(size=round(seconds * RATE))
    spectrum = np.fft.rfft(drawn)
    hertz = np.fft.rfftfreq(len(drawn), 1 / RATE)
    spectrum[(hertz < 300) | (hertz > 3_400)] = 0
    line = np.fft.irfft(spectrum, len(drawn))
    sound: Sound = (line / line.std() * 32_767 * 10 ** (decibels / 20)).astype(np.int16)
    return sound


def chords(seconds: float) -> Sound:
    """Chords that change every second, each note with an overtone."""
    bars = [
        tones(1.0, *(over * hertz for hertz in bar for over in (1, 3))) // 3
        for bar in ((262, 330, 392), (220, 262, 330), (175, 220, 262), (196, 247, 294))
    ]
    return np.resize(np.concatenate(bars), round(seconds * RATE)).astype(np.int16)


RING_UK = [tones(0.4, 400, 450), silence(0.2), tones(0.4, 400, 450), silence(2)]
RING_US = [tones(2, 440, 480), silence(4)]
RING_EUROPE = [tones(1, 425), silence(4)]
BUSY = [tones(0.5, 480, 620), silence(0.5)]


@pytest.mark.parametrize("suffix", [".wav", ".mp3", ".opus"])
@pytest.mark.parametrize(
    ("sound", "kind"),
    [
        (silence(600), SoundKind.SILENCE),
        (noise(60, -45), SoundKind.NOISE),
        (noise(60, -55), SoundKind.SILENCE),
        (dialled(0.05, 0.05), SoundKind.KEYS),
        (dialled(0.1, 0.1), SoundKind.KEYS),
        (dialled(0.3, 0.4), SoundKind.KEYS),
        (np.concatenate(RING_UK * 6), SoundKind.RINGING),
        (np.concatenate(RING_US * 4), SoundKind.RINGING),
        (np.concatenate(RING_EUROPE * 5), SoundKind.RINGING),
        (np.concatenate(BUSY * 12), SoundKind.RINGING),
        (chords(30), SoundKind.MUSIC),
    ],
    ids=[
        "ten minutes of silence",
        "comfort noise",
        "faint noise",
        "dialler",
        "quick fingers",
        "slow fingers",
        "ring-back UK",
        "ring-back US",
        "ring-back Europe",
        "busy",
        "music",
    ],
)
def test_where_nobody_speaks_there_are_no_words(
    tmp_path: Path, engine: Recogniser, sound: Sound, kind: SoundKind, suffix: str
) -> None:
    call = transcribe(save(tmp_path / f"call{suffix}", sound), "c-1", OPTIONS, engine)
    assert call.turns == ()
    assert call.audio
    assert kind in {heard.kind for heard in call.audio.sounds}
    assert SoundKind.SPEECH not in {heard.kind for heard in call.audio.sounds}
