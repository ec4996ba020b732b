"""Phrase indicators: wordings one party uses, where they count, and what cancels them."""

import re
from collections.abc import Iterator, Sequence

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.rubric import PhraseIndicator
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.finding import Place, Words
from qa_toolkit.scoring.reading import Reading

# up to three words between the negation and what it negates: "can't really promise that"; a comma
# ends its reach: "No, I've cancelled it"
_NEGATION = re.compile(
    r"(?:\b(?:not|never|no|nor|without|cannot|hardly)|n't"
    r"|\b(?:ca|do|wo|did|is|does|have|has|was|were|are|could|would|should)nt)"
    r"(?:[^\w.!?,;:]{1,3}\w+){0,3}[^\w.!?,;:]{0,3}$"
)
_NEGATIONS = frozenset(
    ["not", "never", "no", "nor", "without", "cannot", "hardly", "t", "cant", "dont", "wont", "didnt", "isnt", "doesnt", "havent", "hasnt", "wasnt", "werent", "arent", "couldnt", "wouldnt", "shouldnt"]
)
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
    cancelling = reading.places(indicator.cancelling, speaker) if indicator.unless else ()
    found = tuple(
        reading.found(place, indicator.id, indicator.points)
        for place in counting(places, reading, cancelling, negatable=indicator.negatable)
    )
    return found if len(found) >= indicator.at_least else ()


def counting(
    places: Sequence[Place], reading: Reading, cancelling: Sequence[Place], *, negatable: bool
) -> Iterator[Place]:
    """The places that count, at most `MOST_OF_A_TURN` of a turn.

    Args:
        places: where wordings stand, in order.
        reading: the transcript.
        cancelling: places that cancel another in the same sentence.
        negatable: whether a place behind "not", "never" … does not count.
    """
    of_turn, current = 0, -1
    for place in places:
        turn, start, end = place
        if turn != current:
            of_turn, current = 0, turn
        if of_turn == MOST_OF_A_TURN:
            continue
        words = reading.words(turn)
        if negatable and negated(words, start):
            continue
        if cancelling and _cancelled(cancelling, turn, words.text, start, end):
            continue
        of_turn += 1
        yield place


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


def _cancelled(cancelling: Sequence[Place], turn: int, text: str, start: int, end: int) -> bool:
    own = [place for place in cancelling if place[0] == turn]
    if not own:
        return False
    begin, stop = _sentence(text, start, end)
    return any(begin <= at and to <= stop for _, at, to in own)


def sentence_around(text: str, start: int, end: int) -> str:
    """The sentence that holds the characters `start` to `end`."""
    begin, stop = _sentence(text, start, end)
    return text[begin:stop]


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    begin = max(0, start - _LOOK_AROUND)
    for boundary in _SENTENCE_END.finditer(text, begin, start):
        begin = boundary.end()
    after = _SENTENCE_END.search(text, end, end + _LOOK_AROUND)
    return begin, after.start() if after else end + _LOOK_AROUND
