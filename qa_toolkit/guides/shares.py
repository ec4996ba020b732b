"""Shares of the total as a guide shows them."""

from collections.abc import Iterable, Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from qa_toolkit.domain.rubric import Criterion

_TENTH = Decimal("0.1")


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
