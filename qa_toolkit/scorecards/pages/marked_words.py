"""A turn's words cut into pieces: each knows which criteria it is evidence for.

Criteria are named by their numbers on the page. A piece may also hold a word that was heard wrongly.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.scorecards.evidence_view import SIGNS, tone
from qa_toolkit.scorecards.view import Tone
from qa_toolkit.scorecards.wording import clean

_ORDER: tuple[Tone, ...] = ("against", "for", "context")
_NO_LIMIT = float("inf")


@dataclass(frozen=True, slots=True)
class Reference:
    """From marked words back to the criterion they are evidence for."""

    number: int
    tone: Tone
    said: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a turn's text.

    Attributes:
        tone: of the gravest evidence in it; empty for none.
        criteria: their numbers as classes, such as `c3 c5`.
        anchor: its name where evidence begins with it.
        references: to the criteria whose evidence ends with it.
        is_low: it may have been heard wrongly.
    """

    text: str
    tone: Tone | str = ""
    criteria: str = ""
    anchor: str = ""
    references: tuple[Reference, ...] = ()
    is_low: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """Evidence in one turn, for the criterion of this number on the page."""

    start: int
    end: int
    number: int
    tone: Tone
    said: str


def marks_of(
    scored: Scored, criteria: Mapping[str, tuple[int, str]]
) -> Mapping[int, Sequence[Mark]]:
    """The evidence of a scorecard as marks, by turn.

    Args:
        scored: the interaction with its evidence.
        criteria: number on the page and question, by id; others are not marked.
    """
    found: dict[int, list[Mark]] = {}
    for score in scored.scorecard.criteria:
        number, question = criteria.get(score.criterion, (0, ""))
        for item in score.evidence if number else ():
            if item.quote:
                found.setdefault(item.turn, []).append(_mark(item, number, question))
    return found


def _mark(item: Evidence, number: int, question: str) -> Mark:
    kind = tone(item)
    return Mark(item.start, item.end, number, kind, f"{SIGNS[kind]}: {question}")


def pieces(
    text: str, marks: Sequence[Mark], low: Sequence[tuple[int, int]], anchor: str
) -> tuple[Piece, ...]:
    """Text cut where marks and doubtful words begin and end; together it is the text again."""
    if not marks and not low:
        return (Piece(clean(text)),)
    size = len(text)
    inside = [mark for mark in marks if mark.start < min(mark.end, size)]
    cuts = {0, size}
    for mark in inside:
        cuts.update((mark.start, min(mark.end, size)))
    for span in low:
        cuts.update(span)
    doubtful = iter(low)
    first, last = next(doubtful, (_NO_LIMIT, _NO_LIMIT))
    made = []
    for start, end in pairwise(sorted(cuts)):
        while last <= start:
            first, last = next(doubtful, (_NO_LIMIT, _NO_LIMIT))
        words, is_low = clean(text[start:end]), first <= start < last
        over = [mark for mark in inside if mark.start <= start and end <= mark.end]
        ending = [mark for mark in over if mark.end == end or mark.end > end == size]
        made.append(_marked(words, start, over, ending, anchor, is_low=is_low))
    return tuple(made)


def _marked(
    words: str,
    start: int,
    over: Sequence[Mark],
    ending: Sequence[Mark],
    anchor: str,
    *,
    is_low: bool,
) -> Piece:
    """A piece that begins at a character of its turn, with the marks over it."""
    if not over:
        return Piece(words, is_low=is_low)
    tones = {mark.tone for mark in over}
    return Piece(
        words,
        next(known for known in _ORDER if known in tones),
        " ".join(dict.fromkeys([f"c{mark.number}" for mark in over])),
        f"{anchor}-{start}" if any(mark.start == start for mark in over) else "",
        _references(ending),
        is_low,
    )


def _references(ending: Sequence[Mark]) -> tuple[Reference, ...]:
    """One for each criterion, however many of its marks end here."""
    if not ending:
        return ()
    found = {mark.number: mark for mark in ending}
    return tuple(Reference(mark.number, mark.tone, mark.said) for mark in found.values())
