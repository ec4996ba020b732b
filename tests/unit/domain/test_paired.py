"""Paired differences, their intervals, and Student's t."""

from statistics import fmean, stdev

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.paired import Moved, Pairs, t_quantile

# published to four places (NIST/SEMATECH e-Handbook, table of Student's t, 0.975)
PUBLISHED = {1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 9: 2.262, 10: 2.228, 30: 2.042, 100: 1.984}


def moved(*pairs: tuple[float, float]) -> Moved:
    taken = Pairs()
    for pair in pairs:
        taken.add(*pair)
    return taken.moved()


@pytest.mark.parametrize(("freedom", "expected"), PUBLISHED.items())
def test_the_quantile_is_the_published_one(freedom: int, expected: float) -> None:
    assert t_quantile(freedom) == pytest.approx(expected, abs=5e-4)


def test_the_quantile_goes_on_smoothly_where_its_formula_changes() -> None:
    assert t_quantile(201) == pytest.approx(t_quantile(200), abs=1e-4)
    assert t_quantile(200) > t_quantile(201) > t_quantile(10_000) > 1.9599


def test_a_worked_example_by_hand() -> None:
    """Differences 1, 2, 3: mean 2, s = 1, so 2 ± 4.3027 / √3."""
    found = moved((50, 51), (60, 62), (70, 73))
    assert (found.count, found.before, found.after, found.change) == (3, 60, 62, 2)
    assert found.low == pytest.approx(2 - 2.4841, abs=1e-4)
    assert found.high == pytest.approx(2 + 2.4841, abs=1e-4)


def test_without_pairs_there_is_no_mean() -> None:
    assert moved() == Moved(count=0)


@pytest.mark.parametrize("pairs", [[(1.0, 2.0)], [(1.0, 2.0), (5.0, 6.0)]], ids=["one", "equal"])
def test_without_any_spread_there_is_no_interval(pairs: list[tuple[float, float]]) -> None:
    assert (moved(*pairs).change, moved(*pairs).low) == (1, None)


def test_a_difference_is_beyond_chance_only_with_enough_pairs() -> None:
    pairs = [(50.0, 60.0), (50.0, 61.0)]
    assert not moved(*pairs * 9).beyond_chance
    assert moved(*pairs * 10).beyond_chance


def test_an_interval_around_0_is_within_chance() -> None:
    assert not moved(*[(50.0, 60.0), (50.0, 40.0)] * 20).beyond_chance


PERCENTS = st.floats(min_value=0, max_value=100)


@given(st.lists(st.tuples(PERCENTS, PERCENTS), min_size=2, max_size=40))
def test_one_pair_at_a_time_gives_what_all_at_once_give(pairs: list[tuple[float, float]]) -> None:
    differences = [after - before for before, after in pairs]
    found = moved(*pairs)
    assert found.change == pytest.approx(fmean(differences), abs=1e-9)
    if found.low is not None and found.high is not None:
        half = t_quantile(len(pairs) - 1) * stdev(differences) / len(pairs) ** 0.5
        assert found.high - found.low == pytest.approx(2 * half, rel=1e-6)
