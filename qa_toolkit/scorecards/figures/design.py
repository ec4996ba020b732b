"""How a sample was drawn, as the groups that estimates are made from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from qa_toolkit.domain.sample import Sample
from qa_toolkit.domain.score import to_decimal
from qa_toolkit.domain.scorecard import Outcome, Scorecard
from qa_toolkit.scorecards.figures import estimates
from qa_toolkit.scorecards.figures.estimates import Estimate
from qa_toolkit.scorecards.figures.variance import Group

_T = TypeVar("_T")


class Design:
    """Which stratum each drawn interaction came from; without a sample all count alike.

    With `counted` only the interactions of these ids do.
    """

    def __init__(self, sample: Sample | None, counted: frozenset[str] | None = None) -> None:
        strata = {known.name: known for known in sample.strata} if sample else {}
        members = sample.members if sample else ()
        self._is_sample = sample is not None
        self._counted = counted
        self._strata = strata
        self._each = {
            name: Fraction(known.frame_size, known.drawn)
            for name, known in strata.items()
            if known.drawn
        }
        self._stratum_of = {member.interaction_id: member.stratum for member in members}

    @property
    def is_of_shops(self) -> bool:
        """Whether figures are of mystery shops only, with monitored contacts beside them."""
        return self._counted is not None

    def drew(self, interaction_id: str) -> bool:
        """Whether chance chose it; without a sample all that there is."""
        if self._counted is not None and interaction_id not in self._counted:
            return False
        return not self._is_sample or interaction_id in self._stratum_of

    def weights(self, ids: Iterable[str]) -> Mapping[str, Decimal]:
        """How many interactions each of these stands for: 0 for what chance did not choose.

        Empty where all of them count alike.
        """
        each = {name: self.each(name) if self.drew(name) else Fraction(0) for name in ids}
        if len(set(each.values())) < 2:
            return {}
        shown = {known: to_decimal(known) for known in set(each.values())}
        return {name: shown[known] for name, known in each.items()}

    def each(self, interaction_id: str) -> Fraction:
        """How many interactions it stands for; 1 without a sample."""
        stratum = self._stratum_of.get(interaction_id)
        return Fraction(1) if stratum is None else self._each[stratum]

    def mean(self, values: Iterable[tuple[str, Decimal]]) -> Estimate:
        """The mean of some values, each with its interaction's id."""
        known = list(values)
        by_stratum = self._grouped(known, lambda pair: pair[0])
        if by_stratum is None:
            return estimates.mean([estimates.simple([value for _, value in known])])
        return estimates.mean(
            self._group(name, [value for _, value in held]) for name, held in by_stratum.items()
        )

    def passes(self, cards: Sequence[Scorecard]) -> Estimate:
        """The share of passes among scorecards with a total or a verdict."""
        known = [card for card in cards if card.outcome is not Outcome.NOT_SCORED]
        by_stratum = self._grouped(known, lambda card: card.interaction_id)
        if by_stratum is None:
            return estimates.share([(estimates.simple([Decimal(0)] * len(known)), _passed(known))])
        return estimates.share(
            (self._group(name, [Decimal(0)] * len(held)), _passed(held))
            for name, held in by_stratum.items()
        )

    def _grouped(
        self, items: Sequence[_T], id_of: Callable[[_T], str]
    ) -> Mapping[str, list[_T]] | None:
        """Items by stratum; None where one of them was not drawn, so that no design holds."""
        groups: dict[str, list[_T]] = {}
        for item in items:
            stratum = self._stratum_of.get(id_of(item))
            if stratum is None:
                return None
            groups.setdefault(stratum, []).append(item)
        return groups

    def _group(self, name: str, values: Sequence[Decimal]) -> Group:
        stratum = self._strata[name]
        return Group(
            values=values,
            drawn=stratum.drawn,
            frame=stratum.frame_size,
            each=self._each[name],
        )


def _passed(cards: Iterable[Scorecard]) -> int:
    return sum(card.outcome is Outcome.PASS for card in cards)
