"""Small recordings, really encoded, and words and segments by hand."""

import struct
from collections.abc import Sequence
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray

from qa_toolkit.domain.transcript import Word
from qa_toolkit.transcribe.audio.samples import LAYOUTS, SAMPLE_RATE
from qa_toolkit.transcribe.levels import LevelMeter, Levels
from qa_toolkit.transcribe.segment import Segment
from qa_toolkit.transcribe.windows import Window

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


def encode(
    path: Path,
    codec: str,
    *channels: Sound,
    rate: int = RATE,
    bit_rate: int = 0,
    container: str | None = None,
    **options: str,
) -> Path:
    """Encode channels with a codec of choice.

    `container` is FFmpeg's name of the format, where the suffix does not tell it, and the options
    are those of that format.
    """
    layout = LAYOUTS[len(channels)]
    frame = av.AudioFrame.from_ndarray(
        np.ascontiguousarray(np.stack(channels, axis=1).reshape(1, -1)), format="s16", layout=layout
    )
    frame.sample_rate = rate
    with av.open(path, "w", format=container, options=options) as output:
        stream = output.add_stream(
            codec, rate=48_000 if codec == "libopus" else rate, layout=layout
        )
        assert isinstance(stream, av.AudioStream)
        if bit_rate:
            stream.bit_rate = bit_rate
        output.mux(stream.encode(frame))
        output.mux(stream.encode(None))
    return path


# bits of the parameters of a GSM 06.10 frame, in order
_GSM_FIELDS = (6, 6, 5, 5, 4, 4, 3, 3, *(7, 2, 2, 6, *[3] * 13) * 4)


def wav49(gsm: bytes) -> bytes:
    """GSM frames of 33 bytes as the WAV file that telephone systems write, two frames in 65 bytes.

    The parameters are the same; there, the bits of each go into bytes from the lowest one up, and
    here from the highest one down, after a mark of four bits.
    """
    blocks = b""
    for start in range(0, len(gsm) - 65, 66):
        packed = place = 0
        for frame in (gsm[start : start + 33], gsm[start + 33 : start + 66]):
            bits, left = int.from_bytes(frame, "big"), 260
            for width in _GSM_FIELDS:
                left -= width
                packed |= (bits >> left & (1 << width) - 1) << place
                place += width
        blocks += packed.to_bytes(65, "little")
    fmt = struct.pack("<HHIIHHHH", 0x31, 1, RATE, 1625, 65, 0, 2, 320)
    chunks = b"fmt \x14\0\0\0" + fmt + b"data" + struct.pack("<I", len(blocks)) + blocks
    return b"RIFF" + struct.pack("<I", 4 + len(chunks)) + b"WAVE" + chunks


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
    """A recogniser that hears the same in every window, and keeps the windows it is given."""

    engine = "by-hand 1"
    model = "none"
    configuration = "as written"

    def __init__(
        self,
        *segments: Segment,
        languages: Sequence[str] = ("en",),
        spoken: tuple[str, float] = ("en", 1.0),
    ) -> None:
        self.segments = segments
        self.languages = languages
        self.spoken = spoken
        self.asked: list[Window] = []
        self.asked_for_language: list[Window] = []

    def language_of(self, windows: Sequence[Window]) -> tuple[str, float]:
        self.asked_for_language += windows
        return self.spoken

    def recognise(self, windows: Sequence[Window], language: str) -> Sequence[Sequence[Segment]]:
        self.asked += windows
        return [self.segments for _ in windows]


def measured(*channels: Sound) -> Levels:
    """The levels of channels at `RATE`."""
    meter = LevelMeter(channels=len(channels))
    meter.add(np.repeat(np.stack(channels), SAMPLE_RATE // RATE, axis=1))
    return meter.finish()
