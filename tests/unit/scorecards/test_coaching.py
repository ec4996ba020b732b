"""Strengths first, then at most two priorities."""

from scored_builders import QUOTES, Quote, Rating, full_rubric, report, rubric, scored, visit

from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.view import AgentView


def agent(*results: Scored) -> AgentView:
    return report_view(report(*results)).agents[0]


def each(*ratings: dict[str, Rating]) -> AgentView:
    return agent(*(scored(f"i-{n}", known) for n, known in enumerate(ratings, start=1)))


def test_a_strength_is_quoted() -> None:
    best = each({}, {}).strengths[0]
    assert best.question == "Does the agent show acknowledge?"
    assert best.examples[0].quote == "three days without heating"
    assert (
        best.finding == "100.0 % of its scale on average; fully shown in 2 of 2 rated interactions."
    )


def test_at_most_three_strengths_the_weightiest_first() -> None:
    sections = [strength.section for strength in each({}).strengths]
    assert sections == ["Empathy", "Ownership", "Politeness"]


def test_where_nothing_is_strong_the_best_is_named() -> None:
    """A talk begins with something that went well."""
    weak = each({"empathy.acknowledge": 1, "ownership.promise": 0, "politeness.greeting": 0})
    assert [strength.section for strength in weak.strengths] == ["Empathy"]


def test_what_is_to_be_worked_on_is_not_praised_beside_it() -> None:
    """Empathy lies at 83 % of its scale, but it is the only priority."""
    found = each({}, {}, {"empathy.acknowledge": 1})
    assert [point.section for point in found.priorities] == ["Empathy"]
    assert [strength.section for strength in found.strengths] == ["Ownership", "Politeness"]


def test_what_is_to_be_worked_on_is_praised_where_nothing_else_is_strong() -> None:
    said = {"empathy.acknowledge": QUOTES["empathy.acknowledge"]}
    levels: list[dict[str, Rating]] = [{"empathy.acknowledge": level} for level in (1, 2, 2)]
    found = agent(*(scored(f"i-{n}", known, quotes=said) for n, known in enumerate(levels)))
    assert [strength.section for strength in found.strengths] == ["Empathy"]


def test_without_any_words_no_strength_is_made_up() -> None:
    silent = agent(scored("i-1", quotes={}))
    assert silent.strengths == ()
    assert silent.no_strengths.startswith("No rated interaction has words")


def test_priorities_are_what_costs_most_of_the_total() -> None:
    """Shortfall x weight in the total: resolution .5 x 35, empathy .5 x 25, ownership 1 x 15."""
    mixed = each(
        {"resolution.solved": 1, "empathy.acknowledge": 1, "ownership.promise": 0},
    )
    assert [point.section for point in mixed.priorities] == ["Resolution", "Ownership"]


def test_a_weight_counts_within_its_section() -> None:
    """Greeting is 30 % of a 25 % section, so it costs less than half of empathy."""
    mixed = each({"politeness.greeting": 0, "empathy.acknowledge": 1})
    assert [point.section for point in mixed.priorities] == ["Empathy", "Politeness"]


def test_shortfall_is_averaged_over_rated_scorecards_only() -> None:
    seldom = each(
        {"empathy.acknowledge": 0},
        {"empathy.acknowledge": "na"},
        {"empathy.acknowledge": "na", "resolution.solved": 1},
    )
    assert seldom.priorities[0].section == "Empathy"
    assert "fully shown in 0 of 1 rated interaction." in seldom.priorities[0].finding


def test_a_priority_gives_the_tip_of_the_usual_level() -> None:
    levels: list[dict[str, Rating]] = [{"empathy.acknowledge": level} for level in (1, 1, 0)]
    usual = each(*levels)
    assert usual.priorities[0].tip == "Use their words."


def test_without_a_tip_the_next_level_is_the_goal() -> None:
    assert each({"resolution.solved": 0}).priorities[0].tip == "Next step: next step clear."


def test_a_priority_shows_two_moments_those_with_words_first() -> None:
    results = [
        scored("i-1", {"empathy.acknowledge": 0}, quotes={}),
        scored("i-2", {"empathy.acknowledge": 1}),
        scored("i-3", {"empathy.acknowledge": 0}, quotes={}),
    ]
    first, second = agent(*results).priorities[0].examples
    assert (first.quote, first.level) == ("I'm so sorry", "stock phrase")
    assert (second.quote, second.level) == ("", "ignores it")


def test_words_that_speak_against_it_are_quoted_first() -> None:
    said: tuple[Quote, ...] = ((3, "call you myself", 1), (3, "at four", -2))
    quotes = {**QUOTES, "ownership.promise": said}
    found = agent(scored("i-1", {"ownership.promise": 1}, quotes=quotes))
    assert found.priorities[0].examples[0].quote == "at four"


def test_an_example_says_where_it_was_said() -> None:
    found = each({"empathy.acknowledge": 1}).priorities[0].examples[0]
    assert found.where == "Call · i-1 · 3 Mar 2026, 09:30 · 0:11"
    assert found.anchor == "i1-t3"


def test_full_marks_leave_nothing_to_work_on() -> None:
    perfect = each({})
    assert (perfect.priorities, perfect.no_priorities) == (
        (),
        "Nothing rated costs any of the total.",
    )


def test_ignoring_sections_uses_the_criterions_own_weight() -> None:
    flat = rubric(policy={"total": "criteria"})
    result = scored("i-1", {"politeness.greeting": 0, "ownership.promise": 0}, rubric=flat)
    view = report_view(report(result, rubric=flat))
    assert [point.section for point in view.agents[0].priorities] == ["Politeness", "Ownership"]


def visited(ratings: dict[str, Rating]) -> AgentView:
    return report_view(report(visit("v-1", ratings), rubric=full_rubric())).agents[0]


def test_the_next_level_of_a_critical_criterion_is_one_that_does_not_fail() -> None:
    """To ask for proof of age only after the sale fails it as well."""
    found = visited({"offer.age": 0}).priorities[0]
    assert (found.criterion, found.tip) == ("offer.age", "Next step: before.")


def test_a_missed_bonus_is_no_priority() -> None:
    """It was never part of what could be earned."""
    missed = visited({"till.thanks": -1, "need.second": 0})
    assert missed.priorities == ()
    assert missed.no_priorities == "Nothing rated costs any of the total."


def test_a_criterion_of_a_subsection_weighs_by_its_share_there() -> None:
    """50 % x 4 of 14 x 1 of 3 for the item shown, 30 % x 1 of 6 for the receipt: 4.8 and 5."""
    found = visited({"offer.shown": 0, "till.receipt": 0})
    assert [point.question for point in found.priorities] == [
        "Is there a receipt?",
        "Is the item shown?",
    ]


def test_a_visit_shows_strengths_without_words() -> None:
    best = visited({}).strengths[0]
    assert best.question == "How did you find staff?"
    assert (best.examples[0].level, best.examples[0].silent) == ("came", "")
    assert best.examples[0].where == "Visit · v-1 · 3 Mar 2026, 09:30"


def test_where_words_were_looked_for_their_absence_is_told() -> None:
    low = scored("i-1", {"resolution.solved": 0}, quotes={})
    example = agent(low).priorities[0].examples[0]
    assert example.silent == "Nothing that was said shows it."


def test_no_goal_is_named_where_levels_have_no_words() -> None:
    """The next step "Yes" would say nothing; sums of several answers have no text at all."""
    tips = [point.tip for point in visited({"door.window": 0, "till.price": 0}).priorities]
    assert tips == ["", ""]


def test_the_next_answer_of_a_choice_is_a_goal() -> None:
    assert visited({"advice.found": 0}).priorities[0].tip == "Next step: asked."
