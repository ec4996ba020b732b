"""`qa rubric check`: what is wrong with rubric files, with line and column."""

from typing import Annotated

import typer

from qa_toolkit.cli.errors import FINDINGS, told
from qa_toolkit.cli.options import JsonOption
from qa_toolkit.cli.rubric.options import RubricPaths
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

DiffBaseOption = Annotated[
    str,
    typer.Option(
        "--diff-base",
        metavar="REV",
        help="Only rubrics that differ from this git revision, or build on a file that does.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Examples: qa rubric check rubrics/; "
        "qa rubric check rubrics/ --fail-on warning --output sarif=rubrics.sarif; "
        "qa rubric check - < service.yaml"
    )(check)


@told
def check(
    paths: RubricPaths,
    output: OutputsOption = None,
    json: JsonOption = False,
    fail_on: FailOnOption = FailOn.ERROR,
    max_warnings: MaxWarningsOption = None,
    baseline: BaselineOption = None,
    write_baseline: WriteBaselineOption = None,
    diff_base: DiffBaseOption = "",
) -> None:
    """Check rubric files.

    Every problem is shown with line and column; an error makes the exit code 1. What a code
    means, and how to silence it, tells 'qa rubric explain CODE'.
    """
    from qa_toolkit.workflow.rubric_check import check_report

    outputs = read_outputs([*(output or ()), *(["json"] if json else ())])
    report = without_known(check_report(paths, diff_base), baseline, write_baseline)
    deliver(report, outputs, human=lambda: show(report))
    if fails(report, fail_on, max_warnings):
        raise typer.Exit(FINDINGS)
