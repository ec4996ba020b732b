"""Opportunities: moments in which the customer gives a cue and the agent could react."""

from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal

from qa_toolkit.domain.evidence import CUE_NOTE, Evidence
from qa_toolkit.domain.rubric import Cue
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.phrase import pattern, sentence_around
from qa_toolkit.scoring.reading import SHOWN_OF_A_TURN, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity:
    """One chance to react.

    Attributes:
        cue: what the customer said, as evidence of no effect: the situation, not the behaviour.
        answer: which of the agent's turns follows it, counted from 0.
    """

    cue: Evidence
    answer: int


def opportunities(name: str, cue: Cue, reading: Reading) -> tuple[Opportunity, ...]:
    """The chances an agent had, one for each run of customer turns that holds the cue.

    A cue after the agent's last word was no chance: nobody was there to take it.
    """
    agent_turns = reading.turns_of(SpeakerRole.AGENT)
    chances: list[Opportunity] = []
    for turn in reading.turns_of(SpeakerRole.CUSTOMER):
        answer = bisect_right(agent_turns, turn)
        if answer == len(agent_turns) or (chances and chances[-1].answer == answer):
            continue
        span = _span(cue, turn, reading)
        if span is not None:
            evidence = reading.evidence(turn, *span, name, Decimal(0), note=CUE_NOTE)
            chances.append(Opportunity(cue=evidence, answer=answer))
    return tuple(chances)


def _span(cue: Cue, turn: int, reading: Reading) -> tuple[int, int] | None:
    """Where the customer gives the cue in a turn: its words, else the whole of an unhappy turn."""
    text = reading.texts[turn]
    for match in pattern(cue.any).finditer(text):
        around = sentence_around(text, *match.span())
        if not (cue.unless and pattern(cue.unless).search(around)):
            return match.span()
    sentiment = reading.signals.sentiment[turn]
    if cue.sentiment_below is None or sentiment is None or sentiment >= cue.sentiment_below:
        return None
    return 0, min(len(text), SHOWN_OF_A_TURN)
