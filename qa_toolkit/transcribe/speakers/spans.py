"""Words → the stretches of sound that are listened to for whose voice it is."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil
from typing import NamedTuple

from qa_toolkit.domain.transcript import Word

SPAN_S = 1.6
"""The encoder was trained on stretches of this length."""
STEP_S = 0.8
"""Long speech is covered by stretches that begin at most this long after one another."""
PAUSE_S = 0.25
"""A longer pause may be a change of speaker, so no stretch reaches across it."""
MOST = 8_000
"""No recording has more stretches, which are a minute of work."""
_SENTENCE_ENDS = (".", "?", "!")


class Span(NamedTuple):
    """A stretch of sound, in seconds from the start of the recording."""

    start_s: float
    end_s: float

    @property
    def length_s(self) -> float:
        return self.end_s - self.start_s


def spans_of(words: Sequence[Word], *, most: int = MOST) -> tuple[Span, ...]:
    """The stretches to listen to, by start, each within a run of words of what may be one person.

    Where there would be too many they no longer overlap, and then every n-th is taken: words that
    none covers go with the words around them.
    """
    runs = [(run[0].start_s, run[-1].end_s) for run in _runs(words)]
    spans = [span for run in runs for span in _cover(*run, STEP_S)]
    if len(spans) > most:
        spans = [span for run in runs for span in _cover(*run, SPAN_S)]
    return tuple(sorted(spans)[:: max(1, ceil(len(spans) / most))])


def may_change(before: Word, after: Word) -> bool:
    """Whether another person may speak from the second word on: after a pause or a sentence."""
    pause_s = after.start_s - before.end_s
    return pause_s > PAUSE_S or before.text.endswith(_SENTENCE_ENDS)


def _runs(words: Sequence[Word]) -> Iterator[Sequence[Word]]:
    first = 0
    for place, (before, after) in enumerate(pairwise(words), start=1):
        if may_change(before, after):
            yield words[first:place]
            first = place
    if words:
        yield words[first:]


def _cover(start_s: float, end_s: float, step_s: float) -> Iterator[Span]:
    steps = max(0, ceil((end_s - start_s - SPAN_S) / step_s))
    if steps == 0:
        yield Span(start_s, end_s)
        return
    for number in range(steps + 1):
        begin_s = start_s + (end_s - start_s - SPAN_S) * number / steps
        yield Span(begin_s, begin_s + SPAN_S)
