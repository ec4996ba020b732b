"""Figures with their intervals from the values of scorecards, each 0 to 1 or in percent."""

from collections.abc import Sequence
from statistics import fmean

from qa_toolkit.domain.intervals import newcombe, student, welch, wilson
from qa_toolkit.domain.paired import ENOUGH
from qa_toolkit.domain.shop.figures import Figure

_HUNDRED = 100.0


def share(values: Sequence[float]) -> Figure:
    """The share of ones among zeros and ones, with Wilson's interval."""
    if not values:
        return Figure()
    part = fmean(values)
    low, high = wilson(part, len(values))
    return Figure(count=len(values), value=_HUNDRED * part, low=low, high=high)


def mean(values: Sequence[float]) -> Figure:
    """The mean of percents, with Student's interval, kept within what can be."""
    if not values:
        return Figure()
    span = student(values)
    low, high = (None, None) if span is None else span
    if low is not None and high is not None:
        low = max(low, min(0.0, *values))
        high = min(high, max(_HUNDRED, *values))
    return Figure(count=len(values), value=fmean(values), low=low, high=high)


def difference(values: Sequence[float], others: Sequence[float], *, is_share: bool) -> Figure:
    """`values` less `others`: Newcombe's interval of shares in 0..1, Welch's of percents.

    A few values that are all alike do not show how far the next may lie: of percents there is no
    interval then, as it would be made of the other side's spread alone, and far too short.
    """
    count = min(len(values), len(others))
    if not count:
        return Figure()
    apart = fmean(values) - fmean(others)
    if is_share:
        low, high = newcombe(fmean(values), len(values), fmean(others), len(others))
        return Figure(count=count, value=_HUNDRED * apart, low=low, high=high)
    span = None if _few_alike(values) or _few_alike(others) else welch(values, others)
    if span is None:
        return Figure(count=count, value=apart)
    most = max(_HUNDRED, *values, *others)
    return Figure(count=count, value=apart, low=max(span[0], -most), high=min(span[1], most))


def _few_alike(values: Sequence[float]) -> bool:
    return len(values) < ENOUGH and min(values) == max(values)
