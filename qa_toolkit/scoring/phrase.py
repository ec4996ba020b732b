"""Phrase indicators: wordings one party uses, where they count, and what cancels them."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.rubric import PhraseIndicator
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.finding import Place, Words
from qa_toolkit.scoring.reading import Reading
from qa_toolkit.scoring.reported import reported

# up to three words between the negation and what it negates: "can't really promise that"; a comma
# ends its reach: "No, I've cancelled it"
_NEGATION = re.compile(
    r"(?:\b(?:not|never|no|nor|without|cannot|hardly)|n't"
    r"|\b(?:ca|do|wo|did|is|does|have|has|was|were|are|could|would|should)nt)"
    r"(?:[^\w.!?,;:]{1,3}\w+){0,3}[^\w.!?,;:]{0,3}$"
)
_NEGATIONS = frozenset(
    {
        "not", "never", "no", "nor", "without", "cannot", "hardly", "t", "cant", "dont", "wont",
        "didnt", "isnt", "doesnt", "havent", "hasnt", "wasnt", "werent", "arent", "couldnt",
        "wouldnt", "shouldnt",
    }
)  # fmt: skip
"""Every word that a negation ends in: a text without them needs no second look."""
_LOOK_BACK = 60
_SENTENCE_END = re.compile(r"[.!?\n]")
_LOOK_AROUND = 400
MOST_OF_A_TURN = 20
"""Finds kept of one indicator in one turn: no rating and no strength needs more."""


def find_phrases(indicator: PhraseIndicator, reading: Reading) -> tuple[Evidence, ...]:
    """The places where the speaker uses one of the wordings, in order."""
    speaker = SpeakerRole(indicator.speaker)
    places = reading.places(indicator.wordings, speaker)
    if not places:
        return ()
    if indicator.first_turns is not None or indicator.last_turns is not None:
        turns = _turns(indicator, speaker, reading)
        places = [place for place in places if place[0] in turns]
    if indicator.negatable:
        places = [place for place in places if not reported(reading.words(place[0]), place[1])]
    cancelling = reading.places(indicator.cancelling, speaker) if indicator.unless else ()
    found = tuple(
        reading.found(place, indicator.id, indicator.points)
        for place in counting(places, reading, cancelling, negatable=indicator.negatable)
    )
    return found if len(found) >= indicator.at_least else ()


def counting(
    places: Sequence[Place], reading: Reading, cancelling: Sequence[Place], *, negatable: bool
) -> Sequence[Place]:
    """The places that count, at most `MOST_OF_A_TURN` of a turn.

    Args:
        places: where wordings stand, in order.
        reading: the transcript.
        cancelling: places that cancel another in the same sentence.
        negatable: whether a place behind "not", "never" … does not count.
    """
    if negatable:
        places = [place for place in places if not negated(reading.words(place[0]), place[1])]
    if cancelling:
        others = _by_turn(cancelling)
        places = [
            place
            for place in places
            if place[0] not in others or not _cancelled(place, others[place[0]], reading)
        ]
    if len(places) <= MOST_OF_A_TURN:
        return places
    return [place for known in _by_turn(places).values() for place in known[:MOST_OF_A_TURN]]


def _by_turn(places: Sequence[Place]) -> dict[int, list[Place]]:
    turns: dict[int, list[Place]] = {}
    for place in places:
        turns.setdefault(place[0], []).append(place)
    return turns


def _turns(indicator: PhraseIndicator, speaker: SpeakerRole, reading: Reading) -> set[int]:
    turns = reading.turns_of(speaker)
    first = turns[: indicator.first_turns] if indicator.first_turns else ()
    answered = _after_the_other_spoke(turns, speaker, reading)
    last = answered[-indicator.last_turns :] if indicator.last_turns else ()
    return {*first, *last}


def _after_the_other_spoke(
    turns: tuple[int, ...], speaker: SpeakerRole, reading: Reading
) -> tuple[int, ...]:
    """What opens an interaction is never its end, however short it is."""
    other = SpeakerRole.CUSTOMER if speaker is SpeakerRole.AGENT else SpeakerRole.AGENT
    others = reading.turns_of(other)
    return tuple(turn for turn in turns if others and turn > others[0])


def negated(words: Words, start: int) -> bool:
    """Whether a negation stands up to three words before `start`, in the same sentence."""
    if words.lacks(_NEGATIONS):
        return False
    return _NEGATION.search(words.text[max(0, start - _LOOK_BACK) : start]) is not None


def _cancelled(place: Place, others: Sequence[Place], reading: Reading) -> bool:
    """Whether one of the other places of a turn stands in the sentence of a place."""
    turn, start, end = place
    begin, stop = _sentence(reading.words(turn).text, start, end)
    # places overlap nowhere, so the first in the sentence is the first to end
    first = bisect_left(others, (turn, begin, begin))
    return first < len(others) and others[first][2] <= stop


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    begin = max(0, start - _LOOK_AROUND)
    for boundary in _SENTENCE_END.finditer(text, begin, start):
        begin = boundary.end()
    after = _SENTENCE_END.search(text, end, end + _LOOK_AROUND)
    return begin, after.start() if after else end + _LOOK_AROUND
