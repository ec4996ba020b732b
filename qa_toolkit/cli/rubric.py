"""`qa rubric check | test`."""

from pathlib import Path
from typing import Annotated

import typer

from qa_toolkit.cli.errors import FINDINGS, told
from qa_toolkit.cli.options import JsonOption
from qa_toolkit.cli.output import count, say, say_json, say_problem
from qa_toolkit.errors import UsageError

app = typer.Typer(no_args_is_help=True, help="Check rubrics and run their cases.")

RubricPaths = Annotated[
    list[Path], typer.Argument(metavar="PATH...", help="Rubric files or folders.")
]


@app.command(epilog="Example: qa rubric check rubrics/")
@told
def check(paths: RubricPaths, json: JsonOption = False) -> None:
    """Check rubric files.

    Every problem is shown with line and column; an error makes the exit code 1.
    """
    from qa_toolkit.workflow.rubrics import check_rubrics

    checked = check_rubrics(paths)
    problems = [problem for rubric in checked for problem in rubric.problems]
    if json:
        say_json(
            [
                {
                    "file": problem.source,
                    "line": problem.line,
                    "column": problem.column,
                    "code": problem.code,
                    "severity": problem.severity,
                    "message": problem.message,
                }
                for problem in problems
            ]
        )
    else:
        for problem in problems:
            say_problem(problem)
        say(f"{count(len(checked), 'rubric')} checked, {count(len(problems), 'problem')}")
    if any(problem.severity == "error" for problem in problems):
        raise typer.Exit(FINDINGS)


@app.command(epilog="Example: qa rubric test rubrics/service.yaml")
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
