"""What goes to the terminal: tables for people, JSON for programs, problems with their places."""

import json
import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from qa_toolkit.domain.problem import Problem

if TYPE_CHECKING:  # rich takes 60 ms to import; `qa --help` needs none of it
    from rich.console import Console

MOST_PROBLEMS = 20


def say(text: str = "") -> None:
    """One line of the result."""
    typer.echo(text)


def say_json(value: object) -> None:
    """The result for programs, on one indented document."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def say_table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """A table; plain columns where the output is no terminal."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for header in headers:
        table.add_column(header, overflow="fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    _console().print(table)


def say_problems(problems: Sequence[Problem], what: str) -> None:
    """What could not be used, at most `MOST_PROBLEMS` of it, with a count of the rest."""
    if not problems:
        return
    typer.echo(f"{what} ({len(problems)}):")
    for problem in problems[:MOST_PROBLEMS]:
        say_problem(problem)
    if len(problems) > MOST_PROBLEMS:
        typer.echo(f"  … and {len(problems) - MOST_PROBLEMS} more; --json names them all")


def say_problem(problem: Problem) -> None:
    """One problem, with its place first, so that editors and people can jump there."""
    colour = "red" if problem.severity == "error" else "yellow"
    code = f" [{problem.code}]" if problem.code else ""
    message = typer.style(problem.message, fg=colour)
    typer.echo(f"  {problem.place}: {message}{code}", color=wants_colour())
    if problem.hint:
        typer.echo(f"      → {problem.hint}")


def wants_colour() -> bool | None:
    """None: as the terminal can; False where NO_COLOR says so."""
    return False if os.environ.get("NO_COLOR") else None


def _console() -> "Console":
    from rich.console import Console

    # a pipe has no width: let lines be as long as they are rather than cut at 80
    width = None if sys.stdout.isatty() else 200
    return Console(file=sys.stdout, width=width, highlight=False)


def from_here(path: Path) -> Path:
    """The path from the current folder when it lies below, else whole."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
