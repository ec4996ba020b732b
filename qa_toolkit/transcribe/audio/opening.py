"""What is let in: containers of known formats with a sound track that can be decoded."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import FileIO
from typing import TYPE_CHECKING, NoReturn

from qa_toolkit.errors import Unusable
from qa_toolkit.transcribe.audio import headers, mpeg
from qa_toolkit.transcribe.audio.formats import DECODERS, DEMUXERS, tells_length

if TYPE_CHECKING:
    from av import AudioCodecContext, AudioStream, Packet
    from av.container import InputContainer

_NO_FORMAT = "not a recording, or damaged: no audio format is recognised"
_OPTIONS = {
    "format_whitelist": DEMUXERS,
    "codec_whitelist": ",".join(sorted(DECODERS)),
    "max_streams": "32",
    "max_size": "4096",  # of packets of WAV files: half a second; a damaged one is lost as a whole
}
_UNFINISHED = "its header does not tell its length: the recording may not have been finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """The sound track of an open file.

    Attributes:
        packets: its packets; the next one may raise an FFmpegError where the file is damaged.
        decoder: what decodes them.
        length_s: how long its header says it is; None where nothing says so.
        promise: how many times the bytes that are there its header speaks of.
        remarks: what a reader should know about it.
    """

    packets: Iterator["Packet[AudioStream]"]
    decoder: "AudioCodecContext"
    length_s: float | None = None
    promise: float = 1.0
    remarks: tuple[str, ...] = ()


@contextmanager
def opened_track(file: FileIO) -> Iterator[Track]:
    """The sound track of a file, found by its content.

    Raises:
        Unusable: it is no recording, is encrypted, has no sound, or a sound that is not read.
    """
    import av

    head = headers.head_of(file)
    if headers.is_locked(file, head):
        raise _locked()
    file.seek(0)
    try:
        container = av.open(
            file, mode="r", options=_OPTIONS, metadata_errors="replace", io_open=_nothing_else
        )
    except (av.error.FFmpegError, OSError) as error:
        raise _unreadable(head) from error
    with container:
        _check_proof(container.format.name, file, head)
        stream = _sound_of(container)
        length_s, promise, remarks = _length_s(container, stream), 1.0, []
        if container.format.name == "wav":
            told = headers.wav_promise(head, os.fstat(file.fileno()).st_size)
            length_s, promise = None, told or 1.0
            remarks += [] if told else [_UNFINISHED]
        if len(container.streams.audio) > 1:
            remarks.append(f"{len(container.streams.audio)} sound tracks; only one of them is read")
        if container.format.name == "mp3" and not mpeg.counts_frames(mpeg.first_frame(file)):
            length_s = None  # only an estimate from the size of the file
        yield Track(
            packets=container.demux(stream),
            decoder=stream.codec_context,
            length_s=length_s,
            promise=promise,
            remarks=tuple(remarks),
        )


def _check_proof(name: str, file: FileIO, head: bytes) -> None:
    """FFmpeg takes noise for the formats that have no header; look closer."""
    if (name == "gsm" and not headers.is_gsm(head)) or (
        name in ("mp3", "aac") and not mpeg.first_frame(file)
    ):
        raise Unusable(_NO_FORMAT)


def _sound_of(container: "InputContainer") -> "AudioStream":
    """The sound track that is marked as the default one, else the first."""
    import av

    tracks = container.streams.audio
    if not tracks:
        raise Unusable("the file contains no audio")
    default = av.stream.Disposition.default
    stream = next((track for track in tracks if default in track.disposition), tracks[0])
    if "enc_key_id" in stream.metadata:  # an encrypted WebM file
        raise _locked()
    # PyAV has no codec context for a codec that it does not know, whatever its types say
    if getattr(stream.codec_context, "name", "") not in DECODERS:
        raise Unusable(
            "its sound is in a codec that is not read", hint="convert it to WAV, FLAC or MP3"
        )
    return stream


def _length_s(container: "InputContainer", stream: "AudioStream") -> float | None:
    """What the header says; where only the whole file has a length, that of a file of sound."""
    if not tells_length(container.format.name):
        return None
    if stream.duration is not None and stream.time_base is not None:
        return float(stream.duration * stream.time_base)
    if container.duration is not None and len(container.streams) == 1:
        return container.duration / 1_000_000
    return None


def _locked() -> Unusable:
    return Unusable(
        "the sound is encrypted (DRM)", hint="export it without protection from where it was made"
    )


def _unreadable(head: bytes) -> Unusable:
    if headers.is_mpeg4(head):
        return Unusable(
            "an MPEG-4 file that breaks off before its index, or is damaged: it cannot be read",
            hint="copy it again from where it was made",
        )
    return Unusable(_NO_FORMAT)


def _nothing_else(url: str, flags: int, options: dict[str, str]) -> NoReturn:
    """No file that is read may have another one opened."""
    raise PermissionError(url)
