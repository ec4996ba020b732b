"""The words a rating rests on, each with its place."""

import re
from collections.abc import Iterable, Mapping

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.drawing.words import SPEAKERS
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.turn_places import moment, turn_anchor
from qa_toolkit.scorecards.view import EvidenceView, Tone
from qa_toolkit.scorecards.wording import clean

_QUOTE = 400
"""Characters of a quote; longer ones are cut, the transcript has the rest."""
_CONTEXT = 140
"""Characters of its sentence before and after a quote."""
_QUOTED = re.compile(r'"([^"]*)"')
_SENTENCE_END = re.compile(r"(?<=[.!?])\s|\n")

SIGNS: Mapping[Tone, str] = {
    "for": "Speaks for it",
    "against": "Speaks against it",
    "context": "Context",
}


def tone(evidence: Evidence) -> Tone:
    """Whether evidence speaks for, against or only gives context."""
    if evidence.effect > 0:
        return "for"
    return "against" if evidence.effect < 0 else "context"


def evidence_view(item: Evidence, scored: Scored, anchor: str) -> EvidenceView:
    """A quote with speaker, time and a link to its turn; without words just what was noted."""
    if not item.quote:  # a fact about the interaction: no turn holds it, there may even be none
        when = speaker = before = after = place = quote = ""
    else:
        turn = scored.transcript.turns[item.turn]
        when, speaker = moment(scored, turn), SPEAKERS[turn.speaker]
        before, after = around(turn.text, item.start, item.end)
        place = turn_anchor(anchor, item.turn)
        # what a shopper heard stands in the quotation marks of a note that is quoted itself
        is_note = turn.speaker is SpeakerRole.SHOPPER
        quote = _QUOTED.sub(r"‘\1’", item.quote) if is_note else item.quote
    kind = tone(item)
    return EvidenceView(
        before=clean(before),
        quote=wording.clipped(clean(quote), _QUOTE),
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


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a quote in its sentence, at most a line or two of each."""
    before = _SENTENCE_END.split(text[max(0, start - _CONTEXT) : start])[-1]
    sentence_end = _SENTENCE_END.search(text, end, end + _CONTEXT)
    after = text[end : sentence_end.start() if sentence_end else end + _CONTEXT]
    cut_before = "…" if len(before) == _CONTEXT else ""
    cut_after = "…" if len(after) == _CONTEXT else ""
    return cut_before + before.lstrip(), after.rstrip() + cut_after
