"""Sounds of telephones in which nobody speaks: whatever words are found in them are made up."""

import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

RATE = 8_000
Sound = NDArray[np.int16]


def tones(seconds: float, *hertz: float, level: float = 0.1) -> NDArray[np.float64]:
    """Several tones at once; level 1 is full scale for all of them together."""
    time = np.arange(round(seconds * RATE)) / RATE
    together = sum(np.sin(2 * np.pi * one * time) for one in hertz)
    return np.asarray(level * together / max(1, len(hertz)))


def cadence(seconds: float, on: NDArray[np.float64], off_s: float) -> NDArray[np.float64]:
    """A tone and a pause, again and again."""
    once = np.concatenate([on, np.zeros(round(off_s * RATE))])
    return np.resize(once, round(seconds * RATE))


def comfort_noise(seconds: float, level_db: float) -> NDArray[np.float64]:
    """Noise as lines are filled with while nobody speaks: soft, and less of it up high."""
    white = np.random.default_rng(7).normal(size=round(seconds * RATE))
    spectrum = np.fft.rfft(white)
    spectrum *= 1 / (1 + np.fft.rfftfreq(len(white), 1 / RATE) / 800)
    noise = np.fft.irfft(spectrum, len(white))
    return np.asarray(noise / np.sqrt(np.mean(noise**2)) * 10 ** (level_db / 20))


def dialled(digits: str) -> NDArray[np.float64]:
    """Keys of a telephone (DTMF, ITU-T Q.23), 0.1 s each with pauses as long."""
    rows, columns = (697, 770, 852, 941), (1209, 1336, 1477, 1633)
    keys = "123A456B789C*0#D"
    parts = []
    for digit in digits:
        place = keys.index(digit)
        parts += [tones(0.1, rows[place // 4], columns[place % 4], level=0.3), np.zeros(RATE // 10)]
    return np.concatenate(parts)


def silent_sounds() -> Iterator[tuple[str, NDArray[np.float64]]]:
    """All of them, each with its name."""
    yield "10 min of digital silence", np.zeros(600 * RATE)
    yield "10 min of comfort noise at -60 dB", comfort_noise(600, -60)
    yield "2 min of comfort noise at -45 dB", comfort_noise(120, -45)
    yield "DTMF, all keys, four times", dialled("123A456B789C*0#D" * 4)
    british = np.concatenate(
        [tones(0.4, 400, 450), np.zeros(round(0.2 * RATE)), tones(0.4, 400, 450)]
    )
    yield "ring-back, British", cadence(60, british, 2.0)
    yield "ring-back, American", cadence(60, tones(2.0, 440, 480), 4.0)
    yield "ring-back, European", cadence(60, tones(1.0, 425), 4.0)
    yield "engaged tone", cadence(60, tones(0.375, 400), 0.375)


def save(path: Path, sound: NDArray[np.float64]) -> Path:
    """Write one channel as 16-bit WAV."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes((np.clip(sound, -1, 1) * 32_767).astype("<i2").tobytes())
    return path
