"""Krippendorff's alpha: his own example, and what must hold for any ratings."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.calibration.alpha import Metric, Unit, alpha

# K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C: four observers,
# twelve units, missing values; one column a unit
OBSERVED = """
1 2 3 3 2 1 4 1 2 . . .
1 2 3 3 2 2 4 1 2 5 . 3
. 3 3 3 2 3 4 2 2 5 1 .
1 2 3 3 2 4 4 1 2 5 1 .
"""
LEVELS = (1.0, 2.0, 3.0, 4.0, 5.0)
METRICS: tuple[Metric, ...] = ("nominal", "ordinal", "interval")
any_units = st.lists(st.lists(st.integers(0, 3), max_size=5), min_size=1, max_size=12)


def units_of(columns: list[list[int]], levels: int = 4) -> Counter[Unit]:
    """Units from the levels each was given, as positions."""
    return Counter(tuple(column.count(level) for level in range(levels)) for column in columns)


def published() -> Counter[Unit]:
    rows = [line.split() for line in OBSERVED.strip().splitlines()]
    columns = zip(*rows, strict=True)
    return units_of([[int(v) - 1 for v in column if v != "."] for column in columns], levels=5)


@pytest.mark.parametrize(
    ("metric", "expected"), [("nominal", 0.743), ("ordinal", 0.815), ("interval", 0.849)]
)
def test_the_published_example_with_missing_ratings(metric: Metric, expected: float) -> None:
    assert alpha(published(), LEVELS, metric) == pytest.approx(expected, abs=0.0005)


def test_a_unit_with_one_rating_tells_nothing() -> None:
    one_more = published() + Counter({(0, 0, 0, 1, 0): 5})
    assert alpha(one_more, LEVELS, "ordinal") == alpha(published(), LEVELS, "ordinal")


@pytest.mark.parametrize("metric", METRICS)
def test_no_alpha_where_everything_is_alike(metric: Metric) -> None:
    """Agreement that could not have been missed says nothing about the evaluators."""
    assert alpha({(0, 2): 30}, (0.0, 1.0), metric) is None


def test_no_alpha_without_a_second_rating() -> None:
    assert alpha({(1, 0): 3, (0, 1): 3}, (0.0, 1.0), "nominal") is None


def test_two_levels_are_equally_far_apart_by_every_metric() -> None:
    units: dict[Unit, int] = {(2, 0): 7, (1, 1): 4, (0, 2): 3}
    first, *others = (alpha(units, (0.0, 1.0), metric) for metric in METRICS)
    assert others == pytest.approx([first, first])


def test_a_near_miss_costs_less_than_a_far_one() -> None:
    agreed: dict[Unit, int] = {(2, 0, 0): 5, (0, 2, 0): 5, (0, 0, 2): 5}
    near = alpha({**agreed, (1, 1, 0): 3}, (0.0, 1.0, 2.0), "ordinal")
    far = alpha({**agreed, (1, 0, 1): 3}, (0.0, 1.0, 2.0), "ordinal")
    assert near is not None
    assert far is not None
    assert near > far


@given(any_units)
def test_perfect_agreement_is_one(columns: list[list[int]]) -> None:
    alike = [[column[0]] * max(2, len(column)) for column in columns if column]
    found = alpha(units_of(alike), (0.0, 1.0, 2.0, 3.0), "ordinal")
    assert found is None or found == 1


def test_no_alpha_where_one_value_is_not_a_round_number() -> None:
    """A mean of equal numbers is not always that number to the last digit."""
    assert alpha({(0, 3): 30}, (0.0, 50.1), "interval") is None


@given(any_units, st.sampled_from(METRICS))
def test_agreement_is_never_more_than_perfect(columns: list[list[int]], metric: Metric) -> None:
    found = alpha(units_of(columns), (0.0, 1.0, 2.0, 5.0), metric)
    assert found is None or found <= 1


@given(any_units)
def test_turning_a_scale_around_changes_nothing(columns: list[list[int]]) -> None:
    turned = [[3 - level for level in column] for column in columns]
    levels = (0.0, 1.0, 2.0, 3.0)
    before, after = (alpha(units_of(known), levels, "ordinal") for known in (columns, turned))
    assert (before is None) == (after is None)
    assert after == pytest.approx(before)


@given(any_units, st.floats(0.1, 50), st.floats(-50, 50))
def test_interval_alpha_does_not_depend_on_the_unit_of_measurement(
    columns: list[list[int]], width: float, start: float
) -> None:
    plain = alpha(units_of(columns), (0.0, 1.0, 2.0, 3.0), "interval")
    scaled = tuple(start + width * level for level in range(4))
    assert alpha(units_of(columns), scaled, "interval") == pytest.approx(plain, abs=1e-6)
