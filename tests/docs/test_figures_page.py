"""The numbers in `docs/figures.md` and `docs/coaching.md` are those of the code."""

import re
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from scored_builders import report, scored

from qa_toolkit.scorecards.coaching import chosen_moments, needs, points, triggers
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.figures import estimates, headline, periods
from qa_toolkit.scorecards.figures.variance import Group
from qa_toolkit.scorecards.wording import number

DOCS = Path(__file__).parents[2] / "docs"
FIGURES = " ".join((DOCS / "figures.md").read_text(encoding="utf-8").split())
COACHING = " ".join((DOCS / "coaching.md").read_text(encoding="utf-8").replace(">", "").split())
SHARES = re.findall(r"\| (\d+) of (\d+) \| ([\d.]+) to ([\d.]+) % \|", FIGURES)


@pytest.mark.parametrize(("passed", "of", "low", "high"), SHARES)
def test_the_intervals_of_shares_are_true(passed: str, of: str, low: str, high: str) -> None:
    group = estimates.simple([Decimal(0)] * int(of))
    found = estimates.share([(group, int(passed))])
    assert (number(found.low), number(found.high)) == (low, high)


def test_four_shares_are_shown() -> None:
    assert len(SHARES) == 4


def test_the_intervals_of_the_example_are_true() -> None:
    values = [Decimal(70), Decimal(72), Decimal(74)]
    endless = estimates.mean([estimates.simple(values)])
    drawn = estimates.mean([Group(values=values, drawn=3, frame=6, each=Fraction(2))])
    assert f"72.0 with the interval {number(endless.low)} to {number(endless.high)}" in FIGURES
    assert f"it is {number(drawn.low)} to {number(drawn.high)}, as half" in FIGURES


@pytest.mark.parametrize(
    "said",
    [
        f"Under {headline.ENOUGH} scorecards a warning",
        f"more than {periods.MOST_POINTS} of them or where they hold fewer than "
        f"{periods.ENOUGH_A_WEEK} scorecards",
        f"both periods hold at least {headline.ENOUGH} scorecards",
    ],
)
def test_the_limits_of_figures_are_true(said: str) -> None:
    assert said in FIGURES


def test_the_limits_of_coaching_are_true() -> None:
    assert (points.MOST_STRENGTHS, points.MOST_PRIORITIES, chosen_moments.MOST_EXAMPLES) == (
        3,
        2,
        2,
    )
    assert f"criteria at {100 * points.STRONG} % of their scale" in COACHING
    assert (needs.IN_DOUBT, triggers.LOWS) == (2, 2)


def test_the_reason_of_the_example_is_true() -> None:
    low = [scored(f"i-{points}", {"empathy.acknowledge": points}) for points in (0, 1)]
    why = report_view(report(*low)).agents[0].priorities[0].why
    assert why in COACHING
