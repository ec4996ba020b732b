"""Means and shares of a sample with the interval that says how little a few scorecards tell."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from statistics import NormalDist

from qa_toolkit.domain.paired import t_quantile
from qa_toolkit.domain.score import mean_percent

_Z = NormalDist().inv_cdf(0.975)


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A mean or a share in percent with its 95 % interval.

    Attributes:
        value: exact; None without any scorecard.
        low, high: within 0..100, but for totals that bonus points bring beyond 100; None where
            no interval can be given.
        count: scorecards behind it.
    """

    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    count: int


def mean(totals: Sequence[Decimal], weights: Sequence[Fraction] | None = None) -> Estimate:
    """Mean of scorecards; with weights, each stands for that many interactions.

    The variance is that of a weighted mean linearised and drawn with replacement (Särndal,
    Swensson, Wretman, Model Assisted Survey Sampling, 1992, ch. 5), which with equal weights
    is s²/n, the ordinary t-interval. It is on the safe side for draws without replacement.
    No interval under two scorecards, nor where all totals are equal: its width would be 0.
    """
    count = len(totals)
    if weights is None:
        weights = [Fraction(1)] * count
        value = mean_percent(totals)
    else:
        value = _weighted(totals, weights)
    if value is None or len(set(totals)) < 2:
        return Estimate(value=value, low=None, high=None, count=count)
    whole = sum(weights, Fraction(0))
    pairs = zip(totals, weights, strict=True)
    spread = sum(float(weight / whole * (Fraction(t) - value)) ** 2 for t, weight in pairs)
    half = Fraction(t_quantile(count - 1) * math.sqrt(spread * count / (count - 1)))
    low, high = max(value - half, Fraction(0)), value + half
    if max(totals) <= 100:
        high = min(high, Fraction(100))
    return Estimate(value=value, low=low, high=high, count=count)


def share(passed: Sequence[bool], weights: Sequence[Fraction] | None = None) -> Estimate:
    """Percent that passed, with the Wilson interval: 4 of 5 is 80 %, from 37.6 to 96.4 %.

    With weights the interval uses Kish's effective number of scorecards, (Σw)²/Σw².
    """
    count = len(passed)
    if not count:
        return Estimate(value=None, low=None, high=None, count=0)
    known = [Fraction(1)] * count if weights is None else list(weights)
    whole = sum(known, Fraction(0))
    part = sum((w for w, p in zip(known, passed, strict=True) if p), Fraction(0)) / whole
    effective = float(whole**2 / sum((w * w for w in known), Fraction(0)))
    low, high = _wilson(float(part), effective)
    return Estimate(value=100 * part, low=Fraction(low), high=Fraction(high), count=count)


def _weighted(totals: Sequence[Decimal], weights: Sequence[Fraction]) -> Fraction | None:
    whole = sum(weights, Fraction(0))
    if not whole:
        return None
    parts = (Fraction(t) * weight for t, weight in zip(totals, weights, strict=True))
    return sum(parts, Fraction(0)) / whole


def _wilson(p: float, n: float) -> tuple[float, float]:
    """Wilson's score interval in percent (Wilson 1927)."""
    z2 = _Z * _Z
    centre = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return 100 * max(centre - half, 0.0), 100 * min(centre + half, 1.0)
