"""Keys and the tones of the exchange."""

from itertools import product

import numpy as np
import pytest

from qa_toolkit.domain.sound import Sound, SoundKind
from qa_toolkit.transcribe.audio.samples import SAMPLE_RATE, Samples
from qa_toolkit.transcribe.sounds import Mapper

KEYS = dict(
    zip(
        "123A456B789C*0#D",
        product((697, 770, 852, 941), (1_209, 1_336, 1_477, 1_633)),
        strict=True,
    )
)


def tones(seconds: float, *hertz: float, level: float = 0.15) -> Samples:
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    mixed = sum((np.sin(2 * np.pi * each * time) for each in hertz), start=np.zeros_like(time))
    return (level * 32_767 * mixed).astype(np.int16)


def in_a_row(*sounds: Samples) -> Mapper:
    mapper = Mapper(channels=1)
    for sound in sounds:
        mapper.add(sound[np.newaxis])
    return mapper


def found(mapper: Mapper, kind: SoundKind) -> list[Sound]:
    return [sound for sound in mapper.finish({}) if sound.kind is kind]


UK = [tones(0.4, 400, 450), tones(0.2), tones(0.4, 400, 450), tones(2.0)]
US = [tones(2.0, 440, 480), tones(4.0)]
EUROPE = [tones(1.0, 425), tones(4.0)]
BUSY = [tones(0.5, 480, 620), tones(0.5)]


@pytest.mark.parametrize("key", KEYS)
def test_every_key_is_found(key: str) -> None:
    [span] = found(in_a_row(tones(1.0), tones(0.1, *KEYS[key]), tones(1.0)), SoundKind.KEYS)
    assert (span.start_s, span.end_s) == pytest.approx((1.0, 1.1), abs=0.04)


@pytest.mark.parametrize(
    ("key_s", "pause_s"), [(0.05, 0.05), (0.1, 0.1), (0.3, 0.4)], ids=["dialler", "quick", "slow"]
)
def test_a_number_is_one_span_with_its_pauses(key_s: float, pause_s: float) -> None:
    number = [sound for key in "0123456789" for sound in (tones(key_s, *KEYS[key]), tones(pause_s))]
    [span] = found(in_a_row(tones(1.0), *number, tones(1.0)), SoundKind.KEYS)
    assert span.end_s - span.start_s == pytest.approx(10 * (key_s + pause_s) - pause_s, abs=0.1)


@pytest.mark.parametrize(
    "hertz",
    [(697,), (1_209,), (697, 770), (770, 1_400), (730, 1_336), (697, 1_209, 2_000)],
    ids=["low", "high", "two low", "high off", "low off", "and more"],
)
def test_other_tones_are_no_keys(hertz: tuple[float, ...]) -> None:
    assert found(in_a_row(tones(1.0), tones(0.2, *hertz), tones(1.0)), SoundKind.KEYS) == []


@pytest.mark.parametrize(
    ("once", "end_s"),
    [(UK, 3 * 3.0 - 2.0), (US, 3 * 6.0 - 4.0), (EUROPE, 3 * 5.0 - 4.0), (BUSY, 3 * 1.0 - 0.5)],
    ids=["ring-back UK", "ring-back US", "ring-back Europe", "busy US"],
)
def test_ringing_is_one_span_with_its_pauses(once: list[Samples], end_s: float) -> None:
    [span] = found(in_a_row(*once * 3), SoundKind.RINGING)
    assert (span.start_s, span.end_s) == pytest.approx((0.0, end_s), abs=0.1)


def test_only_the_tones_of_ringing_need_no_recogniser() -> None:
    """Somebody may answer in a pause."""
    times_s = [time_s for span in in_a_row(*EUROPE * 2).not_speech(0) for time_s in span]
    assert times_s == pytest.approx([0.0, 1.0, 5.0, 6.0], abs=0.07)


def test_words_in_a_pause_of_ringing_are_speech() -> None:
    kinds = [sound.kind for sound in in_a_row(*EUROPE * 2).finish({0: [(2.0, 3.0)]})]
    ringing, speech = SoundKind.RINGING, SoundKind.SPEECH
    assert kinds[:3] == [ringing, speech, ringing]


def test_a_single_long_tone_is_one_of_the_exchange_only_by_itself() -> None:
    alone = in_a_row(tones(1.0), tones(1.5, 440), tones(1.0))
    between = in_a_row(tones(1.0, 523), tones(1.5, 440), tones(1.0, 587))
    assert [len(found(mapper, SoundKind.RINGING)) for mapper in (alone, between)] == [1, 0]


def test_a_melody_is_no_ringing() -> None:
    notes = [tones(0.5, hertz) for hertz in (392, 440, 494, 523, 587, 523, 494, 440) * 3]
    assert found(in_a_row(*notes), SoundKind.RINGING) == []


def test_a_glide_is_no_ringing() -> None:
    """A voice that says "mmm" has nearly all its energy there, but never the same pitch."""
    time = np.arange(SAMPLE_RATE) / SAMPLE_RATE
    glide = 5_000 * np.sin(2 * np.pi * (380 * time + 100 * time**2))
    mapper = in_a_row(*[glide.astype(np.int16), tones(1.0)] * 4)
    assert (found(mapper, SoundKind.RINGING), mapper.not_speech(0)) == ([], [])
