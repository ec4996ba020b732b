"""What an export is asked for: a sample or all of them, within a scope, and why there is nothing."""

from collections.abc import Sequence
from datetime import date

from qa_toolkit.domain.natural_order import as_counted
from qa_toolkit.domain.sample import Sample
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.wording import counted, some_of
from qa_toolkit.errors import UsageError
from qa_toolkit.scorecards.report import Report
from qa_toolkit.store import samples
from qa_toolkit.workflow.export_report import build_report, found_in
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.rubric_files import UsableRubric
from qa_toolkit.workflow.sample import stored_sample
from qa_toolkit.workflow.scope import MOST_NAMED, Asked, Scope, scope_of

EVERY_SAMPLE = "all"
"""Asks for every sample in place of one."""


def samples_asked(project: Project, sample_id: str = "") -> tuple[Sample, ...]:
    """The sample of this id, the one drawn last where none is named, or each for `all`.

    Raises:
        UsageError: there is none.
    """
    last = stored_sample(project, "" if sample_id == EVERY_SAMPLE else sample_id)
    return tuple(samples.all_of(project.database)) if sample_id == EVERY_SAMPLE else (last,)


def report_asked(
    project: Project, sample_id: str, rubric: UsableRubric, asked: Asked | None = None
) -> Report:
    """The report on a sample, or on all of them, within the scope that was asked for.

    Raises:
        UsageError: there is no such sample, agent, team or period, or no scorecard in it.
    """
    drawn = samples_asked(project, sample_id)
    scope = scope_of(project, asked or Asked())
    report = build_report(project, drawn, rubric, scope)
    if not report.scored:
        raise _nothing(project, drawn, rubric, scope)
    return report


def _nothing(
    project: Project, drawn: Sequence[Sample], rubric: UsableRubric, scope: Scope
) -> UsageError:
    """Why a report is empty, and what there would be."""
    found = found_in(project, drawn, rubric).scored
    if not found:
        has = f"sample {drawn[0].id} has no" if len(drawn) == 1 else "no sample has"
        name = f"{rubric.rubric.id} {rubric.rubric.version} (hash {rubric.hash[:8]})"
        return UsageError(f"{has} scorecards of this {name}", hint="qa score")
    asked = ", ".join(f"{name.lower()} {value}" for name, value in scope.told)
    where = f"sample {drawn[0].id}" if len(drawn) == 1 else "any sample"
    other = "" if len(drawn) > 1 else "; --sample all looks in every sample"
    return UsageError(f"no scorecard of {asked} in {where}", hint=_there_is(found) + other)


def _there_is(found: Sequence[tuple[Scored, date | None]]) -> str:
    """`there are 12 scorecards from … to … of …`, for who looked for others."""
    days = sorted(day for _, day in found if day is not None)
    agents = sorted({item.interaction.agent.shown for item, _ in found}, key=as_counted)
    teams = sorted({item.interaction.agent.team for item, _ in found} - {""}, key=as_counted)
    span = f" from {days[0]} to {days[-1]}" if days else ""
    of_teams = f" (teams: {some_of(teams, MOST_NAMED)})" if teams else ""
    are = "is" if len(found) == 1 else "are"
    return f"there {are} {counted(len(found), 'scorecard')}{span} of {some_of(agents, MOST_NAMED)}{of_teams}"
