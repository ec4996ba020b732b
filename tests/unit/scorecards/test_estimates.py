"""Means, shares and their intervals."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.scorecards import estimates
from qa_toolkit.scorecards.wording import number

totals = st.lists(st.integers(0, 1000).map(lambda tenths: Decimal(tenths) / 10), min_size=1)


@pytest.mark.parametrize(
    ("passed", "count", "low", "high"),
    [
        (4, 5, "37.6", "96.4"),
        (9, 10, "59.6", "98.2"),
        (18, 20, "69.9", "97.2"),
        (45, 50, "78.6", "95.7"),
        (0, 3, "0.0", "56.1"),
        (3, 3, "43.9", "100.0"),
    ],
)
def test_shares_carry_the_wilson_interval(passed: int, count: int, low: str, high: str) -> None:
    found = estimates.share([True] * passed + [False] * (count - passed))
    assert (number(found.low), number(found.high)) == (low, high)


@pytest.mark.parametrize(
    ("given_totals", "mean"),
    [(["100", "9.91", "63.96", "90.99", "0"], "52.972"), (["80", "60", "100"], "80")],
    ids=["zendesk's example", "not the mean of days"],
)
def test_a_mean_is_the_mean_of_scorecards(given_totals: list[str], mean: str) -> None:
    found = estimates.mean([Decimal(total) for total in given_totals])
    assert found.value == Fraction(mean)


def test_the_interval_of_a_mean_is_students_t() -> None:
    """70, 72, 74: s = 2, t = 4.3027, half width 4.3027 x 2 / sqrt(3) = 4.968."""
    found = estimates.mean([Decimal(70), Decimal(72), Decimal(74)])
    assert (number(found.low), number(found.high)) == ("67.0", "77.0")


def test_an_interval_stays_within_the_scale() -> None:
    found = estimates.mean([Decimal(20), Decimal(100)])
    assert [found.low, found.high] == [0, 100]


@pytest.mark.parametrize(
    "given_totals", [[], ["70"], ["70", "70", "70"]], ids=["none", "one", "all equal"]
)
def test_no_interval_where_spread_is_unknown(given_totals: list[str]) -> None:
    found = estimates.mean([Decimal(total) for total in given_totals])
    assert (found.low, found.high) == (None, None)


def test_no_scorecard_gives_no_share() -> None:
    assert estimates.share([]).value is None


def test_a_scorecard_counts_for_the_interactions_it_stands_for() -> None:
    """One of 10 drawn scores 100, one of 30 scores 60: 40 interactions average 70."""
    found = estimates.mean([Decimal(100), Decimal(60)], [Fraction(10), Fraction(30)])
    assert found.value == 70


def test_a_weighted_share_has_the_interval_of_fewer_scorecards() -> None:
    """Kish: weights 1 and 9, ten times, count as 100² / 820 = 12.2 scorecards instead of 20.

    Both ends q of Wilson's interval solve (p - q)² = z² q (1 - q) / n.
    """
    found = estimates.share([True, False] * 10, [Fraction(1), Fraction(9)] * 10)
    assert found.value == 10
    for end in (found.low, found.high):
        q = float(end or 0) / 100
        assert (0.1 - q) ** 2 == pytest.approx(1.959964**2 * q * (1 - q) / (100**2 / 820), rel=1e-5)


@given(totals, st.integers(1, 50))
def test_equal_weights_change_nothing(known: list[Decimal], weight: int) -> None:
    plain = estimates.mean(known)
    weighted = estimates.mean(known, [Fraction(weight)] * len(known))
    assert plain == weighted


@given(totals)
def test_the_mean_lies_within_its_interval(known: list[Decimal]) -> None:
    found = estimates.mean(known)
    assert found.value is not None
    if found.low is not None and found.high is not None:
        assert 0 <= found.low <= found.value <= found.high <= 100


@pytest.mark.parametrize(
    ("count", "quantile"), [(2, 12.7062), (31, 2.0423), (32, 2.0395), (101, 1.9840), (1001, 1.9623)]
)
def test_the_quantile_goes_on_beyond_its_table(count: int, quantile: float) -> None:
    """Half of the totals 40, half 60: the half width divided by s / sqrt(n) is t."""
    known = [Decimal(40), Decimal(60)] * (count // 2) + [Decimal(50)] * (count % 2)
    found = estimates.mean(known)
    spread = sum((float(t) - float(found.value or 0)) ** 2 for t in known) / (count - 1)
    half = min(quantile * (spread / count) ** 0.5, 50)
    assert float((found.high or 0) - (found.value or 0)) == pytest.approx(half, abs=0.002)


def test_bonus_points_may_bring_an_interval_beyond_100() -> None:
    beyond = estimates.mean([Decimal(90), Decimal(104), Decimal(110)])
    assert (number(beyond.value), number(beyond.high)) == ("101.3", "126.8")
