"""`qa rubric check`: what is wrong with rubric files, with line and column."""

import typer

from qa_toolkit.cli.errors import FINDINGS, told
from qa_toolkit.cli.options import JsonOption
from qa_toolkit.cli.output import count, say, say_json, say_problem
from qa_toolkit.cli.rubric.options import RubricPaths


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Example: qa rubric check rubrics/")(check)


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
