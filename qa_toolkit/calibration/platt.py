"""Scores → probabilities: a logistic curve of two parameters (Platt 1999)."""

import math
from collections.abc import Iterable, Sequence

_ROUNDS = 100
_HALVINGS = 30
_ENOUGH = 1e-12
_RIDGE = 1e-9


def platt(
    scores: Sequence[float], targets: Sequence[float], weights: Sequence[float] | None = None
) -> tuple[float, float]:
    """Slope and offset for which 1 / (1 + exp(-(slope·score + offset))) meets the targets best.

    Targets may be anything in 0..1 and are drawn in a little, as Platt does, so that scores which
    part them without a mistake do not ask for an infinite slope.

    Args:
        scores: not all the same.
        targets: 0..1.
        weights: of each score; 1 where not given.
    """
    each = list(weights or [1.0] * len(scores))
    good = sum(weight * target for weight, target in zip(each, targets, strict=True))
    highest, lowest = (good + 1) / (good + 2), 1 / (sum(each) - good + 2)
    drawn_in = [lowest + target * (highest - lowest) for target in targets]
    slope, offset = 0.0, math.log((good + 1) / (sum(each) - good + 1))
    loss = _loss(scores, drawn_in, each, slope, offset)
    for _ in range(_ROUNDS):
        step = _newton(scores, drawn_in, each, slope, offset)
        halvings = (0.5**times for times in range(_HALVINGS))
        tried = ((slope - share * step[0], offset - share * step[1]) for share in halvings)
        losses = ((_loss(scores, drawn_in, each, *point), point) for point in tried)
        now, point = next((known for known in losses if known[0] < loss), (loss, (slope, offset)))
        gain, loss, (slope, offset) = loss - now, now, point
        if gain <= _ENOUGH * abs(loss):
            break
    return slope, offset


def probability(log_odds: float) -> float:
    """The probability for log-odds, without overflow."""
    if log_odds >= 0:
        return 1 / (1 + math.exp(-log_odds))
    return math.exp(log_odds) / (1 + math.exp(log_odds))


def _newton(
    scores: Iterable[float],
    targets: Iterable[float],
    weights: Iterable[float],
    slope: float,
    offset: float,
) -> tuple[float, float]:
    g_slope = g_offset = h_both = 0.0
    h_slope = h_offset = _RIDGE
    for score, target, weight in zip(scores, targets, weights, strict=True):
        p = probability(slope * score + offset)
        apart, bend = weight * (p - target), weight * p * (1 - p)
        g_slope += apart * score
        g_offset += apart
        h_slope += bend * score * score
        h_both += bend * score
        h_offset += bend
    determinant = h_slope * h_offset - h_both * h_both
    return (
        (h_offset * g_slope - h_both * g_offset) / determinant,
        (h_slope * g_offset - h_both * g_slope) / determinant,
    )


def _loss(
    scores: Iterable[float],
    targets: Iterable[float],
    weights: Iterable[float],
    slope: float,
    offset: float,
) -> float:
    total = 0.0
    for score, target, weight in zip(scores, targets, weights, strict=True):
        log_odds = slope * score + offset
        # log(1 + exp(x)) - target·x, without overflow
        softened = max(log_odds, 0.0) + math.log1p(math.exp(-abs(log_odds)))
        total += weight * (softened - target * log_odds)
    return total
