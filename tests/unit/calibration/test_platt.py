"""Scores become probabilities."""

import random

import pytest

from qa_toolkit.calibration.platt import platt, probability


def test_it_finds_the_curve_that_made_the_targets() -> None:
    scores = [at / 500 - 2 for at in range(2_000)]
    slope, offset = platt(scores, [probability(1.5 * score - 0.4) for score in scores])
    assert (slope, offset) == pytest.approx((1.5, -0.4), abs=0.01)


def test_scores_without_a_mistake_do_not_ask_for_certainty() -> None:
    """Platt's targets: ten of each side are not worth a probability of 1."""
    slope, offset = platt([*range(10), *range(20, 30)], [0.0] * 10 + [1.0] * 10)
    assert 0.85 < probability(slope * 29 + offset) < 0.999


def test_probabilities_are_as_frequent_as_they_say() -> None:
    draw = random.Random(3)  # noqa: S311 - invented scores
    scores = [draw.gauss(0, 1) for _ in range(3_000)]
    targets = [float(draw.random() < probability(2 * score)) for score in scores]
    slope, offset = platt(scores, targets)
    said = [probability(slope * score + offset) for score in scores]
    assert sum(said) == pytest.approx(sum(targets), rel=0.01)


def test_weights_are_worth_repetitions() -> None:
    scores, targets = [0.0, 1.0, 2.0, 3.0], [0.0, 1.0, 0.0, 1.0]
    twice = platt([*scores, 3.0, 3.0], [*targets, 1.0, 1.0])
    assert platt(scores, targets, [1, 1, 1, 3]) == pytest.approx(twice, abs=1e-4)


@pytest.mark.parametrize("log_odds", [-1e6, -800.0, 0.0, 800.0, 1e6])
def test_no_log_odds_are_too_large(log_odds: float) -> None:
    assert 0 <= probability(log_odds) <= 1
