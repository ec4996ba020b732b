"""Recordings → samples, through PyAV, which brings its own codecs: no ffmpeg program is needed."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain, groupby
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from qa_toolkit.errors import MissingExtra, Unusable

if TYPE_CHECKING:
    import numpy as np
    from av import AudioFrame
    from av.container import InputContainer
    from numpy.typing import NDArray

Samples: TypeAlias = "NDArray[np.int16]"
"""16-bit samples at `SAMPLE_RATE`: one row per audio channel, or one channel alone."""

SUFFIXES = frozenset({".wav", ".mp3", ".ogg", ".opus", ".flac", ".m4a", ".gsm", ".webm"})
SAMPLE_RATE = 16_000
"""Samples per second: what the Whisper models were trained on."""
FULL_SCALE = 32_768
PIECE_S = 10
"""Length of the pieces in which a recording is read, in seconds."""

_NO_FORMAT = "not a recording, or damaged: no audio format is recognised"
# A playlist or subtitle file named .wav could make the decoder open other files or addresses:
# only plain sound containers on the local disk are let in. Names as in `ffmpeg -demuxers`.
_ONLY = {
    "format_whitelist": "wav,w64,mp3,ogg,flac,mov,mp4,m4a,matroska,webm,gsm,aac",
    "protocol_whitelist": "file",
}


def read_pieces(path: Path) -> Iterator[Samples]:
    """The recording in pieces of `PIECE_S` seconds, the last one shorter.

    A file that breaks off or is damaged in part gives what can be decoded.

    Yields:
        arrays of shape (1 or 2 channels, samples).

    Raises:
        Unusable: nothing in it can be decoded, or it has more than two channels.
        MissingExtra: PyAV is not installed.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise Unusable(
            f"'{path.suffix}' is not a kind of recording that can be read",
            hint=f"use one of {' '.join(sorted(SUFFIXES))}",
        )
    try:
        import av  # noqa: F401 - asked for here so that its absence is told before any file is opened
        import numpy as np
    except ImportError:
        raise MissingExtra("speech", "reading recordings") from None

    size = PIECE_S * SAMPLE_RATE
    waiting: list[Samples] = []
    count = total = 0
    with _opened(path) as container:
        for part in _resampled(_frames(container)):
            waiting.append(part)
            count += part.shape[1]
            total += part.shape[1]
            while count >= size:
                joined = np.concatenate(waiting, axis=1)
                yield joined[:, :size]
                waiting, count = [joined[:, size:]], count - size
    if total == 0:
        raise Unusable("the file contains no sound (0.0 s)")
    if count:
        yield np.concatenate(waiting, axis=1)


@contextmanager
def _opened(path: Path) -> Iterator["InputContainer"]:
    import av

    try:
        if path.stat().st_size == 0:
            raise Unusable("the file is empty (0 bytes)")
        container = av.open(f"file:{path}", options=_ONLY, metadata_errors="ignore")
    except OSError as error:
        raise Unusable(f"the file cannot be opened: {error.strerror or error}") from error
    except av.error.FFmpegError as error:
        raise Unusable(_NO_FORMAT) from error
    with container:
        if not container.streams.audio:
            raise Unusable("the file contains no audio")
        # GSM has no header, so the decoder takes any bytes under that suffix
        if container.format.name == "gsm" and not _is_gsm(path):
            raise Unusable(_NO_FORMAT)
        yield container


def _is_gsm(path: Path) -> bool:
    """Whether every frame (33 bytes) of the first second opens with the format's mark, 0xD."""
    with path.open("rb") as file:
        marks = file.read(50 * 33)[::33]
    return all(mark >> 4 == 0xD for mark in marks)


def _frames(container: "InputContainer") -> Iterator["AudioFrame"]:
    """Whatever can be decoded from the first audio stream, damaged packets left out."""
    import av

    stream = container.streams.audio[0]
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets, None)
        except av.error.FFmpegError:
            return  # damaged beyond this point: what came before is used
        if packet is None:
            return
        try:
            frames = stream.codec_context.decode(packet)
        except av.error.FFmpegError:
            continue
        yield from frames


def _resampled(frames: Iterator["AudioFrame"]) -> Iterator[Samples]:
    """Frames as 16-bit samples at `SAMPLE_RATE`, the channels kept apart."""
    import av

    channels: int | None = None
    for (count, _format, _rate), alike in groupby(frames, key=_shape):
        if count > 2:
            raise Unusable(
                f"{count} audio channels; a call has one or two",
                hint="save the agent as the left and the customer as the right channel",
            )
        if channels not in (None, count):
            return
        channels = count
        layout = "mono" if count == 1 else "stereo"
        resampler = av.AudioResampler(format="s16p", layout=layout, rate=SAMPLE_RATE)
        for frame in chain(alike, (None,)):  # None asks for the samples still held back
            if frame is not None:
                frame.pts = None  # times with gaps or jumps would stop the resampler
            for part in resampler.resample(frame):
                yield part.to_ndarray().astype("int16", copy=False)


def _shape(frame: "AudioFrame") -> tuple[int, str, int]:
    """Some streams change it after the first frames (HE-AAC does)."""
    return frame.layout.nb_channels, frame.format.name, frame.sample_rate
