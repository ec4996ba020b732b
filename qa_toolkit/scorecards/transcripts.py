"""A transcript as turns to read, with the evidence marked where it was said."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.transcript import Turn
from qa_toolkit.domain.wording import minutes
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.view import SegmentView, Tone, TurnView
from qa_toolkit.scorecards.wording import MOST_SHOWN

_CONTEXT = 140
_SENTENCE_END = re.compile(r"(?<=[.!?])\s|\n")

SIGNS: Mapping[Tone, str] = {
    "for": "Speaks for it",
    "against": "Speaks against it",
    "context": "Context",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of one turn that is evidence: characters start to end, and for what."""

    start: int
    end: int
    tone: Tone
    title: str


def tone(evidence: Evidence) -> Tone:
    """Whether evidence speaks for, against or only gives context."""
    if evidence.effect > 0:
        return "for"
    return "against" if evidence.effect < 0 else "context"


def turn_anchor(scorecard_anchor: str, turn: int) -> str:
    """The name of a turn on its page; counted from 1, as people do."""
    return f"{scorecard_anchor}-t{turn + 1}"


def moment(scored: Scored, turn: Turn) -> str:
    """When a turn began: `1:05` into a call, `14:32` for dated messages; empty when not known."""
    if turn.start_s is None:
        return ""
    started = scored.interaction.started_at
    if scored.interaction.channel is Channel.CALL or started is None:
        return minutes(turn.start_s)
    try:
        return f"{started + timedelta(seconds=turn.start_s):%H:%M}"
    except OverflowError:  # no calendar reaches that far: an older import let such times in
        return minutes(turn.start_s)


def turn_views(scored: Scored, anchor: str, questions: Mapping[str, str]) -> tuple[TurnView, ...]:
    """All turns with their marks; `questions` gives the words of each criterion."""
    marks = _marks(scored, questions)
    return tuple(
        TurnView(
            anchor=turn_anchor(anchor, index),
            role=turn.speaker.value,
            speaker=wording.SPEAKERS[turn.speaker],
            when=moment(scored, turn),
            segments=segments(turn.text[:MOST_SHOWN], marks.get(index, ())),
            note=_not_shown(turn.text),
        )
        for index, turn in enumerate(scored.transcript.turns)
    )


def segments(text: str, marks: Iterable[Mark]) -> tuple[SegmentView, ...]:
    """Text cut at the marks; where marks overlap, the gravest decides the look and all are named."""
    inside = [mark for mark in marks if mark.start < min(mark.end, len(text))]
    cuts = {0, len(text)} | {mark.start for mark in inside} | {mark.end for mark in inside}
    places = sorted(cut for cut in cuts if 0 <= cut <= len(text))
    pieces = []
    for start, end in pairwise(places):
        over = [mark for mark in inside if mark.start <= start and end <= mark.end]
        titles = tuple(dict.fromkeys(mark.title for mark in over))
        pieces.append(
            SegmentView(
                text=wording.clean(text[start:end]),
                tone=_gravest(over),
                title="; ".join(titles),
            )
        )
    return tuple(pieces)


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a quote in its sentence, at most a line or two of each."""
    before = _SENTENCE_END.split(text[max(0, start - _CONTEXT) : start])[-1]
    sentence_end = _SENTENCE_END.search(text, end, end + _CONTEXT)
    after = text[end : sentence_end.start() if sentence_end else end + _CONTEXT]
    cut_before = "…" if len(before) == _CONTEXT else ""
    cut_after = "…" if len(after) == _CONTEXT else ""
    return cut_before + before.lstrip(), after.rstrip() + cut_after


def _marks(scored: Scored, questions: Mapping[str, str]) -> dict[int, tuple[Mark, ...]]:
    found: dict[int, tuple[Mark, ...]] = {}
    for criterion in scored.scorecard.criteria:
        question = questions.get(criterion.criterion, criterion.criterion)
        for item in criterion.evidence:
            mark = Mark(
                start=item.start,
                end=item.end,
                tone=tone(item),
                title=f"{SIGNS[tone(item)]}: {question}",
            )
            found[item.turn] = (*found.get(item.turn, ()), mark)
    return found


def _gravest(marks: Iterable[Mark]) -> Tone | None:
    tones = {mark.tone for mark in marks}
    order: tuple[Tone, ...] = ("against", "for", "context")
    return next((known for known in order if known in tones), None)


def _not_shown(text: str) -> str:
    left = len(text) - MOST_SHOWN
    return f"{left:,} more characters of this turn are not shown." if left > 0 else ""
