"""Trends: periods, and changes that are told apart from chance."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.domain.scorecard import Outcome
from qa_toolkit.scorecards.figures import estimates
from qa_toolkit.scorecards.figures.trend import change, trend_view
from qa_toolkit.scorecards.report import PastScore
from qa_toolkit.scorecards.view import TrendView

MONDAY = date(2026, 11, 9)
"""The first day of 2026-W46."""


def past(day: date, totals: Iterable[float | None], weight: int = 1) -> list[PastScore]:
    return [
        PastScore(
            interaction_id=f"i-{day}-{number}",
            agent=AgentRef(id="dana"),
            day=day,
            percent=None if total is None else Decimal(str(total)),
            outcome=_outcome(total),
            weight=Fraction(weight),
        )
        for number, total in enumerate(totals)
    ]


def _outcome(total: float | None) -> Outcome:
    if total is None:
        return Outcome.NOT_SCORED
    return Outcome.PASS if total >= 80 else Outcome.FAIL


def weeks(*totals: Sequence[float | None]) -> TrendView:
    """One week of totals after the other, from 2026-W46."""
    scores = [
        score
        for number, week in enumerate(totals)
        for score in past(MONDAY + timedelta(weeks=number), week)
    ]
    found = trend_view(scores, None)
    assert found is not None
    return found


LOW, HIGH = [60.0, 70.0] * 12, [75.0, 85.0] * 12


def test_a_week_with_enough_is_a_point() -> None:
    points = weeks(LOW, HIGH).points
    assert [(known.period, known.mean.shown, known.count) for known in points] == [
        ("2026-W46", "65.0", 24),
        ("2026-W47", "80.0", 24),
    ]
    assert [known.pass_share.shown for known in points] == ["0.0 %", "50.0 %"]


def test_weeks_are_those_of_iso_8601() -> None:
    """1 January 2027 lies in the last week of 2026."""
    found = trend_view(past(date(2027, 1, 1), LOW), None)
    assert found is not None
    assert found.points[0].period == "2026-W53"


def test_a_change_beyond_chance_is_marked_with_its_interval() -> None:
    """15 points, s² = 24 x 25/23 in both: t(46) x sqrt(2 x 26.087/24) = 2.968."""
    last = weeks(LOW, HIGH).points[-1]
    assert last.beyond_chance
    assert last.change == (
        "up 15.0 points since 2026-W46: more than chance (95 % interval 12.0 to 18.0)"
    )


def test_a_change_that_may_be_chance_is_not_marked() -> None:
    last = weeks([20.0, 90.0] * 10, [20.0, 95.0] * 10).points[-1]
    assert not last.beyond_chance
    assert "up 2.5 points since 2026-W46: may be chance (95 % interval -" in last.change


def test_small_numbers_are_never_marked_however_far_they_move() -> None:
    last = weeks([10.0, 11.0, 12.0, 10.0, 11.0], [90.0, 91.0, 92.0, 93.0, 90.0]).points[-1]
    assert not last.beyond_chance
    assert last.change.endswith("from 5 and 5 scorecards: too few to tell a change from chance")


def test_a_fall_is_told_in_words() -> None:
    assert weeks(HIGH, LOW).said.startswith("2026-W47: 65.0 on average, down 15.0 points since")


def test_without_any_spread_nothing_is_marked() -> None:
    last = weeks([70.0] * 20, [90.0] * 20).points[-1]
    assert (last.beyond_chance, last.change) == (
        False,
        "up 20.0 points since 2026-W46: no spread to tell a change from chance",
    )


def test_one_period_is_no_trend() -> None:
    assert weeks(LOW).said == (
        "2026-W46: 65.0 on average of 24 scorecards; one period is no trend yet."
    )


def test_the_first_point_has_no_change() -> None:
    assert weeks(LOW, HIGH).points[0].change == ""


def test_a_week_that_goes_on_is_said_to() -> None:
    found = trend_view(past(MONDAY, LOW), MONDAY + timedelta(days=2))
    assert found is not None
    assert found.said.startswith("2026-W46 so far: 65.0")


def test_a_week_that_ends_today_is_whole() -> None:
    found = trend_view(past(MONDAY, LOW), MONDAY + timedelta(days=6))
    assert found is not None
    assert found.said.startswith("2026-W46: 65.0")


def test_weeks_that_hold_little_become_months() -> None:
    days = [MONDAY + timedelta(weeks=number) for number in range(8)]
    found = trend_view([score for day in days for score in past(day, [70.0, 80.0])], None)
    assert found is not None
    assert [known.period for known in found.points] == ["2026-11", "2026-12"]


def test_within_one_month_weeks_are_shown_although_they_hold_little() -> None:
    assert [known.period for known in weeks([70.0], [80.0]).points] == ["2026-W46", "2026-W47"]


def test_of_many_weeks_months_are_shown_and_of_many_months_the_last_twelve() -> None:
    days = [date(2025, 1, 6) + timedelta(weeks=number) for number in range(98)]
    found = trend_view([score for day in days for score in past(day, LOW)], None)
    assert found is not None
    assert [found.points[0].period, found.points[-1].period] == ["2025-12", "2026-11"]


def test_what_was_not_scored_is_in_no_period() -> None:
    assert trend_view(past(MONDAY, [None, None]), None) is None
    assert weeks([70.0, None, 80.0]).points[0].count == 2


def test_a_scorecard_counts_for_the_interactions_it_stands_for() -> None:
    """Three that stand for 1 each score 100, one that stands for 3 scores 40."""
    found = trend_view([*past(MONDAY, [100.0] * 3), *past(MONDAY, [40.0], weight=3)], None)
    assert found is not None
    assert found.points[0].mean.shown == "70.0"


@pytest.mark.parametrize("scale", [1, 10], ids=["scores of 0 to 10", "scores of 0 to 100"])
def test_the_interval_of_a_change_is_welchs(scale: int) -> None:
    """Means 5 and 8, s²/n = 1/3 and 4/3: t(2.94 → 2) = 4.3027 x sqrt(5/3) = 5.555."""
    before = estimates.mean([estimates.simple([Decimal(v * scale) for v in (4, 5, 6)])])
    after = estimates.mean([estimates.simple([Decimal(v * scale) for v in (6, 8, 10)])])
    found = change(before, after)
    assert found.points == 3 * scale
    assert found.low == pytest.approx((3 - 5.5548) * scale, abs=0.001 * scale)
