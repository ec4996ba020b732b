"""What a report says, before any writer lays it out."""

from datetime import date

from scored_builders import ALI, DANA, FULL, report, rubric, sample, scored

from qa_toolkit.domain.coaching import CoachingChange, CoachingEntry, CoachingField
from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.domain.problem import Problem
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.report import PastScore, Report
from qa_toolkit.scorecards.scorecard_view import scorecard_view

UNREVIEWED = dict.fromkeys(FULL, "review")


def test_a_total_shown_as_the_mark_can_still_fail_it() -> None:
    """79.95 is shown as 80.0 and fails a mark of 80: marks are compared before rounding."""
    politeness = rubric().model_dump()["sections"][0]
    greeting, rudeness = politeness["criteria"]
    weighed = [greeting | {"weight": 79.95}, rudeness | {"weight": 20.05, "critical": False}]
    strict = rubric(sections=[politeness | {"criteria": weighed}], minimums={})
    view = scorecard_view(scored("i-1", {"politeness.no_rudeness": 0}, rubric=strict), strict, "i1")
    assert (view.total_shown, view.outcome) == ("80.0", "Fail")
    assert view.reason == "Under the pass mark of 80"


def test_after_a_critical_failure_the_computed_total_stays_visible() -> None:
    view = scorecard_view(scored("i-1", {"politeness.no_rudeness": 0}), rubric(), "i1")
    assert (view.total_shown, view.computed_shown, view.outcome) == ("0.0", "82.5", "Fail")
    assert view.alerts == ("Critical failure: Does the agent show no rudeness?",)


def test_the_computed_total_is_not_repeated_where_it_is_the_total() -> None:
    assert scorecard_view(scored(), rubric(), "i1").computed_shown == ""


def test_not_scored_is_a_dash() -> None:
    view = scorecard_view(scored("i-1", UNREVIEWED), rubric(), "i1")
    assert (view.total, view.total_shown, view.outcome) == (None, "–", "Not scored")


def test_a_section_below_its_minimum_is_named() -> None:
    view = scorecard_view(scored("i-1", {"empathy.acknowledge": 0}), rubric(), "i1")
    assert view.alerts == ("Empathy 0.0: a pass needs at least 50",)


def test_statuses_without_a_rating_say_why() -> None:
    ratings = {"empathy.acknowledge": "na", "resolution.solved": "review"}
    view = scorecard_view(scored("i-1", ratings), rubric(), "i1")
    by_id = {known.id: known for section in view.sections for known in section.criteria}
    absent, waiting = by_id["empathy.acknowledge"], by_id["resolution.solved"]
    assert (absent.status, absent.rating) == ("Not applicable", "–")
    assert absent.reason == "No occasion: no distress from the customer"
    assert (waiting.status, waiting.reason) == ("Needs review", "Roles are doubtful")


def test_evidence_is_shown_in_its_sentence_with_speaker_and_time() -> None:
    view = scorecard_view(scored(), rubric(), "i1")
    found = view.sections[0].criteria[0].evidence[0]
    assert found.said == ("Good morning, thank you for calling Fernhill Energy, this is Dana.")
    assert (found.quote, found.speaker, found.when) == ("thank you for calling", "Agent", "0:00")
    assert found.anchor == "i1-t1"


def test_agents_stand_in_order_of_names_whatever_they_score() -> None:
    weak = scored("i-1", {"politeness.no_rudeness": 0}, agent=ALI)
    view = report_view(report(scored("i-2"), weak))
    assert [agent.name for agent in view.agents] == ["Ali Demir", "Dana Price"]


def test_agents_with_numbers_stand_as_people_count() -> None:
    desks = (AgentRef(id=f"d{n}", name=f"Desk {n}") for n in (10, 2, 1))
    view = report_view(report(*(scored(f"i-{desk.id}", agent=desk) for desk in desks)))
    assert [agent.name for agent in view.agents] == ["Desk 1", "Desk 2", "Desk 10"]


def test_agents_of_the_same_name_stay_apart() -> None:
    twin = AgentRef(id="dana2", name=DANA.name)
    view = report_view(report(scored("i-1"), scored("i-2", agent=twin)))
    assert [agent.id for agent in view.agents] == ["dana", "dana2"]


def test_interactions_stand_in_order_of_time() -> None:
    view = report_view(report(scored("i-3"), scored("i-1"), scored("i-2", started_at=None)))
    assert [card.id for card in view.agents[0].scorecards] == ["i-1", "i-3", "i-2"]


def test_few_scorecards_are_warned_about_in_words() -> None:
    view = report_view(report(scored("i-1"), scored("i-2"), scored("i-3", agent=ALI)))
    assert view.agents[1].caution.startswith("2 scorecards: too few to compare")
    assert "do not rank" in view.caution


def test_of_one_agent_nobody_is_told_not_to_rank() -> None:
    view = report_view(report(scored("i-1"), scored("i-2")))
    assert view.caution == view.agents[0].caution


def test_twenty_scorecards_need_no_warning() -> None:
    view = report_view(report(*(scored(f"i-{n}") for n in range(20))))
    assert (view.agents[0].caution, view.caution) == ("", "")


def test_one_scorecard_has_no_interval() -> None:
    mean = report_view(report(scored())).agents[0].mean
    assert (mean.shown, mean.interval) == ("100.0", "one scorecard: too few for an interval")


def test_not_scored_leaves_means_and_shares() -> None:
    view = report_view(report(scored("i-1"), scored("i-2", UNREVIEWED)))
    agent = view.agents[0]
    assert (agent.scored, agent.mean.shown, agent.pass_share.shown) == (1, "100.0", "100.0 %")
    assert agent.kpis[2].note == "of 2 interactions; 1 not scored"
    assert agent.needs_review == 5


def test_unequal_chances_weigh_the_overall_mean() -> None:
    """Dana's 100 stands for 10 interactions, Ali's 0 for 30: 25, not 50."""
    results = (scored("i-1"), scored("i-2", {"politeness.no_rudeness": 0}, agent=ALI))
    drawn = sample({"dana": (10, ("i-1",)), "ali": (30, ("i-2",))})
    view = report_view(report(*results, sample=drawn))
    assert view.mean.shown == "25.0"
    assert any("1 / its chance" in note for note in view.notes)


def test_equal_chances_need_no_weights() -> None:
    results = (scored("i-1"), scored("i-2", {"politeness.no_rudeness": 0}, agent=ALI))
    drawn = sample({"dana": (10, ("i-1",)), "ali": (10, ("i-2",))})
    view = report_view(report(*results, sample=drawn))
    assert view.mean.shown == "50.0"
    assert not any("1 / its chance" in note for note in view.notes)


def test_what_chance_did_not_draw_leaves_the_overall_mean() -> None:
    results = (scored("i-1"), scored("i-2", {"politeness.no_rudeness": 0}))
    view = report_view(report(*results, sample=sample({"all": (10, ("i-1",))})))
    assert view.mean.shown == "100.0"
    assert any("outside the sample" in note for note in view.notes)


def test_the_sample_says_how_to_draw_it_again() -> None:
    view = report_view(report(scored("i-1"), sample=sample({"dana": (10, ("i-1",))}))).sample
    assert view is not None
    assert dict(view.facts)["Seed"] == "2026-03"
    assert dict(view.facts)["Frame"] == "10 interactions, 1 drawn"
    assert (view.strata[0].chance, view.exclusions) == ("10.0 %", (("no agent known", 3),))


def test_what_was_left_out_keeps_place_reason_and_remedy() -> None:
    gone = Problem(source="a.csv", line=3, message="no agent", hint="fill in agent_id")
    found = report_view(report(left_out=(gone,))).left_out[0]
    assert (found.place, found.reason, found.remedy) == (
        "a.csv:3",
        "no agent",
        "fill in agent_id",
    )


def test_a_report_on_nothing_is_a_report() -> None:
    view = report_view(report())
    assert (view.agents, view.mean.shown, view.kpis[1].note) == ((), "–", "nothing scored")


def test_a_criterion_the_rubric_no_longer_has_is_shown_by_its_id() -> None:
    old = scored("i-1")
    shorter = rubric(sections=rubric().model_dump()["sections"][1:], minimums={})
    view = report_view(Report(scored=(old,), rubric=shorter))
    first = view.agents[0].scorecards[0].sections[0].criteria[0]
    assert first.question == "politeness.greeting"


def test_scorecards_that_stand_for_as_many_have_no_weights() -> None:
    results = (scored("i-1"), scored("i-2", agent=ALI))
    drawn = sample({"dana": (10, ("i-1",)), "ali": (10, ("i-2",))})
    assert report_view(report(*results, sample=drawn)).weights == {}


def test_weights_are_the_interactions_a_scorecard_stands_for_and_0_outside_the_sample() -> None:
    """For a workbook that computes the overall mean again."""
    results = (scored("i-1"), scored("i-2", agent=ALI), scored("i-3"))
    drawn = sample({"dana": (10, ("i-1",)), "ali": (25, ("i-2",))})
    weights = report_view(report(*results, sample=drawn)).weights
    assert weights == {"i-1": 10, "i-2": 25, "i-3": 0}


def test_one_agents_scorecards_are_not_called_weighted() -> None:
    """They all stand for as many, whatever those of others do."""
    drawn = sample({"dana": (10, ("i-1", "i-2")), "ali": (25, ("i-9",))})
    view = report_view(report(scored("i-1"), scored("i-2"), sample=drawn))
    assert "weighted" not in view.kpis[1].note
    assert not any("1 / its chance" in note for note in view.notes)


def test_the_interval_knows_how_much_of_the_frame_was_drawn() -> None:
    """Two totals say more of 4 interactions than of 400."""
    results = (scored("i-1"), scored("i-2", {"ownership.promise": 0}))
    small, large = (
        report_view(report(*results, sample=sample({"all": (size, ("i-1", "i-2"))}))).mean
        for size in (4, 400)
    )
    assert small.low is not None
    assert large.low is not None
    assert small.low > large.low


def test_a_frame_that_was_drawn_whole_needs_no_interval() -> None:
    results = (scored("i-1"), scored("i-2", {"ownership.promise": 0}))
    mean = report_view(report(*results, sample=sample({"all": (2, ("i-1", "i-2"))}))).mean
    assert (mean.span, mean.interval) == (
        "–",
        "all there is was drawn: nothing was left to chance",
    )


def test_outcomes_are_counted_with_their_shares() -> None:
    failed = {"politeness.no_rudeness": 0}
    view = report_view(report(scored("i-1"), scored("i-2", failed), scored("i-3", UNREVIEWED)))
    assert [(known.kind, known.count, known.share) for known in view.outcomes] == [
        ("pass", 1, "33.3 %"),
        ("fail", 1, "33.3 %"),
        ("not_scored", 1, "33.3 %"),
    ]


def test_without_scorecards_there_are_no_outcomes_and_no_trend() -> None:
    view = report_view(report())
    assert (view.outcomes, view.trend, view.losses) == ((), None, ())


def test_what_was_drawn_and_has_no_scorecard_is_counted_as_not_scored() -> None:
    view = report_view(report(scored("i-1"), drawn={"dana": 3}))
    assert view.kpis[2].note == "of 3 interactions; 2 not scored"
    assert view.agents[0].kpis[2].note == "of 3 interactions; 2 not scored"


def test_what_is_shown_of_a_sample_is_said() -> None:
    scope = (("Team", "North"), ("Period", "2026-W47"))
    view = report_view(report(scored("i-1"), scope=scope, notes=("Read with care.",)))
    assert view.scope == "Team: North; Period: 2026-W47"
    assert "Read with care." in view.notes


def test_an_agents_trend_is_made_of_their_own_scorecards() -> None:
    past = tuple(
        PastScore(
            interaction_id=item.interaction.id,
            agent=item.interaction.agent,
            day=date(2026, 11, 9),
            percent=item.scorecard.percent,
            outcome=item.scorecard.outcome,
        )
        for item in (scored("i-1"), scored("i-2", {"ownership.promise": 0}, agent=ALI))
    )
    view = report_view(report(scored("i-1"), scored("i-2", agent=ALI), past=past))
    assert view.trend is not None
    assert [agent.trend and agent.trend.points[0].mean.shown for agent in view.agents] == [
        "85.0",
        "100.0",
    ]
    assert view.trend.points[0].mean.shown == "92.5"


def test_open_lines_of_the_coaching_log_stand_first_the_soonest_due_before_others() -> None:
    view = report_view(
        report(
            scored("i-1"),
            coaching=(
                _entry("late", follow_up="2026-12-09"),
                _entry("closed", follow_up="2026-11-01", status="closed"),
                _entry("open-ended"),
                _entry("soon", follow_up="2026-12-02"),
            ),
        )
    )
    assert [entry.id for entry in view.coaching] == ["soon", "late", "open-ended", "closed"]
    assert view.agents[0].entries == view.coaching


def _entry(name: str, **said: str) -> CoachingEntry:
    changes = tuple(
        CoachingChange(field=CoachingField(field), value=value, by="Mo Berg")
        for field, value in said.items()
    )
    return CoachingEntry(
        id=name, agent_id="dana", topic="Promises", opened_by="Mo Berg", changes=changes
    )
