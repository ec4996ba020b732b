"""One agent's page in words: figures with intervals, section means, what to talk about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qa_toolkit.domain.natural_order import Order, as_counted
from qa_toolkit.domain.override import applied
from qa_toolkit.domain.scorecard import Outcome, Scored
from qa_toolkit.domain.wording import counted
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.coaching import points
from qa_toolkit.scorecards.coaching.needs import needs
from qa_toolkit.scorecards.coaching.performance import Placed, performances
from qa_toolkit.scorecards.coaching.prompts import prompts
from qa_toolkit.scorecards.coaching.triggers import triggers
from qa_toolkit.scorecards.figures import headline
from qa_toolkit.scorecards.figures.design import Design
from qa_toolkit.scorecards.figures.headline import ENOUGH
from qa_toolkit.scorecards.figures.stakes import Stakes
from qa_toolkit.scorecards.figures.trend import trend_view
from qa_toolkit.scorecards.report import PastScore, Report
from qa_toolkit.scorecards.scorecard_view import scorecard_view
from qa_toolkit.scorecards.view import (
    AgentView,
    CoachingEntryView,
    CoachingPointView,
    ScorecardView,
)

_NO_STRENGTHS = (
    "No rated interaction has words that show a strength. Find one by ear before the talk: "
    "a talk begins with something that went well."
)
_NO_PRIORITIES = "Nothing rated costs any of the total."
_NOT_IN_HANDS = "Nothing that lies in the agent's hands costs any of the total."
_NO_SHOP = "No mystery shop met this agent: the contacts below are monitored and not counted here."


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What the pages of all agents are made from.

    Attributes:
        design: how the interactions were drawn.
        stakes: what each criterion decides of a total.
        entries: the coaching log by agent id, the open lines first.
        past: scorecards for the trend by agent id.
    """

    report: Report
    design: Design
    stakes: Stakes
    entries: Mapping[str, Sequence[CoachingEntryView]]
    past: Mapping[str, Sequence[PastScore]]


def agent_view(scored: Sequence[Scored], shared: Shared) -> AgentView:
    """The view of one agent from all of their results, at least one."""
    report, rubric = shared.report, shared.report.rubric
    everything = sorted(scored, key=_by_date)
    all_placed = _placed(everything, report)
    # monitored contacts beside mystery shops are shown, and figures are made without them
    placed = [item for item in all_placed if _counts(item.scored, report)]
    ordered = [item.scored for item in placed]
    cards = [item.scorecard for item in ordered]
    agent = everything[0].interaction.agent
    entries = tuple(shared.entries.get(agent.id, ()))
    known = performances(placed, rubric)
    found = needs(known)
    agreed = {entry.criterion: entry for entry in reversed(entries) if entry.is_open}
    priorities = points.priorities(found, rubric, shared.stakes, agreed)
    strengths = points.strengths(known, {point.criterion for point in priorities})
    process = points.process(known, rubric, shared.stakes)
    mean = headline.mean_view(cards, shared.design)
    passed = headline.share_view(cards, shared.design)
    totals = sum(card.percent is not None for card in cards)
    views = tuple(_card(item, shared) for item in all_placed)
    return AgentView(
        id=wording.clean(agent.id),
        name=wording.clean(agent.shown),
        team=wording.clean(agent.team),
        period=headline.period(everything),
        scorecards=views,
        scored=totals,
        passed=sum(card.outcome is Outcome.PASS for card in cards),
        critical=sum(bool(card.critical_failed) for card in cards),
        needs_review=headline.open_criteria(cards),
        mean=mean,
        pass_share=passed,
        kpis=(
            *headline.kpis(cards, mean, passed, drawn=report.drawn.get(agent.id, 0)),
            *headline.monitored(everything, shared.design),
        ),
        caution=_caution(totals) if ordered else _NO_SHOP,
        sections=headline.section_means(cards, rubric, shared.design),
        strengths=strengths,
        no_strengths="" if strengths else _NO_STRENGTHS,
        priorities=priorities,
        no_priorities="" if priorities else _no_priorities(process),
        triggers=triggers(ordered, known, rubric),
        trend=trend_view(shared.past.get(agent.id, ()), report.today),
        process=process,
        prompts=prompts(found, priorities, strengths),
        entries=entries,
        promises=tuple(promise for view in views for promise in view.promises),
        beside=len(everything) - len(ordered),
    )


def _counts(item: Scored, report: Report) -> bool:
    return report.counted is None or item.interaction.id in report.counted


def _placed(ordered: Iterable[Scored], report: Report) -> list[Placed]:
    """Results with their places on the page and what people said of them."""
    placed = []
    for number, item in enumerate(ordered, start=1):
        history = report.overrides.get(item.interaction.id, ())
        overrides = applied(history, report.rubric) if history else {}
        placed.append(Placed(scored=item, anchor=f"i{number}", overrides=overrides))
    return placed


def _card(placed: Placed, shared: Shared) -> ScorecardView:
    report = shared.report
    name = placed.scored.interaction.id
    return scorecard_view(
        placed.scored,
        report.rubric,
        placed.anchor,
        history=report.overrides.get(name, ()),
        promises=report.promises.get(name, ()),
    )


def _no_priorities(process: Sequence[CoachingPointView]) -> str:
    return _NOT_IN_HANDS if process else _NO_PRIORITIES


def _caution(scored: int) -> str:
    if scored >= ENOUGH:
        return ""
    if not scored:
        return "Nothing could be scored yet: the interactions below wait for a person."
    return (
        f"{counted(scored, 'scorecard')}: too few to compare with others "
        f"(at least {ENOUGH} needed). Read the interval, and talk about moments, not the number."
    )


def _by_date(scored: Scored) -> tuple[bool, float, Order]:
    started = scored.interaction.started_at
    at = started.timestamp() if started else 0.0
    return started is None, at, as_counted(scored.interaction.id)
