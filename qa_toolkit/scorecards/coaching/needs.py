"""Which criteria are worth a talk: weight × shortfall × certainty × frequency.

How a priority is chosen, in figures: docs/coaching.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from qa_toolkit.scorecards.coaching.performance import Performance, Rated, mean_of

IN_DOUBT = 2
"""Ratings without any shortfall that are added to those there are: a habit needs to be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Why a criterion is worth a talk: weight x shortfall x certainty x frequency.

    Attributes:
        short: the ratings in the agent's hands that fell short; at least one.
        count: the ratings in the agent's hands.
    """

    performance: Performance
    short: tuple[Rated, ...]
    count: int

    @property
    def shortfall(self) -> Fraction:
        """How far below the top of its scale it lies, 0..1, where it fell short."""
        return 1 - mean_of(self.short)

    @property
    def certainty(self) -> float:
        """How sure those ratings are on average, 0..1."""
        return sum(rated.certainty for rated in self.short) / len(self.short)

    @property
    def frequency(self) -> Fraction:
        """How often it falls short, 0..1, drawn towards 0 where few ratings say so."""
        return Fraction(len(self.short), self.count + IN_DOUBT)

    @property
    def points(self) -> float:
        """The points of the total it may be trusted to cost: what priorities are ordered by."""
        sure = float(self.performance.weight * self.shortfall * self.frequency) * self.certainty
        return round(100 * sure, 9)  # so that no order hangs on the last digit of a float


def needs(known: Iterable[Performance]) -> tuple[Need, ...]:
    """What costs points and lies in the agent's hands, the costliest first."""
    found = []
    for performance in known:
        own = performance.own if performance.weight else ()
        short = tuple(rated for rated in own if rated.is_short)
        if short:
            found.append(Need(performance=performance, short=short, count=len(own)))
    return tuple(sorted(found, key=lambda need: -need.points))
