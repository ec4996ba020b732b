"""Ridge regression against numpy, and towards what is known."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.calibration.ridge import Row, added, moments, ridge, squared_error

FEATURES = 6


def problem(rows: int = 40, seed: int = 1) -> tuple[list[Row], list[float], list[float]]:
    """Sparse rows, targets in 0..1 and weights of rows."""
    rng = np.random.default_rng(seed)
    values = rng.normal(size=(rows, FEATURES)) * (rng.random((rows, FEATURES)) < 0.4)
    sparse: list[Row] = [{at: float(v) for at, v in enumerate(row) if v} for row in values]
    return sparse, list(rng.random(rows)), list(rng.random(rows) + 0.5)


def dense(rows: list[Row]) -> "np.ndarray[tuple[int, int], np.dtype[np.float64]]":
    return np.array([[row.get(at, 0.0) for at in range(FEATURES)] for row in rows])


def test_it_solves_what_numpy_solves() -> None:
    rows, targets, weights = problem()
    penalties, prior = [0.5, 1, 2, 3, 4, 5], [0.1, -0.2, 0.0, 0.3, 1.0, 0.0]
    found = ridge(moments(rows, targets, FEATURES, weights), penalties, prior)
    design = np.column_stack([dense(rows), np.ones(len(rows))])
    each = np.diag(weights)
    left = design.T @ each @ design + np.diag([*penalties, 0])
    right = design.T @ each @ np.array(targets) + np.array([*penalties, 0]) * np.array([*prior, 0])
    assert [*found.weights, found.intercept] == pytest.approx(np.linalg.solve(left, right))


@given(st.floats(-1e3, 1e3), st.integers(1, 500))
def test_what_never_changes_has_no_variance(value: float, rows: int) -> None:
    assert moments([{0: value}] * rows, [0.0] * rows, 1).variance(0) == 0


def test_sums_of_folds_are_the_sums_of_all() -> None:
    rows, targets, weights = problem()
    parts = [moments(rows[at::3], targets[at::3], FEATURES, weights[at::3]) for at in range(3)]
    whole = moments(rows, targets, FEATURES, weights)
    penalties = [1.0] * FEATURES
    assert ridge(added(parts), penalties).weights == pytest.approx(ridge(whole, penalties).weights)


def test_the_error_is_known_from_sums_alone() -> None:
    rows, targets, weights = problem()
    known = moments(rows, targets, FEATURES, weights)
    fitted = ridge(known, [1.0] * FEATURES)
    apart = [(fitted.value(row) - y) ** 2 for row, y in zip(rows, targets, strict=True)]
    assert squared_error(fitted, known) == pytest.approx(np.average(apart, weights=weights))


@given(st.lists(st.floats(-3, 3), min_size=FEATURES, max_size=FEATURES))
def test_a_huge_penalty_gives_the_prior_back(prior: list[float]) -> None:
    rows, targets, _ = problem()
    found = ridge(moments(rows, targets, FEATURES), [1e12] * FEATURES, prior)
    assert found.weights == pytest.approx(prior, abs=1e-6)


def test_the_intercept_is_free_whatever_the_penalty() -> None:
    rows, _, _ = problem()
    found = ridge(moments(rows, [0.7] * len(rows), FEATURES), [1e9] * FEATURES)
    assert found.intercept == pytest.approx(0.7)


@given(st.permutations(range(12)))
def test_the_order_of_rows_makes_no_difference(order: list[int]) -> None:
    rows, targets, _ = problem(12)
    turned = moments([rows[at] for at in order], [targets[at] for at in order], FEATURES)
    straight = ridge(moments(rows, targets, FEATURES), [1.0] * FEATURES)
    assert ridge(turned, [1.0] * FEATURES).weights == pytest.approx(straight.weights)


def test_a_feature_that_never_occurs_keeps_its_prior() -> None:
    rows, targets, _ = problem()
    without: list[Row] = [{at: v for at, v in row.items() if at != 2} for row in rows]
    prior = [0.0, 0.0, 0.4, 0.0, 0.0, 0.0]
    found = ridge(moments(without, targets, FEATURES), [2.0] * FEATURES, prior)
    assert found.weights[2] == pytest.approx(0.4)


def test_a_weight_without_a_penalty_is_refused() -> None:
    with pytest.raises(ValueError, match="above 0"):
        ridge(moments([{0: 1.0}, {0: 2.0}], [0, 1], 1), [0.0])
