"""The transcript of one interaction as rows to read: turns, and what happens between them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.signals import Signals
from qa_toolkit.domain.transcript import Turn
from qa_toolkit.domain.wording import minutes
from qa_toolkit.drawing.events import Event
from qa_toolkit.drawing.lines import lines
from qa_toolkit.drawing.low import low_spans
from qa_toolkit.drawing.words import length, voice
from qa_toolkit.scorecards.pages.marked_html import marked_html
from qa_toolkit.scorecards.pages.marked_words import Piece, marks_of, pieces
from qa_toolkit.scorecards.turn_places import moment, turn_anchor

MOST_SHOWN = 50_000
"""Characters of one turn on its own page; more is no speech but a pasted log."""
LONG = 3_000
"""A turn of more characters gets a box of its own to scroll in."""


@dataclass(frozen=True, slots=True)
class Row:
    """A turn, or something that happens: `kind` is a speaker's role or `event`."""

    kind: str
    when: str
    start_s: float | None
    end_s: float | None
    anchor: str = ""
    who: str = ""
    pieces: tuple[Piece, ...] = ()
    text: str = ""
    note: str = ""
    is_long: bool = False

    @property
    def marked(self) -> Markup:
        """Its words with their marks."""
        return marked_html(self.pieces)


def rows(
    scored: Scored,
    signals: Signals | None,
    anchor: str,
    criteria: Mapping[str, tuple[int, str]],
) -> Iterator[Row]:
    """The transcript in order of time.

    Args:
        scored: the interaction with its transcript and evidence.
        signals: what was measured; without it nothing is told of holds and silence.
        anchor: names the interaction.
        criteria: number on the page and question, by id.
    """
    marks = marks_of(scored, criteria)
    for line in lines(scored.transcript, signals):
        if isinstance(line, Event):
            told = f"{line.kind}, {length(line.length_s)}"
            yield Row("event", minutes(line.start_s), line.start_s, line.end_s, text=told)
            continue
        turn, place = line.turn, turn_anchor(anchor, line.index)
        text = turn.text[:MOST_SHOWN]
        left = len(turn.text) - len(text)
        yield Row(
            turn.speaker.value,
            moment(scored, turn),
            turn.start_s,
            turn.end_s,
            place,
            voice(turn),
            pieces(text, marks.get(line.index, ()), _low(text, turn), place),
            note=f"{left:,} more characters of this turn are not shown." if left else "",
            is_long=len(text) > LONG,
        )


def _low(text: str, turn: Turn) -> list[tuple[int, int]]:
    return list(low_spans(text, turn.words)) if turn.words else []
