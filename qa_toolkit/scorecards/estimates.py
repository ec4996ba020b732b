"""Means and shares of a sample with the interval that says how little a few scorecards tell."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from statistics import NormalDist

from qa_toolkit.domain.score import mean_percent

# 97.5 % quantiles of Student's t for 1 to 30 degrees of freedom
_T = (
    12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622, 2.2281,
    2.2010, 2.1788, 2.1604, 2.1448, 2.1314, 2.1199, 2.1098, 2.1009, 2.0930, 2.0860,
    2.0796, 2.0739, 2.0687, 2.0639, 2.0595, 2.0555, 2.0518, 2.0484, 2.0452, 2.0423,
)  # fmt: skip
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
    half = Fraction(_t(count - 1) * math.sqrt(spread * count / (count - 1)))
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


def _t(freedom: int) -> float:
    """97.5 % quantile of Student's t; beyond the table by its expansion around the normal."""
    if freedom <= len(_T):
        return _T[freedom - 1]
    z = _Z
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    return z + first / freedom + second / freedom**2
