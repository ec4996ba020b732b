"""Opportunities: moments in which the customer gives a cue and the agent could react."""

from dataclasses import dataclass

from qa_toolkit.domain.rubric import Cue
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.phrase import pattern, sentence_around
from qa_toolkit.scoring.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity:
    """One chance: the customer's cue and the agent turns that follow it, next first."""

    cue_turn: int
    agent_turns: tuple[int, ...]


def opportunities(cue: Cue, reading: Reading) -> tuple[Opportunity, ...]:
    """The chances an agent had, one for each run of customer turns that holds a cue.

    A cue after the agent's last word was no chance: nobody was there to take it.
    """
    agent_turns = reading.turns_of(SpeakerRole.AGENT)
    chances: dict[int, Opportunity] = {}
    for turn in reading.turns_of(SpeakerRole.CUSTOMER):
        following = tuple(agent for agent in agent_turns if agent > turn)
        if following and following[0] not in chances and _gives(cue, turn, reading):
            chances[following[0]] = Opportunity(cue_turn=turn, agent_turns=following)
    return tuple(chances.values())


def _gives(cue: Cue, turn: int, reading: Reading) -> bool:
    text = reading.texts[turn]
    for match in pattern(cue.any).finditer(text):
        around = sentence_around(text, *match.span())
        if not (cue.unless and pattern(cue.unless).search(around)):
            return True
    sentiment = reading.signals.sentiment[turn]
    return (
        cue.sentiment_below is not None
        and sentiment is not None
        and sentiment < cue.sentiment_below
    )
