"""`qa rubric fmt`: the one layout of rubric files."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.errors import FINDINGS, told
from qa_toolkit.cli.output import say, say_problem
from qa_toolkit.cli.rubric.options import RubricPaths
from qa_toolkit.domain.wording import counted
from qa_toolkit.errors import UsageError

if TYPE_CHECKING:
    from qa_toolkit.workflow.rubric_fmt import FormattedFile

CheckOption = Annotated[
    bool,
    typer.Option("--check", help="Write nothing; exit 1 when a file would change."),
]
DiffOption = Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Examples: qa rubric fmt rubrics/; qa rubric fmt --check --diff rubrics/service.yaml"
    )(fmt)


@told
def fmt(paths: RubricPaths, check: CheckOption = False, diff: DiffOption = False) -> None:
    """Lay out rubric files and their cases.

    Keys get one order, lines one indentation; comments stay with what they are about, and no file
    says anything else afterwards. What cannot be read is left alone, shown, and makes the exit
    code 1. With - for a path the file comes from standard input and goes to standard output.
    """
    from qa_toolkit.rubric.sources import STDIN
    from qa_toolkit.workflow.rubric_fmt import format_files, write

    piped = paths == [STDIN]
    files = format_files(paths, _stdin) if piped else format_files(paths)
    for file in files:
        for problem in file.problems:
            if piped or diff:  # what is shown is for programs
                typer.echo(str(problem), err=True)
            else:
                say_problem(problem)
        if diff:
            typer.echo(file.diff(), nl=False)
        elif piped and not check and not file.problems:
            typer.echo(file.after.decode(), nl=False)
        elif file.changed and not piped:
            if not check:
                write(file)
            say(f"{'would change' if check else 'formatted'} {file.path}")
    if not (piped or diff):
        _sum_up(files, "would change" if check else "formatted")
    if any(file.problems or (check and file.changed) for file in files):
        raise typer.Exit(FINDINGS)


def _sum_up(files: "Sequence[FormattedFile]", done: str) -> None:
    unread = sum(bool(file.problems) for file in files)
    changed = sum(file.changed for file in files)
    tail = f", {unread} cannot be read" if unread else ""
    say(
        f"{counted(len(files), 'file')}: {changed} {done}, {len(files) - changed - unread} in order{tail}"
    )


def _stdin(_: Path) -> bytes:
    from qa_toolkit.strict_yaml.reader import MAX_BYTES

    if sys.stdin is None:
        raise UsageError("there is no standard input")
    return sys.stdin.buffer.read(MAX_BYTES + 1)
