"""Turns, and what happens between them: holds, waits, silence, talk-over; in order of time."""

from collections.abc import Iterator
from dataclasses import dataclass

from qa_toolkit.domain.signals import Signals
from qa_toolkit.domain.transcript import Transcript, Turn
from qa_toolkit.drawing.events import Event, events


@dataclass(frozen=True, slots=True)
class TurnLine:
    """A turn with its index in the transcript."""

    index: int
    turn: Turn


def lines(transcript: Transcript, signals: Signals | None) -> Iterator[TurnLine | Event]:
    """All of it, for one column: an event stands before the turns that do not begin earlier."""
    waiting = events(transcript, signals)
    place = 0
    for index, turn in enumerate(transcript.turns):
        while (
            place < len(waiting)
            and turn.start_s is not None
            and waiting[place].start_s <= turn.start_s
        ):
            yield waiting[place]
            place += 1
        yield TurnLine(index, turn)
    yield from waiting[place:]
