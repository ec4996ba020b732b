"""Speech without its pauses in windows of up to 30 s, as Whisper takes it, and the way back in time.

Windows are cut where it is quiet, so that no word lies on an edge. Each is recognised by itself:
the words of one never depend on another, so windows can be recognised together.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from math import ceil
from typing import TYPE_CHECKING, TypeAlias

from qa_toolkit.domain.transcript import Word
from qa_toolkit.transcribe.audio import SAMPLE_RATE
from qa_toolkit.transcribe.segment import Gap, Segment

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Wave: TypeAlias = "NDArray[np.float32]"
"""One channel's samples at `SAMPLE_RATE`, 1 is full scale."""
Span: TypeAlias = tuple[int, int]
"""First sample, and the one after the last."""

LONGEST_S = 29.5
"""Whisper takes 30 s; the rest is for its idea of where the last word ends."""
USUAL_S = 26.0
"""Windows about this long leave room to look for a quiet place, and few of them are needed."""
SEARCH_S = 6.0
"""A cut is looked for this far around the place that would make windows equally long."""
QUIET_S = 0.3
"""A quiet place is quiet for this long: longer than the closure before a plosive."""
_STEP = SAMPLE_RATE // 100


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Window:
    """Up to `LONGEST_S` of speech, put together from spans of one channel.

    Attributes:
        sound: the spans, one after the other.
        spans: where they lie in the recording, in samples.
    """

    sound: Wave
    spans: tuple[Span, ...]

    @property
    def length_s(self) -> float:
        return len(self.sound) / SAMPLE_RATE

    @property
    def gap(self) -> Gap:
        """The window as a stretch of the recording that gave no words."""
        return Gap(start_s=self.spans[0][0] / SAMPLE_RATE, end_s=self.spans[-1][1] / SAMPLE_RATE)

    def in_recording(self, segment: Segment) -> Segment:
        """The same with the times of the recording in place of those of the window."""
        return replace(segment, words=tuple(map(self._moved, segment.words)))

    def halves(self) -> tuple["Window", "Window"]:
        """Two windows, cut at the quietest place near the middle."""
        cut = _quietest(self.sound, len(self.sound) // 4, 3 * len(self.sound) // 4)
        return self.part(0, cut), self.part(cut, len(self.sound))

    def from_s(self, time_s: float) -> "Window":
        """What is left of the window from a time in it."""
        return self.part(int(time_s * SAMPLE_RATE), len(self.sound))

    def part(self, first: int, last: int) -> "Window":
        """What lies in [first, last) of its samples."""
        return Window(sound=self.sound[first:last], spans=tuple(_within(self.spans, first, last)))

    def _moved(self, word: Word) -> Word:
        """A word that seems to lie across a pause is where its middle is, as far as speech goes."""
        ends = list(accumulate(last - first for first, last in self.spans))
        middle = int((word.start_s + word.end_s) / 2 * SAMPLE_RATE)
        span = min(bisect_right(ends, middle), len(ends) - 1)
        first_s, last_s = (edge / SAMPLE_RATE for edge in self.spans[span])
        shift_s = last_s - ends[span] / SAMPLE_RATE
        start_s, end_s = (
            round(min(max(time_s + shift_s, first_s), last_s), 2)
            for time_s in (word.start_s, word.end_s)
        )
        return replace(word, start_s=start_s, end_s=end_s)


def in_windows(sound: Wave, spans: Sequence[Span], *, start: int = 0) -> Iterator[Window]:
    """Cut the speech of one channel into windows about equally long.

    Args:
        sound: one channel of a recording, or of a block of it.
        spans: where speech is, in samples of `sound`, in order.
        start: the sample of the recording at which `sound` begins.
    """
    import numpy as np

    if not spans:
        return
    speech = np.concatenate([sound[first:last] for first, last in spans])
    placed = [(start + first, start + last) for first, last in spans]
    begin = 0
    while begin < len(speech):
        cut = _next_cut(speech, begin)
        yield Window(sound=speech[begin:cut], spans=tuple(_within(placed, begin, cut)))
        begin = cut


def _next_cut(speech: Wave, begin: int) -> int:
    """The end of the window that begins there: where it is quietest, near an even share."""
    left = len(speech) - begin
    longest = int(LONGEST_S * SAMPLE_RATE)
    if left <= longest:
        return len(speech)
    even = left // ceil(left / int(USUAL_S * SAMPLE_RATE))
    search = int(SEARCH_S * SAMPLE_RATE)
    return _quietest(speech, begin + even - search, begin + min(even + search, longest))


def _quietest(speech: Wave, earliest: int, latest: int) -> int:
    """The middle of the `QUIET_S` in which the loudest hundredth of a second is softest."""
    import numpy as np

    steps = speech[earliest : earliest + (latest - earliest) // _STEP * _STEP].reshape(-1, _STEP)
    power = np.square(steps).mean(axis=1)
    width = int(QUIET_S * SAMPLE_RATE) // _STEP
    if len(power) <= width:
        return (earliest + latest) // 2
    loudest = np.lib.stride_tricks.sliding_window_view(power, width).max(axis=1)
    return earliest + (int(loudest.argmin()) + width // 2) * _STEP


def _within(spans: Sequence[Span], first: int, last: int) -> Iterator[Span]:
    """The parts of spans that lie in [first, last) when the spans are put one after the other."""
    before = 0
    for start, end in spans:
        low, high = max(first - before, 0), min(last - before, end - start)
        if low < high:
            yield start + low, start + high
        before += end - start
