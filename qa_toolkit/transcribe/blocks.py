"""Long recordings in blocks, so that three hours need no more memory than ten minutes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qa_toolkit.transcribe.audio import SAMPLE_RATE, Samples
from qa_toolkit.transcribe.levels import FRAMES_PER_S, Levels

BLOCK_S = 300
"""A call up to this length is recognised in one go."""
SEARCH_S = 30
"""A cut is made at the quietest moment of this many seconds, so that no word is cut in two."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Block:
    """A stretch of a recording: its first sample's number and its samples, one row per channel."""

    start: int
    samples: Samples


def planned_cuts(levels: Levels) -> list[int]:
    """The samples at which to cut: none for a recording of up to `BLOCK_S`."""
    loudness = levels.power.sum(axis=0)
    cuts: list[int] = []
    start = 0
    while len(loudness) - start > BLOCK_S * FRAMES_PER_S:
        latest = start + BLOCK_S * FRAMES_PER_S
        earliest = latest - SEARCH_S * FRAMES_PER_S
        start = earliest + int(loudness[earliest:latest].argmin())
        cuts.append(start * SAMPLE_RATE // FRAMES_PER_S)
    return cuts


def in_blocks(pieces: Iterable[Samples], cuts: list[int]) -> Iterator[Block]:
    """The pieces of a recording joined and cut at the given samples."""
    import numpy as np

    waiting: list[Samples] = []
    first = position = 0
    for piece in pieces:
        waiting.append(piece)
        position += piece.shape[1]
        while cuts and position >= cuts[0]:
            cut, *cuts = cuts
            joined = np.concatenate(waiting, axis=1)
            # before the block is handed out, so that its sound is not there twice meanwhile
            waiting = [joined[:, cut - first :]]
            yield Block(start=first, samples=joined[:, : cut - first])
            first = cut
    waiting = [np.concatenate(waiting, axis=1)]
    if waiting[0].shape[1]:
        yield Block(start=first, samples=waiting[0])
