"""Which finds take which occasions: each occasion has its turns, and turns are in order."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from qa_toolkit.domain.evidence import Evidence
from qa_toolkit.domain.rubric import Criterion, PhraseIndicator
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.opportunities import Opportunity
from qa_toolkit.scoring.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasions:
    """The occasions of one criterion, in order, and how long each may be taken.

    Attributes:
        within: `within_turns` of the indicators that have one, by their id.
        agent_turns: indexes of the agent's turns, in order.
    """

    chances: tuple[Opportunity, ...]
    within: dict[str, int]
    agent_turns: tuple[int, ...]

    @classmethod
    def of(
        cls, criterion: Criterion, chances: tuple[Opportunity, ...], reading: Reading
    ) -> "Occasions":
        """The occasions of a criterion whose cue was found."""
        within = {
            indicator.id: indicator.within_turns
            for indicator in criterion.indicators
            if isinstance(indicator, PhraseIndicator) and indicator.within_turns is not None
        }
        agent_turns = reading.turns_of(SpeakerRole.AGENT)
        return cls(chances=chances, within=within, agent_turns=agent_turns)

    def taking(self, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        """The evidence that takes any occasion; the last one before it lasts the longest."""
        cues = [chance.cue.turn for chance in self.chances]
        return tuple(
            item
            for item in evidence
            if (before := bisect_left(cues, item.turn))
            and self._lasts(self.chances[before - 1], item.indicator, item.turn)
        )

    def effects(self, evidence: Iterable[Evidence]) -> Iterator[list[Decimal]]:
        """For each occasion in order, the effects of what takes it."""
        turns: dict[tuple[str, Decimal], list[int]] = defaultdict(list)
        for item in evidence:
            turns[item.indicator, item.effect].append(item.turn)
        for chance in self.chances:
            yield [
                effect
                for (indicator, effect), found in turns.items()
                if (after := bisect_right(found, chance.cue.turn)) < len(found)
                and self._lasts(chance, indicator, found[after])
            ]

    def _lasts(self, chance: Opportunity, indicator: str, turn: int) -> bool:
        """Whether a turn behind the cue is near enough to it for an indicator."""
        within = self.within.get(indicator)
        if within is None:
            return True
        last = min(chance.answer + within, len(self.agent_turns)) - 1
        return turn <= self.agent_turns[last]
