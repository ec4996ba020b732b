"""`qa shop scenario check`: what is wrong with scenario files, with line and column."""

from pathlib import Path
from typing import Annotated

import typer

from qa_toolkit.cli.errors import FINDINGS, told
from qa_toolkit.cli.options import JsonOption
from qa_toolkit.cli.rubric.outputs import (
    BaselineOption,
    FailOn,
    FailOnOption,
    MaxWarningsOption,
    OutputsOption,
    WriteBaselineOption,
    deliver,
    fails,
    read_outputs,
    show,
    without_known,
)


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Examples: qa shop scenario check; "
        "qa shop scenario check scenarios/lost_card.yaml --fail-on warning; "
        "qa shop scenario check scenarios/ --output sarif=scenarios.sarif"
    )(check)


@told
def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH]...", help="Files or folders; else the folder scenarios."),
    ] = None,
    output: OutputsOption = None,
    json: JsonOption = False,
    fail_on: FailOnOption = FailOn.ERROR,
    max_warnings: MaxWarningsOption = None,
    baseline: BaselineOption = None,
    write_baseline: WriteBaselineOption = None,
) -> None:
    """Check scenario files together with their rubrics.

    Every problem is shown with line and column; an error makes the exit code 1. The codes stand
    in docs/scenario-format.md.
    """
    from qa_toolkit.workflow.shops.scenario_report import check_report

    outputs = read_outputs([*(output or ()), *(["json"] if json else ())])
    report = without_known(check_report(paths or [Path("scenarios")]), baseline, write_baseline)
    deliver(report, outputs, human=lambda: show(report))
    if fails(report, fail_on, max_warnings):
        raise typer.Exit(FINDINGS)
