"""People and machine apart."""

from dataclasses import replace
from typing import Any

import pytest
from scored_builders import Rating, full_rubric, report, rubric, scored, visit

from qa_toolkit.domain.override import Override, RootCause
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.report import Report
from qa_toolkit.scorecards.view import DifferenceView, ReportView

SOLVED = "resolution.solved"


def override(
    interaction: str, points: int | None, *, by: str = "Mo Berg", **fields: Any
) -> Override:
    known: dict[str, Any] = {
        "interaction_id": interaction,
        "rubric_id": "service",
        "rubric_version": "1.0.0",
        "criterion": SOLVED,
        "status": RatingStatus.NOT_APPLICABLE if points is None else RatingStatus.RATED,
        "points": points,
        "by": by,
    }
    return Override(**known | fields)


def corrected(name: str, machine: Rating, person: Rating) -> Scored:
    """A result as a person has corrected it, with the machine's beside it."""
    rated = scored(name, {SOLVED: machine})
    return replace(scored(name, {SOLVED: person}), machine=rated.scorecard)


def said(*given: tuple[Rating, int | None], by: str = "Mo Berg") -> Report:
    """Pairs of the machine's rating and the person's."""
    results, overrides = [], {}
    for number, (machine, points) in enumerate(given):
        name = f"i-{number}"
        results.append(corrected(name, machine, "na" if points is None else points))
        overrides[name] = (override(name, points, by=by),)
    return report(*results, overrides=overrides)


def line(view: ReportView) -> DifferenceView:
    return view.differences[0]


def test_without_people_nothing_is_compared() -> None:
    view = report_view(report(scored()))
    assert (view.reviewers, view.differences) == ((), ())


def test_a_reviewers_mean_difference_from_the_machine_is_shown_in_percent_of_the_scale() -> None:
    """0 → 1, 2 → 2, 1 → 2 of 2: 50, 0 and 50 percent."""
    found = report_view(said((0, 1), (2, 2), (1, 2))).reviewers[0]
    assert (found.name, found.overrides, found.difference.shown) == ("Mo Berg", 3, "+33.3")
    assert found.difference.low is not None
    assert found.difference.low < 0


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("review", 2), "the machine had rated none of them"),
        ((0, 1), "one rating: too few for an interval"),
    ],
    ids=["none", "one"],
)
def test_why_a_difference_has_no_interval_is_said_of_ratings(
    given: tuple[Rating, int], words: str
) -> None:
    assert report_view(said(given)).reviewers[0].difference.interval == words


def test_differences_that_are_all_equal_have_no_interval() -> None:
    found = report_view(said((0, 1), (1, 2))).reviewers[0].difference
    assert found.interval == "all 2 differences are equal: no interval"


def test_no_difference_goes_beyond_the_scale() -> None:
    found = report_view(said((0, 2), (2, 2))).reviewers[0].difference
    assert (found.shown, found.span) == ("+50.0", "-100.0 to 100.0")


def test_a_difference_is_no_measure_of_how_lenient_somebody_is() -> None:
    caution = report_view(said((0, 1))).reviewers[0].caution
    assert caution.startswith("People choose what they correct")
    assert "fewer than 20 ratings" in caution


def test_ratings_that_agree_are_checked_and_not_changed() -> None:
    found = line(report_view(said((0, 1), (2, 2))))
    assert (found.checked, found.changed, found.filled, found.difference) == (2, 1, 0, "+25.0")


def test_what_the_machine_left_open_is_filled() -> None:
    found = line(report_view(said(("review", 2))))
    assert (found.checked, found.filled, found.difference) == (0, 1, "–")


def test_not_applicable_in_place_of_a_rating_is_a_change_without_a_number() -> None:
    found = line(report_view(said((1, None))))
    assert (found.checked, found.changed, found.difference) == (1, 1, "–")


def test_a_difference_is_in_percent_of_a_scale_that_begins_below_0() -> None:
    """From -1 to 0 of -1 to 2."""
    result = replace(
        visit("v-1", {"till.thanks": 0}),
        machine=visit("v-1", {"till.thanks": -1}).scorecard,
    )
    given = override("v-1", 0, criterion="till.thanks")
    made = report(result, overrides={"v-1": (given,)}, rubric=full_rubric())
    assert line(report_view(made)).difference == "+33.3"


def test_what_was_taken_back_counts_no_more() -> None:
    history = (override("i-1", 1), override("i-1", None, status=None))
    view = report_view(report(scored("i-1"), overrides={"i-1": history}))
    assert view.differences == ()


def test_a_rating_that_no_longer_fits_the_scale_counts_no_more() -> None:
    view = report_view(report(scored("i-1"), overrides={"i-1": (override("i-1", 7),)}))
    assert view.differences == ()


def test_each_reviewer_has_a_line_in_order_of_names() -> None:
    results = [corrected("i-1", 0, 1), corrected("i-2", 2, 1)]
    overrides = {"i-1": (override("i-1", 1, by="Zoe"),), "i-2": (override("i-2", 1, by="ana"),)}
    view = report_view(report(*results, overrides=overrides))
    assert [known.name for known in view.reviewers] == ["ana", "Zoe"]
    assert [known.difference.shown for known in view.reviewers] == ["-50.0", "+50.0"]


def test_people_enter_the_notes_and_no_other_figure() -> None:
    with_people, without = said((1, 1)), report(scored("i-0", {SOLVED: 1}))
    assert report_view(with_people).mean == report_view(without).mean
    assert any("enters no score" in note for note in report_view(with_people).notes)


def test_a_cause_that_is_not_the_agents_makes_no_priority() -> None:
    """What a person has put down to the process goes there, and is named."""
    given = override("i-1", 0, cause=RootCause.PROCESS, reason="no engineer to book")
    result = corrected("i-1", 1, 0)
    agent = report_view(report(result, overrides={"i-1": (given,)})).agents[0]
    assert (agent.priorities, agent.no_priorities) == (
        (),
        "Nothing that lies in the agent's hands costs any of the total.",
    )
    assert [point.criterion for point in agent.process] == [SOLVED]
    assert agent.process[0].why == (
        "Cause named by Mo Berg: process (1). It does not lie in the agent's hands."
    )


def test_two_lows_that_are_not_the_agents_call_for_no_talk() -> None:
    names = ("i-1", "i-2")
    given = {name: (override(name, 0, cause=RootCause.PRODUCT),) for name in names}
    results = [corrected(name, 1, 0) for name in names]
    (trigger,) = report_view(report(*results, overrides=given)).agents[0].triggers
    assert trigger.startswith("2 of 2 scorecards under the pass mark")


def test_a_cause_that_is_the_agents_stays_a_priority() -> None:
    given = override("i-1", 0, cause=RootCause.AGENT)
    agent = report_view(report(corrected("i-1", 1, 0), overrides={"i-1": (given,)})).agents[0]
    assert ([p.criterion for p in agent.priorities], agent.process) == ([SOLVED], ())


def test_of_one_criterion_each_rating_goes_where_its_cause_lies() -> None:
    overrides = {"i-1": (override("i-1", 0, cause=RootCause.PRODUCT),)}
    results = (corrected("i-1", 1, 0), scored("i-2", {SOLVED: 1}))
    agent = report_view(report(*results, overrides=overrides, rubric=rubric())).agents[0]
    assert "fell short in 1 of 1 rating" in agent.priorities[0].why
    assert [example.where[:10] for example in agent.process[0].examples] == ["Call · i-1"]
