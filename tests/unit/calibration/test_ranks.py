"""Rank correlation and pairs in the right order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.calibration.ranks import auc, mid_ranks, spearman

numbers = st.lists(st.integers(-5, 5), min_size=2, max_size=30)
scored = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 3)), min_size=2, max_size=40)


def test_equal_values_share_the_mean_of_their_ranks() -> None:
    assert mid_ranks([3, 1, 3, 2]) == [3.5, 1, 3.5, 2]


def test_hours_of_television_and_iq() -> None:
    """The example of most textbooks: ten pairs, rho = -29/165."""
    iq = [106, 86, 100, 101, 99, 103, 97, 113, 112, 110]
    hours = [7, 0, 27, 50, 28, 29, 20, 12, 6, 17]
    assert spearman(iq, hours) == pytest.approx(-29 / 165)


def test_no_correlation_with_a_side_that_never_changes() -> None:
    assert spearman([1, 2, 3], [4, 4, 4]) is None


def test_auc_counts_the_pairs_in_the_right_order() -> None:
    """Of four pairs of one good and one bad, three are right and one is a tie."""
    assert auc([0.9, 0.4, 0.4, 0.1], [1, 1, 0, 0]) == pytest.approx(3.5 / 4)


def test_auc_of_three_levels_counts_every_pair_of_different_ones() -> None:
    assert auc([1, 2, 3], [0, 2, 1]) == pytest.approx(2 / 3)


def test_no_auc_where_all_ratings_are_alike() -> None:
    assert auc([0.1, 0.9], [2, 2]) is None


def test_counts_are_worth_repetitions() -> None:
    repeated = auc([0.2, 0.2, 0.5, 0.3, 0.3], [0, 0, 1, 1, 1])
    assert auc([0.2, 0.5, 0.3], [0, 1, 1], [2, 1, 2]) == repeated


@given(scored)
def test_auc_is_the_share_of_pairs(pairs: list[tuple[int, int]]) -> None:
    scores, ratings = zip(*pairs, strict=True)
    right = [
        1.0 if low[0] < high[0] else 0.5 if low[0] == high[0] else 0.0
        for low in pairs
        for high in pairs
        if low[1] < high[1]
    ]
    assert auc(scores, ratings) == (pytest.approx(sum(right) / len(right)) if right else None)


@given(numbers)
def test_an_order_agrees_fully_with_itself_and_with_its_squares(values: list[int]) -> None:
    found = spearman(values, [value**3 for value in values])
    assert found is None or found == pytest.approx(1)
