"""`qa rubric test`: the cases beside rubrics."""

import typer

from qa_toolkit.cli.errors import FINDINGS, told
from qa_toolkit.cli.output import count, say, say_problem
from qa_toolkit.cli.rubric.options import RubricPaths
from qa_toolkit.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Example: qa rubric test rubrics/service.yaml")(test)


@told
def test(paths: RubricPaths) -> None:
    """Run the cases beside rubrics.

    Every failure is shown with its dialogue and makes the exit code 1.
    """
    from qa_toolkit.domain.problem import Problem
    from qa_toolkit.rubric.load import rubric_files
    from qa_toolkit.workflow.rubric_files import usable_rubric
    from qa_toolkit.workflow.rubrics import run_cases

    ran = failed = 0
    for path in rubric_files(paths):
        for result in run_cases(path, usable_rubric(path)):
            if isinstance(result, Problem):
                say_problem(result)
                failed += 1
                continue
            ran += 1
            if result.failures:
                failed += 1
                say(f"{result.file}: {result.name}")
                say("".join(f"    {line}\n" for line in result.said.strip().splitlines()).rstrip())
                for failure in result.failures:
                    say(f"  ✗ {failure}")
    if not ran + failed:
        raise UsageError(
            "there are no cases beside these rubrics",
            hint="cases lie in cases/<name of the rubric>/*.yaml, see docs/rubric-format.md",
        )
    say(f"{count(ran, 'case')}, {failed} failed")
    if failed:
        raise typer.Exit(FINDINGS)
