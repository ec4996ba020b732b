"""Frames of any kind → 16-bit samples at one rate, the channels kept apart, every sound in its time.

Recorders of internet calls store nothing while nobody speaks, and damaged packets leave holes.
Silence takes the place of both: without it what follows would come too early.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from qa_toolkit.transcribe.audio.losses import Losses
from qa_toolkit.transcribe.audio.samples import LAYOUTS, SAMPLE_RATE, Samples

if TYPE_CHECKING:
    from av import AudioFrame, AudioResampler

_JITTER_S = 0.25
"""Times differ by less than this from the sound counted, for instance where encoders pad."""
_LONGEST_GAP_S = 600
"""A longer one is filled only in a recording that says to be long enough for it."""
_AT_ONCE = SAMPLE_RATE
"""Samples that are handed on together: handling each small frame costs more than its sound."""


def resampled(
    frames: Iterable["AudioFrame"], length_s: float | None, losses: Losses
) -> Iterator[Samples]:
    """The samples of frames, which may change their kind on the way (HE-AAC does).

    The first frame decides how many channels there are; later ones with more are mixed, and with
    fewer are spread.

    Args:
        frames: with their times, where the file has them.
        length_s: how long the recording should be, if known.
        losses: what is filled with silence is added here.

    Yields:
        arrays of shape (channels, samples).
    """
    import numpy as np

    clock = _Clock(length_s)
    channels, kind, resampler = 0, None, None
    for frame in frames:
        gap_s = clock.gap_before(frame)
        if resampler is None or gap_s or _kind(frame) != kind:
            if resampler is not None:
                yield from _samples(resampler, None, channels)
            losses.silence_s += gap_s
            for missing in _in_parts(round(gap_s * SAMPLE_RATE)):
                yield np.zeros((channels, missing), dtype=np.int16)
            channels, kind = channels or frame.layout.nb_channels, _kind(frame)
            resampler = _resampler(frame, channels)
        yield from _samples(resampler, frame, channels)
    if resampler is not None:
        yield from _samples(resampler, None, channels)


class _Clock:
    """Compares the times of frames with the sound that came before them."""

    def __init__(self, length_s: float | None) -> None:
        self._length_s = length_s or 0.0
        self._start_s: float | None = None
        self._heard_s = 0.0

    def gap_before(self, frame: "AudioFrame") -> float:
        """How much is missing before a frame, in seconds; 0 where its time cannot be believed."""
        gap_s = 0.0
        if frame.time is not None:
            if self._start_s is None:
                self._start_s = frame.time
            ahead_s = frame.time - self._start_s - self._heard_s
            if _JITTER_S < ahead_s < max(_LONGEST_GAP_S, self._length_s - self._heard_s):
                gap_s = ahead_s
            elif abs(ahead_s) > _JITTER_S:
                self._start_s += ahead_s
        self._heard_s += gap_s + frame.samples / frame.sample_rate
        return gap_s


def _resampler(frame: "AudioFrame", channels: int) -> "AudioResampler":
    import av

    # with the same layout on both sides nothing is mixed
    same = frame.layout.nb_channels == channels
    return av.AudioResampler(
        format="s16",  # not s16p: PyAV crashes on 8 channels that lie one after the other
        layout=frame.layout if same else LAYOUTS[channels],
        rate=SAMPLE_RATE,
        frame_size=_AT_ONCE,
    )


def _samples(
    resampler: "AudioResampler", frame: "AudioFrame | None", channels: int
) -> Iterator[Samples]:
    """What a frame adds; None asks for the samples still held back."""
    import numpy as np

    if frame is not None:
        frame.pts = None  # times with gaps or jumps would stop the resampler
    for part in resampler.resample(frame):
        yield np.ascontiguousarray(part.to_ndarray().reshape(-1, channels).T, dtype=np.int16)


def _in_parts(samples: int) -> Iterator[int]:
    while samples > 0:
        yield min(samples, 60 * _AT_ONCE)
        samples -= 60 * _AT_ONCE


def _kind(frame: "AudioFrame") -> tuple[str, str, int]:
    return frame.layout.name, frame.format.name, frame.sample_rate
