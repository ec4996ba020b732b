"""What each criterion and each section can add to the total when everything applies."""

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from qa_toolkit.domain.rubric import Criterion, Rubric

_TENTH = Decimal("0.1")


def criterion_shares(rubric: Rubric) -> dict[str, Fraction]:
    """Each criterion's share in the total, 0..1, by its id.

    They add up to 1 but for bonus criteria, whose share comes on top; what is not scored has 0.
    """
    if rubric.policy.total == "criteria":
        possible = _possible(rubric.criteria())
        return {item.id: _weight(item) / possible for item in rubric.criteria()}
    total = sum(Fraction(section.weight) for section in rubric.sections)
    shares: dict[str, Fraction] = {}
    for section in rubric.sections:
        whole = Fraction(section.weight) / total
        parts = sum((Fraction(part.weight) for part in section.sections), Fraction(0))
        possible = _possible(section.criteria, parts)
        shares |= {item.id: whole * _weight(item) / possible for item in section.criteria}
        for part in section.sections:
            inner = whole * Fraction(part.weight) / possible
            own = _possible(part.criteria)
            shares |= {item.id: inner * _weight(item) / own for item in part.criteria}
    return shares


def group_share(criteria: Iterable[Criterion], shares: Mapping[str, Fraction]) -> Fraction:
    """What criteria can add to the total together, 0..1, without any bonus."""
    return sum((shares[item.id] for item in criteria if not item.bonus), Fraction(0))


def percent(share: Fraction) -> float:
    """For the width of a bar."""
    return round(float(share * 100), 3)


def shown(share: Fraction) -> str:
    """`25 %`, `12.5 %`: one decimal place, half up, where there is one to show."""
    exact = Decimal((share * 100).numerator) / Decimal((share * 100).denominator)
    return f"{plain(exact.quantize(_TENTH, rounding=ROUND_HALF_UP))} %"


def plain(value: Decimal) -> str:
    """A number as a person writes it: 25, not 25.0."""
    return f"{value.normalize():f}"


def _possible(criteria: Iterable[Criterion], more: Fraction = Fraction(0)) -> Fraction:
    """What could be earned, in the rubric's own units; never 0, so that it can be divided by."""
    return sum((_weight(item) for item in criteria if not item.bonus), more) or Fraction(1)


def _weight(criterion: Criterion) -> Fraction:
    return Fraction(criterion.weight) if criterion.scored else Fraction(0)
