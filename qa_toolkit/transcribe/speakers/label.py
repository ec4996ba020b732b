"""Two voices → who said each word."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from math import exp

from qa_toolkit.domain.transcript import Word
from qa_toolkit.transcribe.speakers.spans import PAUSE_S, SPAN_S, Span

NEAR_S = 0.5
"""A stretch counts less for a word the farther its middle is from the word's: by this much, 1/e."""
WEIGHT = 1.5
"""What a second of clear evidence weighs against a change of speaker."""
CHANGE = 1.0
"""The cost of a change of speaker in the middle of speech; pauses and full sentences lower it."""
_SENTENCE = 0.35
_LEAST_S, _MOST_S = 0.1, 1.0


def evidence(
    words: Sequence[Word], spans: Sequence[Span], leaning: Sequence[float]
) -> tuple[float, ...]:
    """Whose voice is heard while each word is said: -1 the first voice, 1 the second, 0 no idea.

    Args:
        words: by start.
        spans: by start, none longer than `SPAN_S`.
        leaning: the same for each stretch.
    """
    starts = [span.start_s for span in spans]
    told = []
    for word in words:
        middle_s = (word.start_s + word.end_s) / 2
        weight = total = 0.0
        for place in range(
            bisect_left(starts, word.start_s - SPAN_S), bisect_left(starts, word.end_s)
        ):
            span = spans[place]
            shared_s = min(span.end_s, word.end_s) - max(span.start_s, word.start_s)
            away_s = (span.start_s + span.end_s) / 2 - middle_s
            near = max(0.0, shared_s) * exp(-((away_s / NEAR_S) ** 2))
            weight += near
            total += near * leaning[place]
        told.append(total / weight if weight else 0.0)
    return tuple(told)


def labels_of(words: Sequence[Word], told: Sequence[float]) -> tuple[int, ...]:
    """The most likely speaker (0 or 1) of each word, where changes have a cost (Viterbi's way)."""
    if not words:
        return ()
    gains = [_gain(word, tells) for word, tells in zip(words, told, strict=True)]
    best = (-gains[0], gains[0])
    came_from: list[tuple[int, int]] = []
    for (before, after), gain in zip(pairwise(words), gains[1:], strict=True):
        cost = _cost(before, after)
        from_0 = 0 if best[0] >= best[1] - cost else 1
        from_1 = 1 if best[1] >= best[0] - cost else 0
        best = (
            best[from_0] - cost * (from_0 != 0) - gain,
            best[from_1] - cost * (from_1 != 1) + gain,
        )
        came_from.append((from_0, from_1))
    labels = [0 if best[0] >= best[1] else 1]
    for sources in reversed(came_from):
        labels.append(sources[labels[-1]])
    return tuple(reversed(labels))


def _gain(word: Word, tells: float) -> float:
    return WEIGHT * tells * min(max(word.end_s - word.start_s, _LEAST_S), _MOST_S)


def _cost(before: Word, after: Word) -> float:
    cost = CHANGE * (_SENTENCE if before.text.endswith((".", "?", "!")) else 1.0)
    pause_s = max(0.0, after.start_s - before.end_s)
    return cost * PAUSE_S / (PAUSE_S + pause_s)
