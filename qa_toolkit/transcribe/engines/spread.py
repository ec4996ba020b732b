"""Words from text that comes without the times of its words."""

from collections.abc import Iterator
from itertools import accumulate, pairwise

from qa_toolkit.transcribe.engines.words import Piece


def spread(text: str, start_s: float, end_s: float, probability: float) -> Iterator[Piece]:
    """The words of a text laid over the time it was said in, long words longer than short ones.

    The times are a guess: good enough for the order of turns, not for measuring pauses.
    """
    words = text.split()
    if not words:
        return
    ends = list(accumulate(map(len, words), initial=0))
    each_s = max(0.0, end_s - start_s) / ends[-1]
    for word, (before, after) in zip(words, pairwise(ends), strict=True):
        yield f" {word}", start_s + before * each_s, start_s + after * each_s, probability
