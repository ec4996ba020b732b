"""Where points are lost."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scored_builders import ALI, FULL, Rating, full_rubric, report, rubric, sample, scored, visit

from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.figures.stakes import Stakes
from qa_toolkit.scorecards.view import LossView, ReportView

UNREVIEWED = dict.fromkeys(FULL, "review")


def each(*ratings: Mapping[str, Rating]) -> ReportView:
    return report_view(report(*(scored(f"i-{n}", known) for n, known in enumerate(ratings))))


def lines(losses: tuple[LossView, ...]) -> list[tuple[str, str]]:
    return [(known.id, str(known.lost)) for known in losses]


def test_the_costliest_criterion_stands_first() -> None:
    """Resolution misses half of 35 points, ownership all of 15."""
    view = each({"resolution.solved": 1, "ownership.promise": 0})
    assert lines(view.criterion_losses) == [
        ("resolution.solved", "17.5"),
        ("ownership.promise", "15.0"),
    ]


def test_shares_add_up_line_by_line() -> None:
    view = each({"resolution.solved": 1, "ownership.promise": 0})
    assert [str(known.share) for known in view.criterion_losses] == ["53.8", "46.2"]
    assert [str(known.cumulative) for known in view.criterion_losses] == ["53.8", "100.0"]


def test_points_are_lost_on_average_over_all_scorecards() -> None:
    """15 points in one of two; a criterion that was not rated costs nothing."""
    view = each({"ownership.promise": 0}, {"ownership.promise": "na"})
    assert lines(view.criterion_losses) == [("ownership.promise", "7.5")]
    assert view.criterion_losses[0].count == 1


def test_what_does_not_apply_raises_the_stakes_of_the_rest() -> None:
    """Without empathy's 25, ownership decides 15 of 75."""
    view = each({"ownership.promise": 0, "empathy.acknowledge": "na"})
    assert lines(view.losses) == [("ownership", "20.0")]


def test_sections_cost_what_their_criteria_cost() -> None:
    view = each({"politeness.greeting": 0, "empathy.acknowledge": 1})
    assert lines(view.losses) == [("empathy", "12.5"), ("politeness", "7.5")]


def test_what_a_critical_failure_takes_beyond_its_rating_stands_apart() -> None:
    """Rudeness costs 17.5 by its weight; the policy takes the other 82.5."""
    view = each({"politeness.no_rudeness": 0})
    assert lines(view.losses) == [("critical failures", "82.5"), ("politeness", "17.5")]
    assert lines(view.criterion_losses) == [("politeness.no_rudeness", "17.5")]


def test_nothing_is_lost_where_all_is_full_or_nothing_scored() -> None:
    assert each({}, {}).losses == ()
    assert each(UNREVIEWED).losses == ()


def test_losses_count_for_the_interactions_a_scorecard_stands_for() -> None:
    """Dana's 15 lost points stand for 10 interactions of 40."""
    results = (scored("i-1", {"ownership.promise": 0}), scored("i-2", agent=ALI))
    drawn = sample({"dana": (10, ("i-1",)), "ali": (30, ("i-2",))})
    assert lines(report_view(report(*results, sample=drawn)).losses) == [("ownership", "3.8")]


def test_what_critical_failures_take_counts_for_those_interactions_too() -> None:
    """82.5 points for 10 interactions of 40."""
    results = (scored("i-1", {"politeness.no_rudeness": 0}), scored("i-2", agent=ALI))
    drawn = sample({"dana": (10, ("i-1",)), "ali": (30, ("i-2",))})
    (critical, _) = lines(report_view(report(*results, sample=drawn)).losses)
    assert critical == ("critical failures", "20.6")


def test_a_missed_bonus_costs_nothing() -> None:
    missed = visit("v-1", {"till.thanks": -1, "need.second": 0})
    assert report_view(report(missed, rubric=full_rubric())).losses == ()


@pytest.mark.parametrize(("policy", "share"), [("drop", "0.25"), ("full", "0.175")])
def test_what_does_not_apply_decides_as_the_policy_has_it(policy: str, share: str) -> None:
    """Politeness is 25 % of the total, and 70 % of it is that nobody is rude."""
    judged_by = rubric(policy={"not_applicable": policy})
    result = scored("i-1", {"politeness.greeting": "na"}, rubric=judged_by)
    assert Stakes(judged_by).of(result.scorecard)["politeness.no_rudeness"] == Fraction(share)


levels = st.fixed_dictionaries(
    {
        "politeness.greeting": st.sampled_from([0, 1, "na"]),
        "empathy.acknowledge": st.sampled_from([0, 1, 2, "na"]),
        "resolution.solved": st.sampled_from([0, 1, 2, "review"]),
        "ownership.promise": st.sampled_from([0, 1, 2]),
    }
)


@pytest.mark.parametrize(
    "policy",
    [{}, {"total": "criteria"}, {"not_applicable": "full"}],
    ids=["by section", "by criterion", "not applicable is full"],
)
@given(ratings=levels)
def test_all_losses_together_are_what_is_missing_to_100(
    policy: dict[str, str], ratings: dict[str, Rating]
) -> None:
    judged_by = rubric(policy=policy)
    result = scored("i-1", ratings, rubric=judged_by)
    view = report_view(report(result, rubric=judged_by))
    assert _missing(result) == pytest.approx(float(sum(k.lost for k in view.losses)), abs=0.3)


@given(
    ratings=st.fixed_dictionaries(
        {
            "offer.shown": st.sampled_from([0, 1, 2, "na"]),
            "offer.age": st.sampled_from([3, "na"]),
            "need.questions": st.sampled_from([0, 1, 3, "na"]),
            "advice.found": st.sampled_from([0, 2, 5, "na"]),
            "till.receipt": st.sampled_from([1, "na"]),
        }
    )
)
def test_stakes_of_subsections_add_up_too(ratings: dict[str, Rating]) -> None:
    judged_by = full_rubric()
    result = visit("v-1", {**ratings, "need.second": 0, "till.thanks": -1}, rubric=judged_by)
    stakes = Stakes(judged_by).of(result.scorecard)
    lost = sum(
        100 * stakes.get(score.criterion, 0) * (1 - score.value)
        for score in result.scorecard.criteria
        if score.value is not None and not score.bonus
    )
    computed = result.scorecard.computed_percent
    assert sum(stakes.values()) == 1
    assert computed is not None
    # a bonus at the bottom of its scale adds nothing, so that the rest is what was lost
    assert float(lost) == pytest.approx(float(100 - computed), abs=1e-6)


def _missing(result: Scored) -> float:
    percent = result.scorecard.percent
    return 0.0 if percent is None else float(Decimal(100) - percent)
