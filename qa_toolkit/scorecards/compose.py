"""The whole report in words: what every writer lays out."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from qa_toolkit import __version__
from qa_toolkit.domain.natural_order import as_counted
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.agent_view import Shared, agent_view
from qa_toolkit.scorecards.figures import headline, reviewers
from qa_toolkit.scorecards.figures.design import Design
from qa_toolkit.scorecards.figures.losses import losses
from qa_toolkit.scorecards.figures.stakes import Stakes
from qa_toolkit.scorecards.figures.trend import trend_view
from qa_toolkit.scorecards.log_view import entry_view
from qa_toolkit.scorecards.reading_notes import caution, notes
from qa_toolkit.scorecards.report import Report
from qa_toolkit.scorecards.rubric_view import rubric_view
from qa_toolkit.scorecards.same_names import told_apart
from qa_toolkit.scorecards.sample_view import sample_view
from qa_toolkit.scorecards.shops_view import shops_view
from qa_toolkit.scorecards.view import CoachingEntryView, LeftOutView, ReportView

_T = TypeVar("_T")


def report_view(report: Report) -> ReportView:
    """Everything a report shows, in the order it is shown."""
    report = told_apart(report)
    design = Design(report.sample, report.counted)
    drawn = [item for item in report.scored if design.drew(item.interaction.id)]
    cards = [item.scorecard for item in drawn]
    mean, passed = headline.mean_view(cards, design), headline.share_view(cards, design)
    coaching = _coaching(report)
    stakes = Stakes(report.rubric)
    lost = losses(cards, report.rubric, design, stakes)
    said = reviewers.said_of(report)
    weights = design.weights(item.interaction.id for item in report.scored)
    weighted = len({design.each(card.interaction_id) for card in cards}) > 1
    shared = Shared(
        report=report,
        design=design,
        stakes=stakes,
        entries=_by_agent_id((entry.agent_id, entry) for entry in coaching),
        past=_by_agent_id((known.agent.id, known) for known in report.past),
    )
    agents = tuple(agent_view(own, shared) for own in _by_agent(report.scored))
    return ReportView(
        title="Mystery shops" if report.shops else "Coaching scorecards",
        subtitle=_subtitle(report),
        scope=_scope(report),
        kpis=(
            *headline.kpis(
                cards, mean, passed, drawn=sum(report.drawn.values()), weighted=weighted
            ),
            *headline.monitored(report.scored, design),
        ),
        mean=mean,
        caution=caution(agents),
        notes=notes(report, drawn, weighted=weighted, people=bool(said)),
        pass_share=passed,
        outcomes=headline.outcomes(cards),
        trend=trend_view(report.past, report.today),
        sections=headline.section_means(cards, report.rubric, design),
        losses=lost.by_section,
        criterion_losses=lost.by_criterion,
        reviewers=reviewers.reviewers(said),
        differences=reviewers.differences(said, report.rubric),
        agents=agents,
        coaching=coaching,
        rubric=rubric_view(report.rubric),
        sample=sample_view(report.sample) if report.sample else None,
        left_out=tuple(map(_left_out, report.left_out)),
        made_by=f"qa_toolkit {__version__}",
        weights=weights,
        rubric_hash=report.rubric_hash,
        today=report.today,
        shops=shops_view(report.shops, report.rubric) if report.shops else None,
    )


def _by_agent(scored: Sequence[Scored]) -> list[list[Scored]]:
    """Results grouped by agent id, in order of the names shown."""
    groups = _by_agent_id((item.interaction.agent.id, item) for item in scored)
    return sorted(
        groups.values(),
        key=lambda own: (
            as_counted(own[0].interaction.agent.shown),
            own[0].interaction.agent.id,
        ),
    )


def _by_agent_id(pairs: Iterable[tuple[str, _T]]) -> dict[str, list[_T]]:
    groups: dict[str, list[_T]] = {}
    for agent_id, item in pairs:
        groups.setdefault(agent_id, []).append(item)
    return groups


def _coaching(report: Report) -> tuple[CoachingEntryView, ...]:
    """The coaching log, the open lines first and of them those that are due the soonest."""
    agents = {item.interaction.agent.id: item.interaction.agent.shown for item in report.scored}
    entries = [entry_view(entry, agents, report.today) for entry in report.coaching]
    return tuple(
        sorted(
            entries,
            key=lambda entry: (
                not entry.is_open,
                entry.follow_up or date.max,
                as_counted(entry.agent),
                entry.id,
            ),
        )
    )


def _subtitle(report: Report) -> str:
    parts = (
        f"{wording.clean(report.rubric.title)} {report.rubric.version}",
        headline.period(report.scored),
    )
    return " · ".join(filter(None, parts))


def _scope(report: Report) -> str:
    return wording.clean("; ".join(f"{name}: {value}" for name, value in report.scope))


def _left_out(problem: Problem) -> LeftOutView:
    return LeftOutView(
        place=wording.clean(problem.place),
        reason=wording.clean(problem.message),
        remedy=wording.clean(problem.hint),
    )
