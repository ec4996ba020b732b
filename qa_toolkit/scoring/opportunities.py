"""Opportunities: moments in which the customer gives a cue and the agent could react."""

from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal

from qa_toolkit.domain.evidence import CUE_NOTE, Evidence
from qa_toolkit.domain.rubric import Cue
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.finding import Place
from qa_toolkit.scoring.phrase import counting
from qa_toolkit.scoring.reading import Reading

_NOTHING = Decimal(0)


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
    said = _first_in_turns(cue, reading)
    chances: list[Opportunity] = []
    for turn in reading.turns_of(SpeakerRole.CUSTOMER):
        answer = bisect_right(agent_turns, turn)
        if answer == len(agent_turns) or (chances and chances[-1].answer == answer):
            continue
        if turn in said:
            evidence = reading.found(said[turn], name, _NOTHING, note=CUE_NOTE)
        elif _unhappy(cue, turn, reading):
            evidence = reading.whole_turn(turn, name, _NOTHING, note=CUE_NOTE)
        else:
            continue
        chances.append(Opportunity(cue=evidence, answer=answer))
    return tuple(chances)


def _first_in_turns(cue: Cue, reading: Reading) -> dict[int, Place]:
    """Where the customer first says the cue in each turn."""
    customer = SpeakerRole.CUSTOMER
    places = reading.places(cue.wordings, customer)
    if places and cue.unless:
        cancelling = reading.places(cue.cancelling, customer)
        places = counting(places, reading, cancelling, negatable=False)
    return {place[0]: place for place in reversed(places)}


def _unhappy(cue: Cue, turn: int, reading: Reading) -> bool:
    """Whether the whole of a turn is the cue."""
    sentiment = reading.signals.sentiment[turn]
    return (
        cue.sentiment_below is not None
        and sentiment is not None
        and sentiment < cue.sentiment_below
    )
