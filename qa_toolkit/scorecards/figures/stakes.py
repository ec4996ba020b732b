"""How much of one scorecard's total each of its criteria decides, given what applied there."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.score import CriterionScore, RatingStatus
from qa_toolkit.domain.scorecard import Scorecard

_Shares = Mapping[str, Fraction]


class Stakes:
    """Works the stakes out once for all scorecards, and sections, in which the same was rated."""

    def __init__(self, rubric: Rubric) -> None:
        self._by_criteria = rubric.policy.total == "criteria"
        self._full = rubric.policy.not_applicable == "full"
        self._weights = {section.id: section.weight for section in rubric.sections}
        self._parts = {
            (section.id, part.id): part.weight
            for section in rubric.sections
            for part in section.sections
        }
        self._of_cards: dict[tuple[RatingStatus, ...], _Shares] = {}
        self._of_sections: dict[tuple[str, ...], _Shares] = {}
        self._within: dict[tuple[str, ...], _Shares] = {}

    def of(self, card: Scorecard) -> Mapping[str, Fraction]:
        """The share of the total, 0..1, of each criterion that counts in it, by its id.

        What was not rated leaves the total and so raises the stakes of the rest. A bonus decides
        nothing of what could be earned. The shares add up to 1 where anything counts.
        """
        pattern = tuple([score.status for score in card.criteria])
        known = self._of_cards.get(pattern)
        if known is None:
            counts = [score for score in card.criteria if self._counts(score)]
            known = self._of_cards[pattern] = self._worked_out(counts)
        return known

    def _worked_out(self, counts: Iterable[CriterionScore]) -> _Shares:
        if self._by_criteria:
            return _shared({score.criterion: score.weight for score in counts})
        by_section: dict[str, list[CriterionScore]] = {}
        for score in _in_rated_groups(counts):
            by_section.setdefault(score.section, []).append(score)
        sections = tuple(by_section)
        shares = self._of_sections.get(sections)
        if shares is None:
            weights = {name: self._weights.get(name, Decimal(0)) for name in sections}
            shares = self._of_sections[sections] = _shared(weights)
        return {
            criterion: shares[name] * share
            for name, held in by_section.items()
            if name in shares
            for criterion, share in self._in_section(held).items()
        }

    def _in_section(self, held: Iterable[CriterionScore]) -> _Shares:
        """Shares of a section; a subsection shares its weight among its own criteria."""
        counted = tuple(held)
        key = tuple([score.criterion for score in counted])
        known = self._within.get(key)
        if known is None:
            known = self._within[key] = self._shared_within(counted)
        return known

    def _shared_within(self, held: Iterable[CriterionScore]) -> _Shares:
        direct: dict[str, Decimal] = {}
        groups: dict[tuple[str, str], dict[str, Decimal]] = {}
        for score in held:
            own = groups.setdefault((score.section, score.group), {}) if score.group else direct
            own[score.criterion] = score.weight
        weights = {group: self._parts.get(group, Decimal(0)) for group in groups}
        whole = sum((*direct.values(), *weights.values()), Decimal(0))
        shares = {name: Fraction(weight) / Fraction(whole) for name, weight in direct.items()}
        for group, own in groups.items():
            part = Fraction(weights[group]) / Fraction(whole) if whole else Fraction(0)
            shares |= {name: part * share for name, share in _shared(own).items()}
        return shares

    def _counts(self, score: CriterionScore) -> bool:
        if score.bonus or not score.weight:
            return False
        absent = score.status is RatingStatus.NOT_APPLICABLE
        return score.points is not None or (absent and self._full)


def _in_rated_groups(counts: Iterable[CriterionScore]) -> list[CriterionScore]:
    """Without the sections and subsections in which nothing was rated: they leave the total."""
    held = list(counts)
    sections = {score.section for score in held if score.points is not None}
    groups = {(score.section, score.group) for score in held if score.points is not None}
    return [
        score
        for score in held
        if score.section in sections and (not score.group or (score.section, score.group) in groups)
    ]


def _shared(weights: Mapping[str, Decimal]) -> dict[str, Fraction]:
    """Each part of the whole; nothing where all weigh nothing."""
    whole = sum(map(Fraction, weights.values()), Fraction(0))
    return {name: Fraction(weight) / whole for name, weight in weights.items() if whole}
