"""The whole report in words: what every writer lays out."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from qa_toolkit import __version__
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.sample import Sample
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.wording import counted
from qa_toolkit.scorecards import agent_view, wording
from qa_toolkit.scorecards.report import Report
from qa_toolkit.scorecards.rubric_view import rubric_view
from qa_toolkit.scorecards.sample_view import sample_view, unequal_weights
from qa_toolkit.scorecards.view import AgentView, LeftOutView, ReportView

_ROUNDED = (
    "Totals are 0 to 100, shown with one decimal place; a mean is the mean of scorecards. "
    f"A {wording.DASH} stands where there is no number; it is never 0."
)
_WEIGHTED = (
    "Interactions had different chances to be drawn, so in the overall figures each scorecard "
    "counts for as many interactions as it stands for (1 / its chance)."
)
_OUTSIDE = "Interactions outside the sample are shown, but leave the overall figures."
_ORDER = "Agents stand in order of their names, not of their scores."


def report_view(report: Report) -> ReportView:
    """Everything a report shows, in the order it is shown."""
    drawn = _drawn(report.scored, report.sample)
    weights = unequal_weights(report.sample) if report.sample else None
    cards = [item.scorecard for item in drawn]
    mean = agent_view.mean_view(cards, weights)
    passed = agent_view.share_view(cards, weights)
    agents = tuple(agent_view.agent_view(own, report.rubric) for own in _by_agent(report.scored))
    return ReportView(
        title="Coaching scorecards",
        subtitle=_subtitle(report),
        kpis=agent_view.kpis(cards, mean, passed, weighted=weights is not None),
        mean=mean,
        caution=_caution(agents),
        notes=_notes(report, drawn, weights),
        sections=agent_view.section_means(cards, report.rubric, weights),
        agents=agents,
        rubric=rubric_view(report.rubric),
        sample=sample_view(report.sample) if report.sample else None,
        left_out=tuple(map(_left_out, report.left_out)),
        made_by=f"qa_toolkit {__version__}",
    )


def _by_agent(scored: Sequence[Scored]) -> list[list[Scored]]:
    """Results grouped by agent id, in order of the names shown."""
    groups: dict[str, list[Scored]] = {}
    for item in scored:
        groups.setdefault(item.interaction.agent.id, []).append(item)
    return sorted(
        groups.values(),
        key=lambda own: (own[0].interaction.agent.shown.casefold(), own[0].interaction.agent.id),
    )


def _drawn(scored: Sequence[Scored], sample: Sample | None) -> list[Scored]:
    """Without a sample all results; with one only those that chance chose."""
    if sample is None:
        return list(scored)
    members = {member.interaction_id for member in sample.members}
    return [item for item in scored if item.interaction.id in members]


def _subtitle(report: Report) -> str:
    parts = (
        f"{wording.clean(report.rubric.title)} {report.rubric.version}",
        agent_view.period(report.scored),
    )
    return " · ".join(filter(None, parts))


def _caution(agents: Sequence[AgentView]) -> str:
    few = sum(agent.scored < agent_view.ENOUGH for agent in agents)
    if not few:
        return ""
    who = counted(few, "agent")
    return (
        f"{who} of {len(agents)} with fewer than {agent_view.ENOUGH} scorecards: differences "
        "between agents may be chance. Compare intervals; do not rank."
    )


def _notes(
    report: Report, drawn: Sequence[Scored], weights: Mapping[str, Fraction] | None
) -> tuple[str, ...]:
    outside = len(drawn) < len(report.scored)
    notes = (_ROUNDED, _WEIGHTED if weights else "", _OUTSIDE if outside else "", _ORDER)
    return tuple(filter(None, notes))


def _left_out(problem: Problem) -> LeftOutView:
    return LeftOutView(
        place=wording.clean(problem.place),
        reason=wording.clean(problem.message),
        remedy=wording.clean(problem.hint),
    )
