"""Small recordings, really encoded, and words and segments by hand."""

from collections.abc import Sequence
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from qa_toolkit.domain.transcript import Word
from qa_toolkit.transcribe.segment import Segment

Sound = NDArray[np.int16]
RATE = 8_000
CODECS = {
    ".wav": "pcm_mulaw",
    ".mp3": "libmp3lame",
    ".ogg": "libopus",
    ".opus": "libopus",
    ".flac": "flac",
    ".m4a": "aac",
    ".webm": "libopus",
}


def tone(seconds: float, *, hertz: float = 440.0, level: float = 0.3, rate: int = RATE) -> Sound:
    """One channel with one tone; level 1 is full scale."""
    time = np.arange(round(seconds * rate)) / rate
    return (level * 32_767 * np.sin(2 * np.pi * hertz * time)).astype(np.int16)


def silence(seconds: float) -> Sound:
    return np.zeros(round(seconds * RATE), dtype=np.int16)


def save(path: Path, *channels: Sound, rate: int = RATE) -> Path:
    """Encode channels in the format the suffix asks for."""
    layouts = {1: "mono", 2: "stereo", 3: "2.1"}
    codec = CODECS[path.suffix] if len(channels) < 3 else "pcm_s16le"
    speed = 48_000 if codec == "libopus" else rate
    with av.open(path, "w") as container:
        stream = container.add_stream(codec, rate=speed, layout=layouts[len(channels)])
        assert isinstance(stream, av.AudioStream)
        frame = av.AudioFrame.from_ndarray(
            np.ascontiguousarray(np.stack(channels, axis=1).reshape(1, -1)),
            format="s16",
            layout=layouts[len(channels)],
        )
        frame.sample_rate = rate
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path


def words(text: str, start_s: float, *, each_s: float = 0.3) -> tuple[Word, ...]:
    """Words said one after the other without a pause."""
    return tuple(
        Word(
            text=word,
            start_s=round(start_s + i * each_s, 3),
            end_s=round(start_s + (i + 1) * each_s, 3),
            probability=0.9,
        )
        for i, word in enumerate(text.split())
    )


def segment(text: str, start_s: float, *, log_probability: float = -0.3) -> Segment:
    said = words(text, start_s)
    return Segment(words=said, log_probability=log_probability, pieces=len(said))


class ByHand:
    """A recogniser that gives the same segments for every sound and counts how often it is asked."""

    engine = "by-hand 1"
    model = "none"
    configuration = "as written"

    def __init__(self, *segments: Segment) -> None:
        self.segments = segments
        self.asked: list[float] = []

    def recognise(self, samples: Sound, language: str, *, start_s: float) -> Sequence[Segment]:
        self.asked.append(start_s)
        return self.segments
