"""Intervals of shares, means and differences."""

import pytest

from qa_toolkit.domain.intervals import newcombe, student, welch, wilson


def test_newcombes_own_example_comes_out() -> None:
    # Newcombe 1998, table II: 56 of 70 less 48 of 80, method 10
    assert newcombe(56 / 70, 70, 48 / 80, 80) == pytest.approx((5.24, 33.39), abs=0.005)


@pytest.mark.parametrize(
    ("p", "n", "q", "m"),
    [(1, 3, 0, 3), (0, 1, 1, 1), (1, 20, 1, 20)],
    ids=["apart", "of one each", "alike"],
)
def test_a_difference_of_shares_stays_between_minus_and_plus_a_hundred(
    p: float, n: int, q: float, m: int
) -> None:
    low, high = newcombe(p, n, q, m)
    assert -100 <= low <= 100 * (p - q) <= high <= 100


def test_wilson_gives_four_of_five_as_documented() -> None:
    assert wilson(0.8, 5) == pytest.approx((37.6, 96.4), abs=0.05)


def test_welch_is_the_usual_t_where_numbers_and_variances_are_equal() -> None:
    half = 2.446912 * (5 / 3 / 4 * 2) ** 0.5  # 6 degrees of freedom
    assert welch([1, 2, 3, 4], [2, 3, 4, 5]) == pytest.approx((-1 - half, -1 + half), abs=1e-5)


def test_welch_counts_fewer_degrees_of_freedom_where_variances_differ() -> None:
    # all of the variance is the one's, 5/3 over 4, with its three degrees of freedom
    half = 3.182446 * (5 / 12) ** 0.5
    assert welch([1, 2, 3, 4], [3.5] * 4) == pytest.approx((-1 - half, -1 + half), abs=1e-5)


def test_with_two_values_on_a_side_it_has_one_degree_of_freedom() -> None:
    # variances 2 over 2 and 150 over 8, of which Satterthwaite makes 7 degrees
    half = 12.706205 * (1 + 18.75) ** 0.5
    span = welch([60, 62], [40, 45, 50, 55, 60, 65, 70, 75])
    assert span == pytest.approx((3.5 - half, 3.5 + half), abs=1e-4)


@pytest.mark.parametrize(
    ("values", "others"),
    [([1.0], [2.0, 3.0]), ([], []), ([5.0, 5.0], [4.0, 4.0])],
    ids=["one value", "nothing", "nothing varies"],
)
def test_without_spread_there_is_no_interval(values: list[float], others: list[float]) -> None:
    assert welch(values, others) is None


def test_students_interval_of_a_mean() -> None:
    assert student([80, 60]) == pytest.approx((70 - 127.062, 70 + 127.062), abs=0.01)
    assert student([100]) is None
