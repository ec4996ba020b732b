"""Measures of care: is the customer's trouble taken up, in the customer's own words, and acted on?"""

import re
from bisect import bisect_right
from collections.abc import Iterator

from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.detectors.detect import Finds
from qa_toolkit.scoring.detectors.detector import Span
from qa_toolkit.scoring.reading import Reading

WORDS_OF_CARE = (
    "sorry", "sorry_for", "condolence", "acknowledgement", "validation", "sympathy", "oh_dear",
    "reassurance", "stands_by", "been_there", "concern", "remorse",
)  # fmt: skip
"""Detectors whose finds take a trouble up."""
_STEPS = ("promise", "timed_promise", "finished", "works_on_it", "let_me_check", "escalation")
_ANSWERS = 2
_LOOK_AROUND = 120

_TO_YOU = re.compile(r"\b(?:you|your|yours|yourself|u|ur)\b", re.IGNORECASE)
_NO_FACT = re.compile(r"https?:\S+|www\.\S+|[@#]\w+|<\w+>|\[\w+\]", re.IGNORECASE)
_CLAUSE_END = re.compile(
    r"[.!?\n,;:]|\s[-–—]\s|\b(?:please|can|could|would|unfortunately|but|however|let)\b",
    re.IGNORECASE,
)
"""Where a clause ends; the words serve transcripts without punctuation."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 4
_SAY_NOTHING = """
able about accept actually afternoon again also always another anyone anything apologies appear
appreciate around asap assist away back because been before being best better both bring care
case certainly chat check come concern confirm contact could customer day dear definitely
details does doing done either else enough even every exactly experience far feel find first
following forward from frustrating further getting give glad going good great guys hands
happened happy have having hear hello help here hope however imagine inconvenience information
inside instead into issue just keep kind know last later least like little long look made make
many matter maybe mean might more morning most much must need never next nobody nothing once
only other over please possible problem quite rather really reason regarding right same says
seem send share should show since some soon sorry still such support sure take team tell than
thank that them then there these they thing think this those through time today together told
tonight trouble truly trying twice under understand unfortunately until upset using very want
week well were what when where which while whole will wish with without work would yeah year
yesterday your
"""
_EMPTY_STEMS = frozenset(word[:_STEM] for word in _SAY_NOTHING.split())


def distress_answered(finds: Finds, reading: Reading) -> float:
    """Share of the turns with distress that get a word of care within two agent turns."""
    cares = _turns_of(WORDS_OF_CARE, finds)
    answered = [not cares.isdisjoint(turns) for _, turns in _moments(finds, reading)]
    return sum(answered) / len(answered) if answered else 0.0


def specific(finds: Finds, reading: Reading) -> float:
    """1 when a word of care that answers distress stands beside a word of the customer's own."""
    cares: dict[int, list[Span]] = {}
    for name in WORDS_OF_CARE:
        for span in finds.get(name, ()):
            cares.setdefault(span.turn, []).append(span)
    for moment, turns in _moments(finds, reading):
        answers = [span for turn in turns for span in cares.get(turn, ())]
        told = _facts(reading.texts[moment]) if answers else set()
        for span in answers:
            if not told.isdisjoint(_facts(_clause(reading.texts[span.turn], span))):
                return 1.0
    return 0.0


def care_and_step(finds: Finds, reading: Reading) -> float:
    """1 when one turn of the agent holds a word of care and something that is or will be done."""
    return float(not _turns_of(WORDS_OF_CARE, finds).isdisjoint(_turns_of(_STEPS, finds)))


def speaks_to_you(finds: Finds, reading: Reading) -> float:
    """0, ½ or 1: whether the agent says "you" or "your" never, once, or more often."""
    said = 0
    for turn in reading.turns_of(SpeakerRole.AGENT):
        for _ in _TO_YOU.finditer(reading.texts[turn]):
            said += 1
            if said == 2:
                return 1.0
    return said / 2


def _moments(finds: Finds, reading: Reading) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The turns with distress, each with the agent turns that could answer it."""
    agent_turns = reading.turns_of(SpeakerRole.AGENT)
    for turn in sorted(_turns_of(("distress",), finds)):
        place = bisect_right(agent_turns, turn)
        if answers := agent_turns[place : place + _ANSWERS]:
            yield turn, answers


def _turns_of(names: tuple[str, ...], finds: Finds) -> set[int]:
    return {span.turn for name in names for span in finds.get(name, ())}


def _clause(text: str, span: Span) -> str:
    """The clause that holds a span, without addresses and names."""
    before = _blank(text[max(0, span.start - _LOOK_AROUND) : span.start])
    after = _blank(text[span.end : span.end + _LOOK_AROUND])
    ends = [found.end() for found in _CLAUSE_END.finditer(before)]
    end = _CLAUSE_END.search(after)
    start = before[ends[-1] :] if ends else before
    return start + text[span.start : span.end] + (after[: end.start()] if end else after)


def _blank(text: str) -> str:
    return _NO_FACT.sub(" ", text)


def _facts(text: str) -> set[str]:
    """Starts of the words that name something: wait and waited, deliver and delivery are one."""
    words = _WORD.findall(_blank(text).lower())
    return {word[:_STEM] for word in words} - _EMPTY_STEMS
