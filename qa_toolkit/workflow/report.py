"""Report: what a lead reads in a minute, for people and for programs."""

from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal

from qa_toolkit.domain.commitment import CommitmentStatus
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.report import Report
from qa_toolkit.scorecards.view import (
    AgentView,
    CoachingEntryView,
    PromiseView,
    ReportView,
    ScorecardView,
)
from qa_toolkit.workflow.export_asked import report_asked
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.rubric_files import UsableRubric
from qa_toolkit.workflow.scope import Asked

_AGENT = (
    "id",
    "name",
    "team",
    "scored",
    "passed",
    "critical",
    "needs_review",
    "mean",
    "pass_share",
    "caution",
    "triggers",
    "trend",
    "sections",
)
"""What is told of an agent for programs; `qa export --to x.json` has every rating."""
_WHOLE = (
    "title",
    "subtitle",
    "scope",
    "kpis",
    "mean",
    "pass_share",
    "caution",
    "notes",
    "outcomes",
    "trend",
    "sections",
    "losses",
    "criterion_losses",
    "reviewers",
    "differences",
    "left_out",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A report, and what of it somebody must act on.

    Attributes:
        sample: id of the sample; empty where several are shown.
        waiting: interactions with ratings that wait for a person; those without a verdict first,
            then those with most.
        due: open lines of the coaching log whose follow-up lies behind.
        overdue: promises past their time, the oldest first.
    """

    view: ReportView
    sample: str
    waiting: tuple[ScorecardView, ...]
    due: tuple[CoachingEntryView, ...]
    overdue: tuple[PromiseView, ...]


def summary_asked(project: Project, sample: str, rubric: UsableRubric, asked: Asked) -> Summary:
    """The summary of what was asked for, from the same figures as an export.

    Raises:
        UsageError: there is no such sample, agent, team or period, or nothing of it was scored.
    """
    report = report_asked(project, sample, rubric, asked)
    view = report_view(report)
    waiting = [card for agent in view.agents for card in agent.scorecards if card.needs_review]
    return Summary(
        view=view,
        sample=report.sample.id if report.sample else "",
        waiting=tuple(sorted(waiting, key=_most_urgent)),
        due=tuple(entry for entry in view.coaching if entry.is_due),
        overdue=_overdue(report, view),
    )


def _most_urgent(card: ScorecardView) -> tuple[bool, int, str]:
    return card.outcome_kind != "not_scored", -card.needs_review, card.id


def _overdue(report: Report, view: ReportView) -> tuple[PromiseView, ...]:
    since = {
        promise.id: promise.commitment.due.latest
        for held in report.promises.values()
        for promise in held
        if promise.status is CommitmentStatus.OVERDUE and promise.commitment.due
    }
    promises = (promise for agent in view.agents for promise in agent.promises)
    late = [promise for promise in promises if promise.id in since]
    return tuple(sorted(late, key=lambda promise: (since[promise.id], promise.id)))


def as_json(summary: Summary) -> dict[str, object]:
    """The values of a summary for programs: numbers as numbers, days as ISO 8601."""
    view = summary.view
    return {
        "sample": summary.sample or None,
        **{name: _plain(getattr(view, name)) for name in _WHOLE},
        "agents": [_agent(agent) for agent in view.agents],
        "waiting": [
            {
                "id": card.id,
                "agent": card.agent,
                "ratings": card.needs_review,
                "reason": card.reason,
            }
            for card in summary.waiting
        ],
        "follow_ups_due": [_plain(entry) for entry in summary.due],
        "promises_overdue": [_plain(promise) for promise in summary.overdue],
    }


def _agent(agent: AgentView) -> dict[str, object]:
    known = {name: _plain(getattr(agent, name)) for name in _AGENT}
    points = {
        "strengths": agent.strengths,
        "priorities": agent.priorities,
        "process": agent.process,
    }
    told = ("criterion", "question", "finding", "why", "tip")
    return known | {
        kind: [{name: getattr(point, name) for name in told} for point in held]
        for kind, held in points.items()
    }


def _plain(value: object) -> object:
    """A view as JSON has it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {known.name: _plain(getattr(value, known.name)) for known in fields(value)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else value
