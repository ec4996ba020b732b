"""Phrase indicators: wordings one party uses, where they count, and what cancels them."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.phrase import compile_phrases
from qa_toolkit.domain.rubric import PhraseIndicator
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.reading import Reading

pattern = cache(compile_phrases)

# up to three words between the negation and what it negates: "can't really promise that"; a comma
# ends its reach: "No, I've cancelled it"
_NEGATION = re.compile(
    r"(?:\b(?:not|never|no|nor|without|cannot|hardly)|n't"
    r"|\b(?:ca|do|wo|did|is|does|have|has|was|were|are|could|would|should)nt)"
    r"(?:[^\w.!?,;:]{1,3}\w+){0,3}[^\w.!?,;:]{0,3}$",
    re.IGNORECASE,
)
_LOOK_BACK = 60
_SENTENCE_END = re.compile(r"[.!?\n]")
_LOOK_AROUND = 400
MOST_OF_A_TURN = 20
"""Finds kept of one indicator in one turn: no rating and no strength needs more."""


def find_phrases(indicator: PhraseIndicator, reading: Reading) -> tuple[Evidence, ...]:
    """The places where the speaker uses one of the wordings, in order."""
    found = tuple(
        reading.evidence(turn, *span, indicator.id, indicator.points)
        for turn in _turns(indicator, reading)
        for span in islice(_spans(indicator, reading.texts[turn]), MOST_OF_A_TURN)
    )
    return found if len(found) >= indicator.at_least else ()


def _spans(indicator: PhraseIndicator, text: str) -> Iterator[tuple[int, int]]:
    unless = pattern(indicator.unless) if indicator.unless else None
    for match in pattern(indicator.any).finditer(text):
        start, end = match.span()
        if indicator.negatable and negated(text, start):
            continue
        if unless is not None and unless.search(sentence_around(text, start, end)):
            continue
        yield start, end


def _turns(indicator: PhraseIndicator, reading: Reading) -> tuple[int, ...]:
    turns = reading.turns_of(SpeakerRole(indicator.speaker))
    if indicator.first_turns is None and indicator.last_turns is None:
        return turns
    first = turns[: indicator.first_turns] if indicator.first_turns else ()
    answered = _after_the_other_spoke(turns, indicator, reading)
    last = answered[-indicator.last_turns :] if indicator.last_turns else ()
    return tuple(sorted({*first, *last}))


def _after_the_other_spoke(
    turns: tuple[int, ...], indicator: PhraseIndicator, reading: Reading
) -> tuple[int, ...]:
    """What opens an interaction is never its end, however short it is."""
    speaker = SpeakerRole(indicator.speaker)
    other = SpeakerRole.CUSTOMER if speaker is SpeakerRole.AGENT else SpeakerRole.AGENT
    others = reading.turns_of(other)
    return tuple(turn for turn in turns if others and turn > others[0])


def negated(text: str, start: int) -> bool:
    """Whether a negation stands up to three words before `start`, in the same sentence."""
    return _NEGATION.search(text[max(0, start - _LOOK_BACK) : start]) is not None


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence that holds the characters `start` to `end`."""
    begin = max(0, start - _LOOK_AROUND)
    for boundary in _SENTENCE_END.finditer(text, begin, start):
        begin = boundary.end()
    boundary_after = _SENTENCE_END.search(text, end, end + _LOOK_AROUND)
    return text[begin : boundary_after.start() if boundary_after else end + _LOOK_AROUND]
