"""`qa rubric diff`: what differs between two versions, and what it does to scores."""

import sys
from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.errors import FINDINGS, told
from qa_toolkit.cli.options import JsonOption
from qa_toolkit.cli.output import wants_colour
from qa_toolkit.cli.progress import progress
from qa_toolkit.cli.rubric.outputs import (
    FailOn,
    Output,
    OutputsOption,
    deliver,
    fails,
    read_outputs,
)
from qa_toolkit.errors import UsageError

if TYPE_CHECKING:
    from qa_toolkit.rubric.diff.impact import Impact
    from qa_toolkit.workflow.rubric_diff import Compared

OldArgument = Annotated[
    str, typer.Argument(metavar="OLD", help="A rubric file, or the name of a rubric.")
]
NewArgument = Annotated[
    str, typer.Argument(metavar="NEW", help="The changed rubric; not with --git.")
]
GitOption = Annotated[
    str,
    typer.Option(
        "--git",
        metavar="REV",
        help="Compare the one file with what it was where this branch left REV.",
    ),
]
AgainstOption = Annotated[
    str,
    typer.Option(
        "--against",
        metavar="PATH",
        help=(
            "Score these under both versions: a project, .jsonl or .jsonl.gz lines, a folder of "
            "chats, or - for lines from standard input."
        ),
    ),
]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Examples: qa rubric diff old.yaml new.yaml; "
        "qa rubric diff rubrics/service.yaml --git origin/main --against november "
        "--output markdown=comment.md"
    )(diff)


@told
def diff(
    old: OldArgument,
    new: NewArgument = "",
    git: GitOption = "",
    against: AgainstOption = "",
    output: OutputsOption = None,
    json: JsonOption = False,
) -> None:
    """Show what differs in meaning between two versions of a rubric.

    Every change is breaking, scoring or wording, and asks for a higher version: major, minor or
    patch. A version that says less than its changes makes the exit code 1.
    """
    outputs = read_outputs([*(output or ()), *(["json"] if json else ())])
    compared = _compared(old, new, git)
    impact = _impact(compared, against) if against else None
    _deliver(compared, impact, outputs)


def _compared(old: str, new: str, revision: str) -> "Compared":
    from qa_toolkit.workflow.rubric_diff import diff_files, diff_revision

    if bool(new) == bool(revision):
        raise UsageError(
            "two rubrics are compared, or one with its past",
            hint="qa rubric diff OLD NEW, or qa rubric diff FILE --git REV",
        )
    return diff_revision(old, revision) if revision else diff_files(old, new)


def _impact(compared: "Compared", against: str) -> "Impact | None":
    """What it does to scores; None where the rubric is new and nothing was scored before."""
    from qa_toolkit.workflow.rubric_impact import impact

    if compared.old is None:
        return None
    with progress() as bars:
        return impact(
            compared.old.usable,
            compared.new.usable,
            compared.diff.names,
            against,
            stdin=_stdin() if against == "-" else (),
            progress=bars,
        )


def _stdin() -> Iterable[bytes]:
    if sys.stdin is None:
        raise UsageError("standard input is closed")
    return sys.stdin.buffer


def _deliver(compared: "Compared", impact: "Impact | None", outputs: Sequence[Output]) -> None:
    """Write what is asked for; formats that know no diffs get the changes as findings."""
    from qa_toolkit.workflow.rubric_diff_report import FORMATS, report_of

    report = report_of(compared)
    own = {name: partial(render, compared.diff, impact) for name, render in FORMATS.items()}
    deliver(report, outputs, human=lambda: _show(compared, impact), own=own)
    if fails(report, FailOn.ERROR):
        raise typer.Exit(FINDINGS)


def _show(compared: "Compared", impact: "Impact | None") -> None:
    from qa_toolkit.workflow.rubric_diff_report import lines_of

    colours = {"faint": "bright_black", "good": "green", "bad": "red"}
    for line in lines_of(compared.diff, impact):
        styled = typer.style(line.text, fg=colours.get(line.tone), bold=line.tone == "heading")
        typer.echo(styled if line.text else "", color=wants_colour())
