"""Means, shares and their intervals."""

import math
import random
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from statistics import fmean, variance

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.paired import t_quantile
from qa_toolkit.scorecards.figures import estimates
from qa_toolkit.scorecards.figures.estimates import Estimate
from qa_toolkit.scorecards.figures.variance import Group
from qa_toolkit.scorecards.wording import number

totals = st.lists(st.integers(0, 1000).map(lambda tenths: Decimal(tenths) / 10), min_size=1)


def mean(*values: float | str) -> Estimate:
    return estimates.mean([estimates.simple([Decimal(str(value)) for value in values])])


def passed(count: int, of: int) -> Estimate:
    return estimates.share([(estimates.simple([Decimal(0)] * of), count)])


def stratum(values: Sequence[float], *, frame: int, drawn: int = 0) -> Group:
    """Values drawn from a stratum; `drawn` tells of more that were drawn but belong elsewhere."""
    held = drawn or len(values)
    known = [Decimal(str(value)) for value in values]
    return Group(values=known, drawn=held, frame=frame, each=Fraction(frame, held))


def half_width(found: Estimate) -> float:
    assert found.high is not None
    assert found.value is not None
    return float(found.high - found.value)


@pytest.mark.parametrize(
    ("count", "of", "low", "high"),
    [
        (4, 5, "37.6", "96.4"),
        (9, 10, "59.6", "98.2"),
        (18, 20, "69.9", "97.2"),
        (45, 50, "78.6", "95.7"),
        (0, 3, "0.0", "56.1"),
        (3, 3, "43.9", "100.0"),
    ],
)
def test_shares_carry_the_wilson_interval(count: int, of: int, low: str, high: str) -> None:
    found = passed(count, of)
    assert (number(found.low), number(found.high)) == (low, high)


@pytest.mark.parametrize(
    ("given_totals", "expected"),
    [(["100", "9.91", "63.96", "90.99", "0"], "52.972"), (["80", "60", "100"], "80")],
    ids=["V8: zendesk's example", "V9: not the mean of days"],
)
def test_a_mean_is_the_mean_of_scorecards(given_totals: list[str], expected: str) -> None:
    assert mean(*given_totals).value == Fraction(expected)


def test_the_interval_of_a_mean_is_students_t() -> None:
    """70, 72, 74: s = 2, t = 4.3027, half width 4.3027 x 2 / sqrt(3) = 4.968."""
    found = mean(70, 72, 74)
    assert (number(found.low), number(found.high)) == ("67.0", "77.0")


def test_the_only_value_of_an_agent_in_a_draw_of_many_has_no_interval() -> None:
    found = estimates.mean([stratum([70], frame=100, drawn=10)])
    assert found.value == 70
    assert (found.low, found.lack) == (None, "one")


def test_an_interval_stays_within_the_scale() -> None:
    found = mean(20, 100)
    assert [found.low, found.high] == [0, 100]


def test_bonus_points_may_bring_an_interval_beyond_100() -> None:
    beyond = mean(90, 104, 110)
    assert (number(beyond.value), number(beyond.high)) == ("101.3", "126.8")


@pytest.mark.parametrize(
    ("values", "lack"),
    [([], "none"), ([70], "one"), ([70, 70, 70], "equal")],
    ids=["none", "one", "all equal"],
)
def test_no_interval_where_spread_is_unknown(values: list[float], lack: str) -> None:
    found = mean(*values)
    assert (found.low, found.high, found.lack) == (None, None, lack)


def test_no_scorecard_gives_no_share() -> None:
    assert passed(0, 0).value is None


def test_a_scorecard_counts_for_the_interactions_it_stands_for() -> None:
    """One of 10 drawn scores 100, one of 30 scores 60: 40 interactions average 70."""
    found = estimates.mean([stratum([100], frame=10), stratum([60], frame=30)])
    assert found.value == 70


def test_one_stratum_has_the_ordinary_interval_with_finite_population_correction() -> None:
    """5 drawn of 20: the variance is s²/5 x (1 - 5/20)."""
    values = [60.0, 70.0, 75.0, 85.0, 90.0]
    found = estimates.mean([stratum(values, frame=20)])
    expected = t_quantile(4) * math.sqrt(variance(values) / 5 * (1 - 5 / 20))
    assert half_width(found) == pytest.approx(expected)


def test_strata_add_up_as_in_cochrans_formula() -> None:
    """Σ (N_h/N)² (1 - n_h/N_h) s_h²/n_h, with 6 scorecards in 2 strata: 4 degrees of freedom."""
    small, large = [50.0, 60.0, 70.0], [80.0, 82.0, 90.0]
    found = estimates.mean([stratum(small, frame=10), stratum(large, frame=30)])
    expected = (10 / 40) ** 2 * (1 - 3 / 10) * variance(small) / 3
    expected += (30 / 40) ** 2 * (1 - 3 / 30) * variance(large) / 3
    assert found.variance == pytest.approx(expected)
    assert half_width(found) == pytest.approx(t_quantile(4) * math.sqrt(expected))


def test_a_census_has_no_width() -> None:
    """Nothing was left to chance, however much the totals differ."""
    found = estimates.mean([stratum([20, 100], frame=2), stratum([50, 60, 90], frame=3)])
    assert [found.low, found.value, found.high] == [64, 64, 64]
    assert found.lack == "census"


def test_a_stratum_that_was_drawn_whole_adds_no_doubt() -> None:
    open_ended = stratum([60, 70, 80], frame=30)
    whole = stratum([10, 90], frame=2)
    found = estimates.mean([open_ended, whole])
    expected = (30 / 32) ** 2 * (1 - 3 / 30) * 100 / 3
    assert found.variance == pytest.approx(expected)


def test_strata_of_one_are_taken_together() -> None:
    """Each of 10, one drawn: the spread is what lies between them, the frame taken for endless."""
    found = estimates.mean([stratum([70], frame=10), stratum([80], frame=10)])
    assert found.variance == pytest.approx(variance([70, 80]) / 2)


def test_a_lonely_stratum_of_one_joins_the_smallest_other() -> None:
    lonely, small, large = [70.0], [60.0, 80.0], [50.0, 60.0, 70.0]
    found = estimates.mean(
        [stratum(lonely, frame=5), stratum(small, frame=10), stratum(large, frame=15)]
    )
    together = (15 / 30) ** 2 * variance([*lonely, *small]) / 3
    apart = (15 / 30) ** 2 * (1 - 3 / 15) * variance(large) / 3
    # the joined values lie around the overall mean, not around their own
    assert found.variance == pytest.approx(together + apart, rel=0.05)


def test_a_single_draw_has_no_interval_beside_a_census() -> None:
    found = estimates.mean([stratum([70], frame=10), stratum([80, 90], frame=2)])
    assert (found.low, found.lack) == (None, "one")


def test_a_part_of_a_simple_draw_is_judged_as_a_draw_of_its_own() -> None:
    """3 of 30 drawn of 100 are this agent's: s²/3 x (1 - 30/100), as Cochran says in 2.12."""
    part = estimates.mean([stratum([60, 70, 80], frame=100, drawn=30)])
    assert part.value == 70
    assert part.variance == pytest.approx(100 / 3 * 0.7)


def test_where_a_part_lies_in_several_strata_their_sizes_are_in_doubt_too() -> None:
    """Equal within each stratum, yet how many of each the agent has was left to chance."""
    found = estimates.mean(
        [stratum([60, 60], frame=50, drawn=10), stratum([80, 80], frame=50, drawn=10)]
    )
    assert (found.variance or 0) > 1


def test_a_weighted_share_has_the_interval_of_fewer_scorecards() -> None:
    """Kish: weights 1 and 9, ten times, count as 100² / 820 = 12.2 scorecards instead of 20.

    Both ends q of Wilson's interval solve (p - q)² = z² q (1 - q) / n.
    """
    light = Group(values=[Decimal(0)] * 10, drawn=10)
    heavy = Group(values=[Decimal(0)] * 10, drawn=10, each=Fraction(9))
    found = estimates.share([(light, 10), (heavy, 0)])
    assert found.value == 10
    for end in (found.low, found.high):
        q = float(end or 0) / 100
        assert (0.1 - q) ** 2 == pytest.approx(1.959964**2 * q * (1 - q) / (100**2 / 820), rel=1e-5)


def test_the_share_of_a_census_has_no_width() -> None:
    found = estimates.share([(stratum([0, 0, 0, 0], frame=4), 3)])
    assert [found.low, found.value, found.high] == [75, 75, 75]
    assert found.lack == "census"


def test_half_of_a_frame_says_as_much_of_it_as_twice_as_many_of_an_endless_one() -> None:
    half = estimates.share([(stratum([0] * 10, frame=20), 9)])
    assert (half.low, half.high) == (passed(18, 20).low, passed(18, 20).high)


def test_a_difference_may_be_negative() -> None:
    found = estimates.difference([Decimal(-50), Decimal(0), Decimal(-25)])
    assert found.value == -25
    assert found.low is not None
    assert found.low < -25 - 60


@given(totals, st.integers(1, 50))
def test_equal_weights_change_nothing(known: list[Decimal], weight: int) -> None:
    weighted = [Group(values=known, drawn=len(known), each=Fraction(weight))]
    assert estimates.mean([estimates.simple(known)]) == estimates.mean(weighted)


@given(totals, st.integers(2, 40))
def test_the_mean_lies_within_its_interval(known: list[Decimal], beyond: int) -> None:
    found = estimates.mean([stratum([float(t) for t in known], frame=len(known) + beyond)])
    assert found.value is not None
    if found.low is not None and found.high is not None:
        assert 0 <= found.low <= found.value <= found.high <= 100


@given(st.lists(st.lists(st.integers(0, 100), min_size=2, max_size=6), min_size=1, max_size=5))
def test_more_of_the_frame_never_widens_the_interval(strata: list[list[int]]) -> None:
    """Weights are left alone; only the share that was drawn rises."""
    small = [Group(values=list(map(Decimal, v)), drawn=len(v), frame=50) for v in strata]
    large = [Group(values=list(map(Decimal, v)), drawn=len(v), frame=10) for v in strata]
    loose, tight = estimates.mean(small), estimates.mean(large)
    assert (tight.variance or 0) <= (loose.variance or 0)


def test_the_interval_covers_about_95_times_in_100() -> None:
    """1,000 stratified draws from a frame of 120 whose mean is known, with a fixed seed."""
    dice = random.Random(20261122)  # noqa: S311 - a draw that can be repeated
    frame = [[dice.gauss(middle, 8) for _ in range(size)] for middle, size in ((60, 40), (75, 80))]
    truth = fmean(value for values in frame for value in values)
    hits = 0
    for _ in range(1000):
        drawn = [stratum(dice.sample(values, 8), frame=len(values)) for values in frame]
        found = estimates.mean(drawn)
        hits += float(found.low or 0) <= truth <= float(found.high or 0)
    assert 925 <= hits <= 975


def test_the_interval_of_a_part_covers_about_95_times_in_100() -> None:
    """One agent's 40 of 200 interactions, in simple draws of 60 from all of them."""
    dice = random.Random(20261122)  # noqa: S311 - a draw that can be repeated
    own = [dice.gauss(70, 10) for _ in range(40)]
    frame = [*own, *(None for _ in range(160))]
    hits = 0
    for _ in range(1000):
        drawn = [value for value in dice.sample(frame, 60) if value is not None]
        found = estimates.mean([stratum(drawn, frame=200, drawn=60)])
        hits += float(found.low or 0) <= fmean(own) <= float(found.high or 0)
    assert 925 <= hits <= 980


@pytest.mark.parametrize(
    ("count", "quantile"), [(2, 12.7062), (31, 2.0423), (32, 2.0395), (101, 1.9840), (1001, 1.9623)]
)
def test_the_quantile_goes_on_beyond_its_table(count: int, quantile: float) -> None:
    """Half of the totals 40, half 60: the half width divided by s / sqrt(n) is t."""
    known = [40.0, 60.0] * (count // 2) + [50.0] * (count % 2)
    half = min(quantile * (variance(known) / count) ** 0.5, 50)
    assert half_width(mean(*known)) == pytest.approx(half, abs=0.002)
