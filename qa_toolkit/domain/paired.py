"""The same interactions scored twice: how far their mean moves, and how sure that is."""

import math
from dataclasses import dataclass
from functools import cache
from statistics import NormalDist

ENOUGH = 20
"""Interactions under which a difference is too little to speak of, as in all our reports."""
_SERIES_UP_TO = 200
_ALL_ALIKE = 1e-9
"""Differences that are equal but for the last digits of a float have no spread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A mean before and after.

    Attributes:
        count: the pairs.
        before, after: means; None without a pair.
        change: the mean of the differences, after less before.
        low, high: its 95 % interval by Student's t; None under two pairs, and where all
            differences are equal, as its width would be 0.
    """

    count: int
    before: float | None = None
    after: float | None = None
    change: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def beyond_chance(self) -> bool:
        """Whether the interval leaves out 0, of enough pairs to say so."""
        if self.count < ENOUGH or self.low is None or self.high is None:
            return False
        return self.low > 0 or self.high < 0


class Pairs:
    """Takes pairs one at a time and keeps none of them (Welford 1962), so a million cost nothing."""

    def __init__(self) -> None:
        self._count = 0
        self._before = self._after = self._change = self._squares = 0.0

    def add(self, before: float, after: float) -> None:
        """One more interaction."""
        self._count += 1
        change = after - before
        off = change - self._change
        self._before += (before - self._before) / self._count
        self._after += (after - self._after) / self._count
        self._change += off / self._count
        self._squares += off * (change - self._change)

    def moved(self) -> Moved:
        """What they say so far."""
        if not self._count:
            return Moved(count=0)
        half = None
        if self._count > 1 and self._squares > _ALL_ALIKE:
            freedom = self._count - 1
            half = t_quantile(freedom) * math.sqrt(self._squares / freedom / self._count)
        return Moved(
            count=self._count,
            before=self._before,
            after=self._after,
            change=self._change,
            low=None if half is None else self._change - half,
            high=None if half is None else self._change + half,
        )


@cache
def t_quantile(freedom: int) -> float:
    """The 97.5 % quantile of Student's t for 1 or more degrees of freedom.

    Up to 200 by halving on the finite series of its distribution (Abramowitz & Stegun 26.7.3
    and 26.7.4), beyond by the expansion around the normal quantile (26.7.5), which is then right
    to seven digits.
    """
    if freedom > _SERIES_UP_TO:
        z = NormalDist().inv_cdf(0.975)
        first = (z**3 + z) / 4
        second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
        return z + first / freedom + second / freedom**2
    low, high = 0.0, math.pi / 2
    for _ in range(60):
        middle = (low + high) / 2
        if _within(middle, freedom) < 0.95:
            low = middle
        else:
            high = middle
    return math.tan(low) * math.sqrt(freedom)


def _within(angle: float, freedom: int) -> float:
    """The chance that |t| stays under tan(angle) · √freedom."""
    odd = freedom % 2
    term = math.cos(angle) if odd else 1.0
    total = term if freedom > 1 else 0.0
    for k in range(3 if odd else 2, freedom - 1, 2):
        term *= math.cos(angle) ** 2 * (k - 1) / k
        total += term
    if odd:
        return 2 / math.pi * (angle + math.sin(angle) * total)
    return math.sin(angle) * total
