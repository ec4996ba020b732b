"""`qa score --explain`: why, in words for people."""

from collections.abc import Iterable
from pathlib import Path

import typer

from qa_toolkit.cli.errors import FINDINGS
from qa_toolkit.cli.output import say


def explain_sample(folder: Path | None, sample: str, rubric: str | None, only: list[str]) -> None:
    """Print notes on the interactions of a sample, or on some of them."""
    from qa_toolkit.workflow.explain import explain_sample as explained
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric
    from qa_toolkit.workflow.sample import stored_sample

    with open_project(folder, {"score.rubric": rubric}) as opened:
        usable = usable_rubric(rubric_file(opened.settings.score.rubric, opened.folder))
        stored = stored_sample(opened, sample)
        for notes in explained(opened, stored, usable, only):
            _print(notes)


def explain_lines(lines: Iterable[bytes], file: str, rubric: str | None) -> None:
    """Print notes on each line; a line that cannot be used is told on standard error."""
    from qa_toolkit.domain.problem import Problem
    from qa_toolkit.workflow.explain import explain_lines as explained
    from qa_toolkit.workflow.filters import settings_from_here
    from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric

    folder, settings = settings_from_here()
    usable = usable_rubric(rubric_file(rubric or settings.score.rubric, folder))
    failed = False
    for notes in explained(lines, file, usable):
        if isinstance(notes, Problem):
            typer.echo(str(notes), err=True)
            failed = True
        else:
            _print(notes)
    if failed:
        raise typer.Exit(FINDINGS)


def _print(notes: list[str]) -> None:
    say("\n".join(notes).rstrip() + "\n")
