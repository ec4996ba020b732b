"""Shares of the total as a guide shows them."""

from collections.abc import Iterable, Mapping
from fractions import Fraction

from qa_toolkit.domain.rounding import one_place
from qa_toolkit.domain.rubric import Criterion
from qa_toolkit.domain.wording import plain_number


def group_share(criteria: Iterable[Criterion], shares: Mapping[str, Fraction]) -> Fraction:
    """What criteria can add to the total together, 0..1, without any bonus."""
    return sum((shares[item.id] for item in criteria if not item.bonus), Fraction(0))


def percent(share: Fraction) -> float:
    """For the width of a bar."""
    return round(float(share * 100), 3)


def shown(share: Fraction) -> str:
    """`25 %`, `12.5 %`: one decimal place, half up, where there is one to show."""
    return f"{plain_number(one_place(share * 100))} %"
