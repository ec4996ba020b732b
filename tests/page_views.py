"""A report in words with everything a page can show, built without what fills it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from scored_builders import ALI, FULL, report, sample, scored

from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.domain.problem import Problem
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.report import Report
from qa_toolkit.scorecards.view import (
    AgentView,
    CoachingEntryView,
    CoachingPointView,
    DifferenceView,
    EstimateView,
    LossView,
    OutcomeCountView,
    PromiseView,
    PromptView,
    ReportView,
    ReviewerView,
    TrendPointView,
    TrendView,
)

LOW = {"empathy.acknowledge": 1, "ownership.promise": 0}
TODAY = date(2026, 3, 20)


def full_report(interactions: int = 3, *others: AgentRef) -> Report:
    """Dana with that many interactions, the second low; Ali with nothing rated; the others."""
    own = [scored(f"i-{n}", LOW if n % 2 == 0 else None) for n in range(1, interactions + 1)]
    more = [scored(f"o-{n}", agent=agent) for n, agent in enumerate(others, 1)]
    drawn = tuple(item.interaction.id for item in own)
    return report(
        *own,
        scored("a-1", dict.fromkeys(FULL, "review"), agent=ALI),
        *more,
        sample=sample({"dana": (30, drawn), "ali": (2, ("a-1",))}),
        left_out=(Problem(source="a.wav", message="the file is empty", hint="export it again"),),
        today=TODAY,
    )


def full_view(known: Report) -> ReportView:
    """The report in words, with every optional part filled in."""
    view = report_view(known)
    return replace(
        view,
        scope="Team: North",
        outcomes=(
            OutcomeCountView(outcome="Pass", kind="pass", count=2, share="66.7 %"),
            OutcomeCountView(outcome="Fail", kind="fail", count=1, share="33.3 %"),
        ),
        trend=TREND,
        criterion_losses=LOSSES,
        reviewers=(
            ReviewerView(
                name="Mo Berg",
                overrides=12,
                difference=_estimate("8.0", "-2.0", "18.0"),
                caution="12 ratings: too few to say",
            ),
        ),
        differences=(
            DifferenceView(
                criterion="empathy.acknowledge",
                question="Does the agent acknowledge trouble?",
                checked=12,
                changed=3,
                filled=2,
                difference="+8.0",
            ),
        ),
        coaching=(ENTRY,),
        agents=tuple(_talk(agent) for agent in view.agents),
    )


def _talk(agent: AgentView) -> AgentView:
    return replace(
        agent,
        strengths=tuple(map(_moments, agent.strengths)),
        priorities=tuple(
            replace(
                _moments(point),
                why="Costs 8.2 points of the total on average; seen in 2 of 3 interactions.",
                agreed=None if number else ENTRY,
            )
            for number, point in enumerate(agent.priorities)
        ),
        process=agent.priorities[:1],
        prompts=PROMPTS,
        entries=(ENTRY, replace(ENTRY, id="k-77", is_open=False, is_due=False, status="Closed")),
        promises=(
            PromiseView(
                id="p-1",
                interaction_id=agent.scorecards[0].id,
                agent_id=agent.id,
                agent=agent.name,
                customer="c-9",
                said="3 Mar 2026, 09:30",
                quote="I will call you myself at four",
                who="Agent",
                what="call you",
                due="3 Mar 2026, 16:00",
                status="Overdue",
                status_kind="overdue",
                why="",
                anchor=f"{agent.scorecards[0].anchor}-t4",
            ),
        ),
        trend=TREND,
    )


def _moments(point: CoachingPointView) -> CoachingPointView:
    told = tuple(
        replace(
            example,
            situation="The customer says: “My boiler has been off for three days.”",
            impact="The customer answers: “Thank you, that helps.”",
        )
        for example in point.examples
    )
    return replace(point, examples=told)


def _estimate(value: str, low: str, high: str) -> EstimateView:
    return EstimateView(
        value=Decimal(value),
        low=Decimal(low),
        high=Decimal(high),
        shown=value,
        span=f"{low} to {high}",
        interval=f"95 % interval {low} to {high}",
    )


def _point(period: str, value: str, low: str, high: str, change: str) -> TrendPointView:
    return TrendPointView(
        period=period,
        mean=_estimate(value, low, high),
        pass_share=_estimate("66.7", "20.8", "93.9"),
        count=6,
        change=change,
        beyond_chance=bool(change),
    )


TREND = TrendView(
    points=(
        _point("2026-W09", "71.0", "62.0", "80.0", ""),
        _point("2026-W10", "84.5", "80.0", "89.0", "+13.5, beyond chance"),
    ),
    said="The mean rose by 13.5 from 2026-W09 to 2026-W10, more than chance explains.",
)
LOSSES = (
    LossView(
        id="empathy.acknowledge",
        title="Does the agent acknowledge trouble?",
        lost=Decimal("8.2"),
        share=Decimal("61.0"),
        cumulative=Decimal("61.0"),
        count=3,
    ),
    LossView(
        id="ownership.promise",
        title="Does the agent say who, what and when?",
        lost=Decimal("5.2"),
        share=Decimal("39.0"),
        cumulative=Decimal("100.0"),
        count=3,
    ),
)
PROMPTS = tuple(
    PromptView(step=step, question=question, topic=f"Does the agent show {topic}?")
    for topic in ("acknowledge", "promise")
    for step, question in (
        ("Goal", "What should a customer in trouble hear from you first?"),
        ("Reality", "What went on in the call of 4 March?"),
        ("Reality", "What had you tried before?"),
        ("Options", "What else could you have said?"),
        ("Will", "What will you do in the next call, and by when do we look?"),
    )
)
ENTRY = CoachingEntryView(
    id="k-3f9c",
    agent_id="dana",
    agent="Dana Price",
    criterion="empathy.acknowledge",
    topic="Acknowledging trouble",
    action="Name the customer's trouble before any question",
    follow_up=date(2026, 3, 18),
    follow_up_shown="18 Mar 2026",
    coach="Mo Berg",
    opened="9 Mar 2026",
    is_open=True,
    status="Open",
    is_due=True,
    acknowledged=date(2026, 3, 10),
    acknowledged_shown="10 Mar 2026",
    dispute="The line was cut in the second call",
    note="",
    interactions=("i-2",),
    last_change=3,
    history=("10 Mar 2026, Dana Price: acknowledged 10 Mar 2026",),
)
