"""The talk itself: moments as situation, behaviour and impact, why they were chosen, questions."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from builders import transcript
from hypothesis import given
from hypothesis import strategies as st
from scored_builders import QUOTES, Rating, full_rubric, report, rubric, scored, visit

from qa_toolkit.domain.coaching import CoachingChange, CoachingEntry, CoachingField
from qa_toolkit.domain.evidence import CUE_NOTE, Evidence
from qa_toolkit.domain.override import Override
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.view import AgentView, ExampleView

ACKNOWLEDGE = "empathy.acknowledge"


def agent(*results: Scored, judged_by: Rubric | None = None) -> AgentView:
    return report_view(report(*results, rubric=judged_by or rubric())).agents[0]


def each(*ratings: dict[str, Rating]) -> AgentView:
    return agent(*(scored(f"i-{n}", known) for n, known in enumerate(ratings, start=1)))


def moment(result: Scored) -> ExampleView:
    return agent(result).priorities[0].examples[0]


def with_cue(result: Scored, turn: int, quote: str) -> Scored:
    """The occasion of empathy: what the customer said that called for it."""
    start = result.transcript.turns[turn].text.index(quote)
    cue = Evidence(
        turn=turn,
        start=start,
        end=start + len(quote),
        quote=quote,
        indicator="cue",
        effect=Decimal(0),
        note=CUE_NOTE,
    )
    criteria = tuple(
        replace(score, evidence=(*score.evidence, cue)) if score.criterion == ACKNOWLEDGE else score
        for score in result.scorecard.criteria
    )
    return replace(result, scorecard=replace(result.scorecard, criteria=criteria))


def heard(result: Scored, *, roles: float) -> Scored:
    """A call in which it was estimated who speaks."""
    return replace(result, scorecard=replace(result.scorecard, role_confidence=roles))


def test_the_situation_is_what_the_customer_said_before() -> None:
    found = moment(scored("i-1", {ACKNOWLEDGE: 1}))
    assert found.quote == "I'm so sorry"
    assert found.situation == (
        "Customer: “My boiler has been off for three days and nobody called me back.”"
    )


def test_where_the_agent_speaks_first_the_contact_begins() -> None:
    greeted = {"politeness.greeting": ((0, "Good morning", 0),)}
    found = moment(scored("i-1", {"politeness.greeting": 0}, quotes=greeted))
    assert found.situation == "The call begins."


def test_a_behaviour_that_nothing_shows_keeps_its_occasion() -> None:
    """The customer's words are the situation, never quoted as the agent's."""
    silent = scored("i-1", {ACKNOWLEDGE: 0}, quotes={})
    found = moment(with_cue(silent, 1, "nobody called me back"))
    assert (found.quote, found.silent) == ("", "Nothing that was said shows it.")
    assert found.situation.startswith("Customer: “My boiler")
    assert found.anchor == "i1-t2"


def test_without_words_the_contact_itself_is_the_situation() -> None:
    assert moment(scored("i-1", {ACKNOWLEDGE: 0}, quotes={})).situation == "The whole call of 0:33."


def test_a_visit_is_a_situation_of_its_own() -> None:
    view = report_view(report(visit("v-1", {"offer.shown": 0}), rubric=full_rubric()))
    found = view.agents[0].priorities[0].examples[0]
    assert (found.situation, found.silent) == ("The visit as a whole.", "")


def test_the_impact_is_what_it_cost_of_this_total() -> None:
    found = moment(scored("i-1", {ACKNOWLEDGE: 0}, quotes={}))
    assert found.impact == "Cost 25.0 points of this total (75.0)."


def test_what_did_not_apply_raises_what_a_rating_cost() -> None:
    """Without resolution's 35, empathy's 25 of the remaining 65 are 38.5 points."""
    found = moment(scored("i-1", {ACKNOWLEDGE: 0, "resolution.solved": "na"}, quotes={}))
    assert found.impact == "Cost 38.5 points of this total (61.5)."


def test_what_the_customer_said_next_belongs_to_the_impact() -> None:
    found = moment(scored("i-1", {ACKNOWLEDGE: 1}))
    assert found.impact == (
        "Cost 12.5 points of this total (87.5). "
        "What the customer said next: “Thank you, that helps.”"
    )


def test_where_the_customer_says_nothing_more_nothing_is_made_up() -> None:
    said = transcript("A: Hello.\nC: It broke.\nA: Sorry.", duration_s=9.0)
    quotes = {ACKNOWLEDGE: ((2, "Sorry", 1),)}
    found = moment(scored("i-1", {ACKNOWLEDGE: 1}, said=said, quotes=quotes))
    assert found.impact == "Cost 12.5 points of this total (87.5)."


@pytest.mark.parametrize(
    ("policy", "impact"),
    [
        ("zero", "A critical failure: this total is 0 instead of 82.5."),
        ("fail", "A critical failure: the outcome is Fail, whatever the total."),
        ("section", "A critical failure: its section counts 0 and the outcome is Fail."),
    ],
)
def test_a_critical_failure_is_told_by_what_it_does(policy: str, impact: str) -> None:
    judged_by = rubric(policy={"critical": policy})
    rude = scored("i-1", {"politeness.no_rudeness": 0}, rubric=judged_by, quotes={})
    assert agent(rude, judged_by=judged_by).priorities[0].examples[0].impact == impact


def test_after_a_critical_failure_others_cost_of_the_computed_total() -> None:
    found = moment(scored("i-1", {"politeness.no_rudeness": 0, ACKNOWLEDGE: 0}, quotes={}))
    assert found.impact == "Cost 25.0 points of the computed total (57.5)."


def test_why_a_priority_was_chosen_is_told_in_figures() -> None:
    """25 % x 75 % short x 100 % certain x 2 of 2, counted as 2 of 4: 9.4 points."""
    why = each({ACKNOWLEDGE: 0}, {ACKNOWLEDGE: 1}).priorities[0].why
    assert why == (
        "Decides 25.0 % of the total; fell short in 2 of 2 ratings, there by 75 % of its scale; "
        "words 100 % sure. Together worth 9.4 points of the total."
    )


def test_what_happens_often_comes_before_what_happened_once() -> None:
    """Once in 5 all of empathy's 25, five times in 5 half of resolution's 35."""
    often: dict[str, Rating] = {"resolution.solved": 1}
    found = each({ACKNOWLEDGE: 0, **often}, often, often, often, often)
    assert [point.section for point in found.priorities] == ["Resolution", "Empathy"]


def test_what_was_heard_with_doubt_comes_later() -> None:
    """By weight and shortfall empathy's 12.5 would come before ownership's 12."""
    doubtful = scored("i-1", {ACKNOWLEDGE: 1, "politeness.no_rudeness": "na"})
    written = scored("i-2", {ACKNOWLEDGE: "na", "ownership.promise": 0})
    found = agent(heard(doubtful, roles=0.6), written)
    assert [point.section for point in found.priorities] == ["Ownership", "Empathy"]
    assert "words 60 % sure" in found.priorities[1].why


def test_a_rating_of_a_person_is_certain() -> None:
    given = Override(
        interaction_id="i-1",
        rubric_id="service",
        rubric_version="1.0.0",
        criterion=ACKNOWLEDGE,
        status=RatingStatus.RATED,
        points=0,
        by="Mo Berg",
    )
    low = heard(scored("i-1", {ACKNOWLEDGE: 0}), roles=0.6)
    view = report_view(report(replace(low, machine=low.scorecard), overrides={"i-1": (given,)}))
    assert "words 100 % sure" in view.agents[0].priorities[0].why


def test_what_was_agreed_stands_beside_the_priority() -> None:
    entry = CoachingEntry(
        id="c-1",
        agent_id="dana",
        topic="Acknowledge",
        opened_by="Mo Berg",
        criterion=ACKNOWLEDGE,
        changes=(
            CoachingChange(field=CoachingField.ACTION, value="name the trouble", by="Mo Berg"),
            CoachingChange(field=CoachingField.FOLLOW_UP, value="2026-12-04", by="Mo Berg"),
        ),
    )
    low = scored("i-1", {ACKNOWLEDGE: 0})
    found = report_view(report(low, coaching=(entry,), today=date(2026, 12, 5))).agents[0]
    agreed = found.priorities[0].agreed
    assert agreed is not None
    assert (agreed.action, agreed.is_due) == ("name the trouble", True)
    assert found.prompts[3].question.startswith("We agreed on “name the trouble” by 4 Dec 2026.")


def test_a_closed_entry_is_not_what_is_agreed() -> None:
    closed = CoachingChange(field=CoachingField.STATUS, value="closed", by="Mo Berg")
    entry = CoachingEntry(
        id="c-1",
        agent_id="dana",
        topic="Acknowledge",
        opened_by="Mo Berg",
        criterion=ACKNOWLEDGE,
        changes=(closed,),
    )
    found = report_view(report(scored("i-1", {ACKNOWLEDGE: 0}), coaching=(entry,))).agents[0]
    assert found.priorities[0].agreed is None
    assert [known.id for known in found.entries] == ["c-1"]


def test_each_priority_has_a_question_for_each_step_of_grow() -> None:
    found = each({ACKNOWLEDGE: 1, "ownership.promise": 1}).prompts
    assert [prompt.step for prompt in found] == ["Goal", "Reality", "Options", "Will"] * 2
    topics = ["Does the agent show acknowledge?"] * 4 + ["Does the agent show promise?"] * 4
    assert [prompt.topic for prompt in found] == topics
    assert found[0].question == (
        "“Does the agent show acknowledge?” is mostly at “stock phrase”. "
        "What would “names the trouble” sound like in your own words?"
    )
    assert found[1].question.startswith("You said “I'm so sorry” (Call · i-1")


def test_a_question_builds_on_where_it_went_well() -> None:
    found = each({ACKNOWLEDGE: 0}, {}, {}).prompts
    assert found[2].question == (
        "It went fully well in 2 of 3: what did you do there? "
        "One way: Name the trouble before you ask anything. What else could you try?"
    )


def test_without_a_priority_the_talk_is_about_a_strength() -> None:
    assert each({}).prompts[0].question.startswith("“Does the agent show acknowledge?” is a")


def test_without_strength_or_priority_there_is_nothing_to_ask() -> None:
    assert agent(scored("i-1", quotes={})).prompts == ()


def test_a_total_under_the_mark_calls_for_a_talk() -> None:
    """Exactly the mark is enough: empathy costs 12.5 and the greeting 7.5."""
    assert each({"empathy.acknowledge": 1, "politeness.greeting": 0}).triggers == ()
    found = each({"resolution.solved": 0}, {}).triggers
    assert found == ("1 of 2 scorecards under the pass mark of 80: i-1 (65.0)",)


def test_any_critical_failure_calls_for_a_talk() -> None:
    assert each({"politeness.no_rudeness": 0}).triggers[0] == (
        "Critical failure in i-1: Does the agent show no rudeness?"
    )


def test_two_lows_on_one_criterion_call_for_a_talk_one_does_not() -> None:
    low: dict[str, Rating] = {"ownership.promise": 0}
    assert each(low).triggers == ()
    assert each(low, low).triggers == (
        "The lowest rating at least twice: “Does the agent show promise?” (2 of 2)",
    )


def test_many_reasons_are_counted_and_not_all_named() -> None:
    low: dict[str, Rating] = {"resolution.solved": 0}
    found = each(low, low, low, low, low).triggers[0]
    assert found.endswith("i-1 (65.0), i-2 (65.0), i-3 (65.0) and 2 more")


def test_where_all_is_well_nothing_calls_for_a_talk() -> None:
    assert each({}, {}).triggers == ()


def test_a_strength_tells_what_came_of_it() -> None:
    found = agent(scored("i-1", quotes={ACKNOWLEDGE: QUOTES[ACKNOWLEDGE]})).strengths[0]
    assert found.examples[0].impact == "What the customer said next: “Thank you, that helps.”"
    assert (found.tip, found.why) == ("", "")


ratings = st.fixed_dictionaries(
    {
        "politeness.greeting": st.sampled_from([0, 1, "review"]),
        "politeness.no_rudeness": st.sampled_from([0, 1]),
        ACKNOWLEDGE: st.sampled_from([0, 1, 2, "na"]),
        "resolution.solved": st.sampled_from([0, 1, 2]),
        "ownership.promise": st.sampled_from([0, 1, 2, "na"]),
    }
)


@given(st.lists(st.tuples(ratings, st.booleans()), min_size=1, max_size=6))
def test_nothing_is_ever_put_into_anybodys_mouth(
    drawn: list[tuple[dict[str, Rating], bool]],
) -> None:
    """Quotes are the agent's words as they were said, situations and answers the customer's."""
    results = [
        scored(f"i-{n}", known, quotes=QUOTES if quoted else {})
        for n, (known, quoted) in enumerate(drawn)
    ]
    found = agent(*results)
    turns = results[0].transcript.turns
    by_agent = " ".join(turn.text for turn in turns if turn.speaker is SpeakerRole.AGENT)
    by_customer = " ".join(turn.text for turn in turns if turn.speaker is SpeakerRole.CUSTOMER)
    for point in (*found.strengths, *found.priorities):
        for shown in point.examples:
            assert shown.quote in by_agent
            for told in re.findall("“(.*?)”", shown.situation + shown.impact):
                assert told in by_customer


@given(st.lists(ratings, min_size=1, max_size=6))
def test_priorities_are_at_most_two_and_the_first_is_worth_most(
    drawn: list[dict[str, Rating]],
) -> None:
    found = each(*drawn).priorities
    worth = [float(point.why.split("Together worth ")[1].split(" ")[0]) for point in found]
    assert len(found) <= 2
    assert worth == sorted(worth, reverse=True)
    assert all(1 <= len(point.examples) <= 2 for point in found)
