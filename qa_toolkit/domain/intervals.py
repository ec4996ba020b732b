"""95 % intervals of shares, of means, and of the difference of two of them."""

import math
from collections.abc import Sequence
from statistics import NormalDist, fmean, variance

from qa_toolkit.domain.paired import t_quantile

Span = tuple[float, float]
"""The lower and the upper end of an interval."""

_Z = NormalDist().inv_cdf(0.975)
_NO_SPREAD = 1e-12


def wilson(p: float, n: float) -> Span:
    """Wilson's score interval of a share `p` of `n`, in percent (Wilson 1927)."""
    z2 = _Z * _Z
    centre = (p + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z * math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    return 100 * max(centre - half, 0.0), 100 * min(centre + half, 1.0)


def newcombe(p: float, n: float, q: float, m: float) -> Span:
    """The difference p - q of two independent shares of n and m, in percent points.

    Newcombe's hybrid score interval (Statistics in Medicine 17, 1998, 873-890, method 10).
    """
    low_p, high_p = (end / 100 for end in wilson(p, n))
    low_q, high_q = (end / 100 for end in wilson(q, m))
    below = math.sqrt((p - low_p) ** 2 + (high_q - q) ** 2)
    above = math.sqrt((high_p - p) ** 2 + (q - low_q) ** 2)
    return 100 * (p - q - below), 100 * (p - q + above)


def student(values: Sequence[float]) -> Span | None:
    """The mean of values by Student's t; None of fewer than two, or where all are equal."""
    if len(values) < 2:
        return None
    spread = variance(values) / len(values)
    if spread < _NO_SPREAD:
        return None
    half = t_quantile(len(values) - 1) * math.sqrt(spread)
    mean = fmean(values)
    return mean - half, mean + half


def welch(values: Sequence[float], others: Sequence[float]) -> Span | None:
    """The difference of two independent means, of unequal variances.

    Welch (Biometrika 34, 1947), with the degrees of freedom of Satterthwaite (1946), rounded
    down. Two values say so little of their variance that it is then right in 88 of 100 only: with
    two on a side it is the one degree of the smaller side (Hsu 1938), which is on the safe side.
    None where one has fewer than two values, or nothing varies.
    """
    if len(values) < 2 or len(others) < 2:
        return None
    one, other = variance(values) / len(values), variance(others) / len(others)
    if one + other < _NO_SPREAD:
        return None
    freedom = (one + other) ** 2 / (one**2 / (len(values) - 1) + other**2 / (len(others) - 1))
    if min(len(values), len(others)) == 2:
        freedom = 1
    half = t_quantile(max(1, math.floor(freedom))) * math.sqrt(one + other)
    apart = fmean(values) - fmean(others)
    return apart - half, apart + half
