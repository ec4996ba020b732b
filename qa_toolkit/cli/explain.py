"""`qa score --explain`: why, in words for people, or as JSON."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from qa_toolkit.cli.errors import FINDINGS
from qa_toolkit.cli.output import say, say_json
from qa_toolkit.errors import UsageError

if TYPE_CHECKING:  # what scores is imported when it is asked for
    from qa_toolkit.workflow.explain import Explained


def explain_sample(
    folder: Path | None, sample: str, rubric: str | None, only: list[str], *, json: bool
) -> None:
    """Print why, for the interactions of a sample or for some of them."""
    from qa_toolkit.workflow.explain import explain_sample as explained
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric
    from qa_toolkit.workflow.sample import stored_sample

    with open_project(folder, {"score.rubric": rubric}) as opened:
        usable = usable_rubric(rubric_file(opened.settings.score.rubric, opened.folder))
        stored = stored_sample(opened, sample)
        _print(explained(opened, stored, usable, only), json=json)


def explain_lines(
    lines: Iterable[bytes], file: str, rubric: str | None, only: list[str], *, json: bool
) -> None:
    """Print why, for each line or for some; a line that cannot be used is told on standard error."""
    from qa_toolkit.domain.problem import Problem
    from qa_toolkit.workflow.explain import explain_lines as explained
    from qa_toolkit.workflow.here import settings_from_here
    from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric

    folder, settings = settings_from_here()
    usable = usable_rubric(rubric_file(rubric or settings.score.rubric, folder))
    problems: list[Problem] = []

    def usable_ones() -> Iterable["Explained"]:
        for found in explained(lines, file, usable, only):
            if isinstance(found, Problem):
                problems.append(found)
                typer.echo(str(found), err=True)
            else:
                yield found

    printed = _print(usable_ones(), json=json)
    missing = [wanted for wanted in only if wanted not in printed]
    if missing:
        raise UsageError(f"{file} has no '{missing[0]}'")
    if problems:
        raise typer.Exit(FINDINGS)


def _print(found: Iterable["Explained"], *, json: bool) -> set[str]:
    """Print one after the other; all in one document where JSON is asked for."""
    values = []
    printed = set()
    for item in found:
        printed.add(item.interaction_id)
        if json:
            values.append(item.value)
        else:
            say("\n".join(item.notes) + "\n")
    if json:
        say_json(values)
    return printed
