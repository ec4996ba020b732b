"""`qa rubric test`: the cases beside rubrics."""

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
from qa_toolkit.errors import UsageError

CoverageOption = Annotated[
    bool, typer.Option("--coverage", help="Also tell which levels and indicators no case tries.")
]
MutateOption = Annotated[
    bool,
    typer.Option(
        "--mutate",
        help="Also break the rubric on purpose, bit by bit, and tell what no case notices.",
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Examples: qa rubric test rubrics/; "
        "qa rubric test rubrics/service.yaml --coverage --mutate --output junit=cases.xml"
    )(test)


@told
def test(
    paths: RubricPaths,
    coverage: CoverageOption = False,
    mutate: MutateOption = False,
    output: OutputsOption = None,
    json: JsonOption = False,
    fail_on: FailOnOption = FailOn.ERROR,
    max_warnings: MaxWarningsOption = None,
    baseline: BaselineOption = None,
    write_baseline: WriteBaselineOption = None,
) -> None:
    """Run the cases beside rubrics.

    Cases lie in cases/NAME/*.yaml beside NAME.yaml. Every failure is shown with its dialogue and
    what was found in it, and makes the exit code 1. A case marked 'todo' is a known gap: it may
    fail, and fails when it does not.
    """
    from qa_toolkit.workflow.rubric_report import case_report

    outputs = read_outputs([*(output or ()), *(["json"] if json else ())])
    report = case_report(paths, with_coverage=coverage, with_mutation=mutate)
    if not report.cases and not report.problems:
        raise UsageError(
            "there are no cases beside these rubrics",
            hint="cases lie in cases/<name of the rubric>/*.yaml, see docs/rubric-format.md",
        )
    report = without_known(report, baseline, write_baseline)

    deliver(report, outputs, human=lambda: show(report))
    if fails(report, fail_on, max_warnings):
        raise typer.Exit(FINDINGS)
