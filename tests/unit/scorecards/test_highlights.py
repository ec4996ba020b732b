"""What is told of one interaction in a minute: strengths, two things to work on, their words."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from scored_builders import FULL, QUOTES, Quote, Rating, corrected, override, report, rubric, scored

from qa_toolkit.domain.interaction import ShopRef
from qa_toolkit.domain.override import RootCause
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.figures.stakes import Stakes
from qa_toolkit.scorecards.pages.highlights import Highlights, highlights
from qa_toolkit.scorecards.report import Report

ACKNOWLEDGE, SOLVED, PROMISE = "empathy.acknowledge", "resolution.solved", "ownership.promise"


def found(
    ratings: Mapping[str, Rating] | None = None, quotes: Mapping[str, Any] | None = None
) -> Highlights:
    return _of(report(scored("i-1", ratings, quotes=QUOTES if quotes is None else quotes)))


def _of(made: Report) -> Highlights:
    card = report_view(made).agents[0].scorecards[0]
    criteria = [known for section in card.sections for known in section.all_criteria()]
    known = highlights(criteria, made.scored[0], Stakes(rubric()))
    assert known
    return known


def work(known: Highlights) -> list[tuple[str, str]]:
    return [(one.criterion.id, one.worth) for one in known.work]


def test_strengths_are_shown_by_their_words_the_weightiest_first() -> None:
    shown = [one.item.quote for one in found().strengths if one.item]
    assert shown == [
        "three days without heating",
        "I will book the engineer now",
        "thank you for calling",
    ]


def test_what_no_words_show_is_no_strength() -> None:
    assert found(quotes={}).strengths == ()


def test_the_same_words_are_not_shown_twice() -> None:
    said: tuple[Quote, ...] = ((2, "I'm so sorry", 1),)
    shown = found(quotes={ACKNOWLEDGE: said, PROMISE: said}).strengths
    assert [one.criterion.id for one in shown] == [ACKNOWLEDGE]


def test_a_shoppers_comment_on_a_section_is_quoted_for_no_single_rating() -> None:
    beside = {
        ACKNOWLEDGE: ((2, "I'm so sorry", 0),),
        SOLVED: ((3, "I will book the engineer now", 0),),
        PROMISE: ((3, "I will book the engineer now", 0),),
    }
    item = scored("s-1", quotes=beside)
    shop = ShopRef(id="s-1", location="north", scenario="heating", shopper="maya", plan="p")
    known = _of(report(replace(item, interaction=replace(item.interaction, shop=shop))))
    told = {one.criterion.id: one.item.quote if one.item else "" for one in known.strengths}
    assert told == {SOLVED: "", PROMISE: "", ACKNOWLEDGE: "I'm so sorry"}


def test_at_most_two_things_are_worked_on_those_that_cost_most() -> None:
    known = found({ACKNOWLEDGE: 0, SOLVED: 1, PROMISE: 0})
    assert work(known) == [
        (ACKNOWLEDGE, "Worth up to 25.0 points here."),
        (SOLVED, "Worth up to 17.5 points here."),
    ]


def test_a_critical_failure_comes_first() -> None:
    known = found({ACKNOWLEDGE: 0, "politeness.no_rudeness": 0})
    assert work(known)[0] == ("politeness.no_rudeness", "A critical failure.")


def test_words_that_speak_against_it_come_before_those_for_it() -> None:
    said: tuple[Quote, ...] = ((2, "I'm so sorry", 1), (3, "call you myself", -1))
    first = found({ACKNOWLEDGE: 1}, {ACKNOWLEDGE: said}).work[0].item
    assert first
    assert first.quote == "call you myself"


def test_what_lies_with_the_process_is_no_work_for_the_agent() -> None:
    said = override(SOLVED, 1, cause=RootCause.PROCESS)
    assert work(_of(corrected(scored("i-1", {PROMISE: 1}), said))) == [
        (PROMISE, "Worth up to 7.5 points here.")
    ]


def test_where_nothing_was_rated_there_is_nothing_to_tell() -> None:
    made = report(scored("i-1", dict.fromkeys(FULL, "na")))
    card = report_view(made).agents[0].scorecards[0]
    criteria = [known for section in card.sections for known in section.all_criteria()]
    assert highlights(criteria, made.scored[0], Stakes(rubric())) is None
