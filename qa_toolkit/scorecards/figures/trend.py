"""Means by week or month, and whether the last change is more than chance."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from qa_toolkit.domain.paired import t_quantile
from qa_toolkit.domain.wording import counted
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.figures.estimates import Estimate
from qa_toolkit.scorecards.figures.headline import ENOUGH, estimate_view
from qa_toolkit.scorecards.figures.periods import NameOf, Period, periods_of
from qa_toolkit.scorecards.report import PastScore
from qa_toolkit.scorecards.view import TrendPointView, TrendView


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The difference of two means that were drawn apart.

    Attributes:
        low, high: its 95 % interval (Welch 1947); None where one of them has no spread.
    """

    points: Fraction
    low: float | None = None
    high: float | None = None

    @property
    def leaves_out_zero(self) -> bool:
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


def trend_view(past: Iterable[PastScore], today: date | None) -> TrendView | None:
    """The trend of these scorecards; None where none of them has a total."""
    name_of, periods = periods_of(past)
    if not periods:
        return None
    changes = [None, *(change(old.mean, new.mean) for old, new in pairwise(periods))]
    points = tuple(
        _point(known, before, found)
        for known, before, found in zip(periods, (None, *periods), changes, strict=False)
    )
    return TrendView(points=points, said=_said(periods, changes[-1], today, name_of))


def change(before: Estimate, after: Estimate) -> Change:
    """The change of a mean, with degrees of freedom after Welch and Satterthwaite."""
    points = (after.value or Fraction(0)) - (before.value or Fraction(0))
    if before.variance is None or after.variance is None:
        return Change(points=points)
    variance = before.variance + after.variance
    freedom = variance**2 / (
        before.variance**2 / before.freedom + after.variance**2 / after.freedom
    )
    half = t_quantile(max(int(freedom), 1)) * math.sqrt(variance)
    return Change(points=points, low=float(points) - half, high=float(points) + half)


def _point(known: Period, before: Period | None, found: Change | None) -> TrendPointView:
    return TrendPointView(
        period=known.name,
        mean=estimate_view(known.mean, ""),
        pass_share=estimate_view(known.passed, " %"),
        count=len(known.scores),
        change="" if found is None or before is None else _change(found, before, known),
        beyond_chance=found is not None and before is not None and _marked(found, before, known),
    )


def _marked(found: Change, before: Period, after: Period) -> bool:
    return found.leaves_out_zero and min(len(before.scores), len(after.scores)) >= ENOUGH


def _change(found: Change, before: Period, after: Period) -> str:
    moved = f"{_moved(found.points)} since {before.name}"
    counts = len(before.scores), len(after.scores)
    if min(counts) < ENOUGH:
        return (
            f"{moved}, from {counts[0]} and {counts[1]} scorecards: too few to tell a change "
            "from chance"
        )
    if found.low is None or found.high is None:
        return f"{moved}: no spread to tell a change from chance"
    sure = "more than chance" if found.leaves_out_zero else "may be chance"
    span = f"{wording.number(Decimal(found.low))} to {wording.number(Decimal(found.high))}"
    return f"{moved}: {sure} (95 % interval {span})"


def _moved(points: Fraction) -> str:
    shown = wording.number(abs(points))
    if shown == "0.0":
        return "unchanged"
    return f"{'up' if points > 0 else 'down'} {shown} points"


def _said(
    periods: Sequence[Period],
    last: Change | None,
    today: date | None,
    name_of: NameOf,
) -> str:
    now = periods[-1]
    mean = (
        f"{now.name}{_unfinished(now, today, name_of)}: {wording.number(now.mean.value)} on average"
    )
    if last is None:
        of = counted(len(now.scores), "scorecard")
        return f"{mean} of {of}; one period is no trend yet."
    return f"{mean}, {_change(last, periods[-2], now)}."


def _unfinished(now: Period, today: date | None, name_of: NameOf) -> str:
    if today is None or name_of(today + timedelta(days=1)) != now.name:
        return ""
    return " so far"
