"""Weeks or months of a trend: as few as can be seen, and each with enough in it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from qa_toolkit.domain.scorecard import Outcome
from qa_toolkit.scorecards.figures import estimates
from qa_toolkit.scorecards.figures.estimates import Estimate
from qa_toolkit.scorecards.figures.variance import Group
from qa_toolkit.scorecards.report import PastScore

NameOf = Callable[[date], str]
"""The week or month a day lies in."""

MOST_POINTS = 12
"""Periods of one trend: more are shown by month instead of week, and of those the last."""
ENOUGH_A_WEEK = 5
"""Scorecards a week must hold on the average to be shown by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The scorecards of one week or month.

    Attributes:
        name: `2026-W47` or `2026-11`.
        mean: weighted, as one draw with replacement: a trend asks of a work that goes on.
    """

    name: str
    scores: tuple[PastScore, ...]
    mean: Estimate
    passed: Estimate


def periods_of(past: Iterable[PastScore]) -> tuple[NameOf, tuple[Period, ...]]:
    """The periods in which something was scored, the oldest first, and how days are named."""
    scored = sorted((known for known in past if known.percent is not None), key=_by_day)
    name_of = _month if _by_month(scored) else _week
    return name_of, tuple(_periods(scored, name_of))[-MOST_POINTS:]


def _by_day(score: PastScore) -> tuple[date, str]:
    return score.day, score.interaction_id


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def _month(day: date) -> str:
    return f"{day:%Y-%m}"


def _by_month(scored: Sequence[PastScore]) -> bool:
    """Weeks are too many or hold too little; but one month by itself would be no trend."""
    weeks = len({_week(known.day) for known in scored})
    months = len({_month(known.day) for known in scored})
    thin = weeks > MOST_POINTS or len(scored) < ENOUGH_A_WEEK * weeks
    return thin and months > 1


def _periods(scored: Sequence[PastScore], name_of: NameOf) -> Iterable[Period]:
    for name, held in groupby(scored, key=lambda known: name_of(known.day)):
        scores = tuple(held)
        groups = tuple(_groups(scores))
        yield Period(
            name=name,
            scores=scores,
            mean=estimates.linearised([group for group, _ in groups]),
            passed=estimates.share(groups),
        )


def _groups(scores: Sequence[PastScore]) -> Iterable[tuple[Group, int]]:
    """Scorecards that stand for equally many interactions, with how many of them passed."""
    ordered = sorted(scores, key=lambda known: known.weight)
    for weight, held in groupby(ordered, key=lambda known: known.weight):
        known = tuple(held)
        values = [item.percent for item in known if item.percent is not None]
        passed = sum(item.outcome is Outcome.PASS for item in known)
        yield Group(values=values, drawn=len(values), each=weight), passed
