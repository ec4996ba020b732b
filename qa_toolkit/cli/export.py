"""`qa export`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.errors import FINDINGS, told
from qa_toolkit.cli.options import (
    AgentsOption,
    JsonOption,
    PeriodOption,
    ProjectOption,
    RubricOption,
    SomeSampleOption,
    TargetsOption,
    TeamOption,
)
from qa_toolkit.cli.output import say, say_json, say_problems
from qa_toolkit.cli.progress import progress
from qa_toolkit.domain.wording import counted, size_shown

if TYPE_CHECKING:
    from qa_toolkit.workflow.export import Exported
    from qa_toolkit.workflow.export_recordings import Copied


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Examples: qa export --to team.xlsx --to pages; "
        "qa export --to dana.pdf --agent dana --period 2026-W47"
    )(export)


@told
def export(
    to: TargetsOption = None,
    sample: SomeSampleOption = "",
    agent: AgentsOption = None,
    team: TeamOption = None,
    period: PeriodOption = None,
    anonymise: Annotated[
        bool, typer.Option("--anonymise", help="Pseudonyms in place of agents and customers.")
    ] = False,
    with_recordings: Annotated[
        bool, typer.Option("--with-recordings", help="Copy recordings beside the pages.")
    ] = False,
    templates: Annotated[
        Path | None,
        typer.Option("--templates", metavar="DIR", help="Your own templates for pages."),
    ] = None,
    rubric: RubricOption = None,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Write workbook, pages and tables.

    The ending of each target says what it gets. Without a target, a workbook, pages, JSON and CSV
    go to the project's folder exports.
    """
    from qa_toolkit.workflow.export import Choices, export_scored, targets_of
    from qa_toolkit.workflow.export_asked import report_asked
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric
    from qa_toolkit.workflow.scope import Asked

    asked = Asked(agents=agent or (), team=team, period=period)
    choices = Choices(anonymise=anonymise, with_recordings=with_recordings, templates=templates)
    with open_project(project, {"score.rubric": rubric}) as opened, progress() as bars:
        targets = targets_of(opened, to or (), choices)
        usable = usable_rubric(rubric_file(opened.settings.score.rubric, opened.folder))
        report = report_asked(opened, sample, usable, asked)
        exported = export_scored(opened, report, targets, bars, choices=choices)
    if json:
        say_json(_as_json(exported))
    else:
        say_problems(exported.stopped_by, "Nothing was written")
        for written in exported.written:
            say(str(written.opens))
            _tell(written.recordings)
    if exported.stopped_by:
        raise typer.Exit(FINDINGS)


def _tell(copied: "Copied") -> None:
    if copied.count:
        what = f"  with {counted(copied.count, 'recording')}, {size_shown(copied.size)}"
        say(what if copied.new == copied.count else f"{what}; {copied.new} copied now")
    if copied.gone:
        say(f"  {counted(len(copied.gone), 'recording')} gone or changed since the import")


def _as_json(exported: "Exported") -> dict[str, object]:
    report = exported.report
    return {
        "sample": report.sample.id if report.sample else None,
        "scope": dict(report.scope),
        "scorecards": len(report.scored),
        "agents": len({item.interaction.agent.id for item in report.scored}),
        "left_out": len(report.left_out),
        "written": [
            {
                "target": str(written.target),
                "open": str(written.opens),
                "files": written.files,
                "bytes": written.size,
                "recordings": written.recordings.count,
                "recordings_bytes": written.recordings.size,
                "recordings_gone": list(written.recordings.gone),
            }
            for written in exported.written
        ],
        "problems": [str(problem) for problem in exported.stopped_by],
    }
