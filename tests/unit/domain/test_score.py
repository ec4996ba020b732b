"""The arithmetic of totals."""

from decimal import Decimal
from fractions import Fraction

from builders import rated
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.score import Weighted, weighted_percent

PARTS = st.lists(
    st.builds(
        Weighted,
        value=st.none() | st.fractions(min_value=0, max_value=1),
        weight=st.decimals(min_value="0.01", max_value=100, places=2),
    )
)


def test_a_rating_is_its_place_on_the_scale() -> None:
    assert rated(0.5, lowest=1, highest=5, points=2).value == Fraction(1, 4)


def test_what_is_not_rated_has_no_value() -> None:
    assert rated(None).value is None


def test_a_critical_criterion_fails_at_the_bottom_of_its_scale() -> None:
    assert rated(0, critical=True).critical_failed
    assert not rated(0.1, critical=True).critical_failed
    assert not rated(0).critical_failed


def test_values_are_normalised_before_they_are_weighted() -> None:
    """V10: 1 of 1 and 0 of 5 weigh the same; adding points up would give 16.7."""
    scores = [rated(1, points=1, highest=1), rated(0, points=0, highest=5)]
    parts = [Weighted(value=score.value, weight=score.weight) for score in scores]
    assert weighted_percent(parts) == 50


def test_thirds_add_up_to_exactly_the_whole() -> None:
    parts = [Weighted(value=Fraction(n, 3), weight=Decimal(1)) for n in (1, 2, 3)]
    assert weighted_percent(parts) == Fraction(200, 3)


@given(PARTS)
def test_a_weighted_percent_lies_between_0_and_100(parts: list[Weighted]) -> None:
    percent = weighted_percent(parts)
    assert percent is None or 0 <= percent <= 100


@given(PARTS)
def test_the_order_of_parts_does_not_matter(parts: list[Weighted]) -> None:
    assert weighted_percent(parts) == weighted_percent(reversed(parts))


@given(PARTS, st.fractions(min_value=0, max_value=1), st.fractions(min_value=0, max_value=1))
def test_raising_a_value_never_lowers_the_percent(
    parts: list[Weighted], one: Fraction, other: Fraction
) -> None:
    low, high = sorted((one, other))
    weight = Decimal(3)
    before = weighted_percent([*parts, Weighted(value=low, weight=weight)])
    after = weighted_percent([*parts, Weighted(value=high, weight=weight)])
    assert before is not None
    assert after is not None
    assert before <= after
