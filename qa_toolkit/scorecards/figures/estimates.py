"""Means and shares of a sample with the interval that says how little a few scorecards tell.

Formulas, sources and limits: docs/figures.md.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from fractions import Fraction
from typing import Literal

from qa_toolkit.domain.intervals import wilson
from qa_toolkit.domain.paired import t_quantile
from qa_toolkit.scorecards.figures.variance import (
    Group,
    Part,
    collapsed,
    joined,
    part_of,
    variance_of,
)

Lack = Literal["", "none", "one", "equal", "census"]
"""Why an estimate has no interval, or one of no width; empty where it has one."""

_EXACT = Context(prec=60)
"""Digits enough that no sum of a million percents of 28 digits is ever rounded."""
_NO_SPREAD = 1e-12


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A mean or a share in percent with its 95 % interval.

    Attributes:
        value: exact; None without any scorecard.
        low, high: within 0..100, but for totals that bonus points bring beyond 100; both the
            value where every interaction was drawn; None where no interval can be given.
        count: scorecards behind it.
        variance: of the value, in squared percent points; None where it cannot be known.
        freedom: degrees of freedom of the variance.
    """

    value: Fraction | None
    low: Fraction | None
    high: Fraction | None
    count: int
    lack: Lack = ""
    variance: float | None = None
    freedom: float = 0.0


def mean(groups: Iterable[Group]) -> Estimate:
    """Mean over all groups, each value weighted by the interactions it stands for.

    Its variance is that of a stratified draw without replacement (Cochran, Sampling Techniques,
    1977, ch. 5; for a part of the drawn, such as one agent's, the ratio linearised as in Särndal,
    Swensson, Wretman, Model Assisted Survey Sampling, 1992, ch. 5 and 10). With one group of
    equal chances it is s²/n (1 - n/N). Groups of a single draw are collapsed.
    """
    held = [group for group in groups if group.values]
    count = sum(len(group.values) for group in held)
    if not count:
        return Estimate(value=None, low=None, high=None, count=0, lack="none")
    whole = sum((group.each * len(group.values) for group in held), Fraction(0))
    value = sum((group.each * total(group.values) for group in held), Fraction(0)) / whole
    if not any(group.left for group in held):
        return _census(value, count)
    parts = collapsed([part_of(group, value, whole) for group in held if group.left])
    if count < 2 or not parts:
        return Estimate(value=value, low=None, high=None, count=count, lack="one")
    return _with_interval(value, held, parts)


def linearised(groups: Iterable[Group]) -> Estimate:
    """The weighted mean with the variance of a single draw with replacement.

    Särndal, Swensson, Wretman, 1992, ch. 5; with equal weights s²/n. It knows nothing of strata
    nor of how large the frame was, and so holds for a work that goes on.
    """
    held = list(groups)
    alike = [replace(group, drawn=len(group.values), frame=None) for group in held]
    count = sum(group.drawn for group in alike)
    found = mean(alike)
    if found.value is None or count < 2:
        return found
    whole = sum((group.each * group.drawn for group in alike), Fraction(0))
    together = joined([part_of(group, found.value, whole) for group in alike])
    return _with_interval(found.value, alike, [together])


def difference(values: Sequence[Decimal]) -> Estimate:
    """The mean of differences in percent of a scale, -100..100, with Student's t-interval."""
    found = mean([simple(values)])
    if found.value is None or found.variance is None:
        return found
    half = Fraction(t_quantile(int(found.freedom)) * math.sqrt(found.variance))
    most = Fraction(100)
    return replace(found, low=max(found.value - half, -most), high=min(found.value + half, most))


def share(groups: Iterable[tuple[Group, int]]) -> Estimate:
    """Percent that passed, with the Wilson interval: 4 of 5 is 80 %, from 37.6 to 96.4 %.

    Args:
        groups: each with how many of its values passed.

    The interval counts as many scorecards as a simple random draw would need to say as much:
    (Σw)² / Σw²(1 - n/N), Kish's effective number with the finite population correction.
    """
    held = [(group, passed) for group, passed in groups if group.values]
    count = sum(len(group.values) for group, _ in held)
    if not count:
        return Estimate(value=None, low=None, high=None, count=0, lack="none")
    whole = sum((group.each * len(group.values) for group, _ in held), Fraction(0))
    part = sum((group.each * passed for group, passed in held), Fraction(0)) / whole
    squares = sum(float(known.each) ** 2 * len(known.values) * known.left for known, _ in held)
    if not squares:
        return _census(100 * part, count)
    low, high = wilson(float(part), float(whole) ** 2 / squares)
    return Estimate(value=100 * part, low=Fraction(low), high=Fraction(high), count=count)


def simple(values: Sequence[Decimal]) -> Group:
    """Values that nobody drew from a frame: as if from a process that goes on."""
    return Group(values=values, drawn=len(values))


def total(values: Iterable[Decimal]) -> Fraction:
    """The exact sum; of Decimals, as fractions would reduce every step."""
    known = Decimal(0)
    for value in values:
        known = _EXACT.add(known, value)
    return Fraction(known)


def _with_interval(value: Fraction, groups: Sequence[Group], parts: Sequence[Part]) -> Estimate:
    count = sum(len(group.values) for group in groups)
    variance = sum(map(variance_of, parts))
    if variance < _NO_SPREAD:
        return Estimate(value=value, low=None, high=None, count=count, lack="equal")
    freedom = max(sum(part.held for part in parts) - len(parts), 1)
    half = Fraction(t_quantile(freedom) * math.sqrt(variance))
    low, high = max(value - half, min(value, Fraction(0))), value + half
    if max(max(group.values) for group in groups) <= 100:
        high = min(high, Fraction(100))
    return Estimate(
        value=value, low=low, high=high, count=count, variance=variance, freedom=freedom
    )


def _census(value: Fraction, count: int) -> Estimate:
    return Estimate(value=value, low=value, high=value, count=count, lack="census", variance=0.0)
