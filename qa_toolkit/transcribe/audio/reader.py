"""A recording is read piece by piece; what is missing of it is told at the end."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

from qa_toolkit.errors import MissingExtra, Unusable
from qa_toolkit.transcribe.audio.decoding import frames_of
from qa_toolkit.transcribe.audio.formats import RAW_SUFFIXES, SUFFIXES
from qa_toolkit.transcribe.audio.headers import has_mark, head_of
from qa_toolkit.transcribe.audio.losses import Losses, told
from qa_toolkit.transcribe.audio.opening import Track, opened_track
from qa_toolkit.transcribe.audio.raw import RawFormat, raw_track
from qa_toolkit.transcribe.audio.resampling import resampled
from qa_toolkit.transcribe.audio.samples import MAX_HOURS, PIECE_S, SAMPLE_RATE, Pieces, Samples
from qa_toolkit.transcribe.content import opened


class AudioReader:
    """One reading of a recording.

    Attributes:
        remarks: what is missing or was passed over, in words for people; complete once all
            pieces have been taken.
    """

    def __init__(self, path: Path, raw: RawFormat | None = None) -> None:
        """Only remember what to read; the file is opened with the first piece.

        Args:
            path: the recording.
            raw: what the file holds if it has no header.
        """
        self.remarks: tuple[str, ...] = ()
        self._path = path
        self._raw = raw

    def pieces(self) -> Pieces:
        """The recording in pieces of `PIECE_S` seconds, the last one shorter.

        A file that breaks off or is damaged in part gives what can be decoded.

        Yields:
            arrays of shape (channels, samples).

        Raises:
            Unusable: nothing in it can be decoded, it was written to meanwhile, or it is no call:
                too many channels, an impossible rate or length.
            MissingExtra: PyAV is not installed.
        """
        try:
            import av  # noqa: F401 - asked for here so that its absence is told before any file is opened
            import numpy as np
        except ImportError:
            raise MissingExtra("speech", "reading recordings") from None

        _check_suffix(self._path)
        size = PIECE_S * SAMPLE_RATE
        waiting: list[Samples] = []
        count = total = 0
        losses = Losses()
        with opened(self._path) as file, self._track(file) as track:
            for part in resampled(frames_of(track, losses), track.length_s, losses):
                waiting.append(part)
                count += part.shape[1]
                total += part.shape[1]
                if total > MAX_HOURS * 3600 * SAMPLE_RATE:
                    raise Unusable(f"more than {MAX_HOURS} hours of sound: no call")
                while count >= size:
                    joined = np.concatenate(waiting, axis=1)
                    yield joined[:, :size]
                    waiting, count = [joined[:, size:]], count - size
            if total == 0:
                raise Unusable("the file contains no sound (0.0 s)")
        if count:
            yield np.concatenate(waiting, axis=1)
        heard_s = total / SAMPLE_RATE
        length_s = track.length_s or heard_s * track.promise
        self.remarks = (*track.remarks, *told(losses, heard_s, length_s))

    @contextmanager
    def _track(self, file: FileIO) -> Iterator[Track]:
        if self._path.suffix.lower() not in RAW_SUFFIXES or has_mark(head_of(file)):
            with opened_track(file) as track:
                yield track
        elif self._raw is None:
            raise Unusable(
                "a recording without a header: its codec and rate are not known",
                hint="set raw under [transcribe] in qa.toml, such as raw = 'mulaw 8000 1'",
            )
        else:
            yield raw_track(file, self._raw)


def _check_suffix(path: Path) -> None:
    if path.suffix.lower() not in SUFFIXES | RAW_SUFFIXES:
        raise Unusable(
            f"'{path.suffix}' is not a kind of recording that can be read",
            hint=f"use one of {' '.join(sorted(SUFFIXES))}",
        )
