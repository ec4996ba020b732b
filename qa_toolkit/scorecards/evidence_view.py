"""The words a rating rests on, each with its place."""

from collections.abc import Iterable

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.transcripts import SIGNS, around, moment, tone, turn_anchor
from qa_toolkit.scorecards.view import EvidenceView
from qa_toolkit.scorecards.wording import clean

_QUOTE = 400
"""Characters of a quote; longer ones are cut, the transcript has the rest."""


def evidence_view(item: Evidence, scored: Scored, anchor: str) -> EvidenceView:
    """A quote with speaker, time and a link to its turn; without words just what was noted."""
    if not item.quote:  # a fact about the interaction: no turn holds it, there may even be none
        when = speaker = before = after = place = ""
    else:
        turn = scored.transcript.turns[item.turn]
        when, speaker = moment(scored, turn), wording.SPEAKERS[turn.speaker]
        before, after = around(turn.text, item.start, item.end)
        place = turn_anchor(anchor, item.turn)
    kind = tone(item)
    return EvidenceView(
        before=clean(before),
        quote=wording.clipped(clean(item.quote), _QUOTE),
        after=clean(after),
        when=when,
        speaker=speaker,
        anchor=place,
        tone=kind,
        sign=SIGNS[kind],
        note=clean(item.note),
        mark=f"{place}-{item.start}" if place else "",
    )


def evidence_views(
    found: Iterable[Evidence], scored: Scored, anchor: str
) -> tuple[EvidenceView, ...]:
    """The evidence, strongest first; a sentence that was found more than once is shown once."""
    shown: dict[tuple[object, ...], EvidenceView] = {}
    for item in found:
        made = evidence_view(item, scored, anchor)
        shown.setdefault((made.anchor, made.said, made.note, made.tone), made)
    return tuple(shown.values())
