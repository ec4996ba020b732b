"""When somebody speaks: stretches of speech without a pause, by the times of the words."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qa_toolkit.domain.transcript import Turn

PAUSE_S = 0.5
"""A turn in which nobody says a word for so long is heard as a pause; speech rate leaves it out."""


class Stretch(NamedTuple):
    """Speech of one turn without a pause, in seconds from the start."""

    start_s: float
    end_s: float
    turn: int


def stretches(turns: Sequence[Turn]) -> list[Stretch]:
    """All speech in order of its beginnings; none for messages, which have no duration.

    A turn whose words have no times is taken to be spoken from end to end.
    """
    found: list[Stretch] = []
    for number, turn in enumerate(turns):
        if turn.end_s is not None and turn.start_s is not None:
            found += _of_turn(number, turn, turn.start_s, turn.end_s)
    found.sort()
    return found


def _of_turn(number: int, turn: Turn, start_s: float, end_s: float) -> Iterator[Stretch]:
    if not turn.words:
        yield Stretch(start_s, max(start_s, end_s), number)
        return
    start_s = end_s = turn.words[0].start_s
    for word in turn.words:
        if word.start_s - end_s >= PAUSE_S:
            yield Stretch(start_s, end_s, number)
            start_s = word.start_s
        end_s = max(end_s, word.start_s, word.end_s)
    yield Stretch(start_s, end_s, number)
