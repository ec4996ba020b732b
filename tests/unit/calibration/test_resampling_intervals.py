"""Bootstrap: repeatable, of the right size, and silent where too little is known."""

from itertools import islice

import pytest

from qa_toolkit.calibration.bootstrap import interval, resamples


def test_as_many_are_drawn_as_there_are() -> None:
    assert {sum(counts) for counts in islice(resamples(7), 50)} == {7}


def test_the_same_draws_come_every_time() -> None:
    assert list(resamples(5, 20)) == list(resamples(5, 20))


def test_the_interval_of_a_mean_is_as_wide_as_theory_says() -> None:
    """Of 100 tosses with 50 heads: 0.5 ± 1.96·0.05."""
    heads = [1] * 50 + [0] * 50
    means = [
        sum(h * n for h, n in zip(heads, drawn, strict=True)) / 100 for drawn in resamples(100)
    ]
    found = interval(means)
    assert found is not None
    assert (found.low, found.high) == pytest.approx((0.402, 0.598), abs=0.015)


def test_no_interval_where_many_draws_have_no_figure() -> None:
    assert interval([0.5] * 80 + [None] * 20) is None


def test_a_few_draws_without_a_figure_are_passed_over() -> None:
    found = interval([*(n / 100 for n in range(95)), *([None] * 5)])
    assert found is not None
    assert (found.low, found.high) == pytest.approx((0.0235, 0.9165))
