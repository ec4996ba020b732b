"""The measure of growth that other tests rely on."""

import pytest
from growth import assert_in_proportion


def linear(size: int) -> None:
    sum(range(size * 100))


def quadratic(size: int) -> None:
    sum(range(size * size))


def test_work_in_proportion_passes() -> None:
    assert_in_proportion(linear, 500, 5_000)


def test_work_with_the_square_fails() -> None:
    with pytest.raises(AssertionError, match=r"the power (1\.[5-9]|2\.)"):
        assert_in_proportion(quadratic, 500, 5_000)


def test_work_that_costs_nothing_passes() -> None:
    assert_in_proportion(lambda size: size * size, 500, 5_000)
