"""`qa init` and `qa list`."""

from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.options import JsonOption, ProjectOption
from qa_toolkit.cli.output import say, say_json, say_table
from qa_toolkit.errors import UsageError


class State(StrEnum):
    """How far an interaction has come."""

    FOUND = "found"
    SAMPLED = "sampled"
    TRANSCRIBED = "transcribed"
    FAILED = "failed"
    PASS = "pass"  # noqa: S105 - a verdict, not a password
    FAIL = "fail"
    NOT_SCORED = "not_scored"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(epilog="Example: qa init november && cd november")(init)
    app.command(name="list", epilog="Examples: qa list --state pass; qa list --failed")(list_)


@told
def init(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]")] = Path(),
) -> None:
    """Make a folder a project.

    Writes qa.toml and the shipped rubrics with their cases; what is there stays.
    """
    from qa_toolkit.workflow.project import init_project

    written = init_project(folder)
    for path in written:
        say(f"wrote {path}")
    say(f"{folder} is a project. Next: qa run FOLDER --project {folder}")


@told
def list_(
    state: Annotated[
        State | None, typer.Option(help="Only the interactions in this state.")
    ] = None,
    failed: Annotated[
        bool, typer.Option("--failed", help="What failed, why, and whether it is tried again.")
    ] = False,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Show how far each interaction has come."""
    if failed and state is not None:
        raise UsageError("--failed and --state do not go together")
    if failed:
        _failed(project, json=json)
        return
    from qa_toolkit.workflow.listing import states
    from qa_toolkit.workflow.project import open_project

    with open_project(project) as opened:
        shown = [item for item in states(opened) if state in (None, item.state)]
    if json:
        say_json(
            [
                {
                    "id": item.interaction.id,
                    "channel": item.interaction.channel.value,
                    "staged": item.interaction.staged,
                    "agent": item.interaction.agent.id,
                    "team": item.interaction.agent.team,
                    "started_at": item.interaction.started_at.isoformat()
                    if item.interaction.started_at
                    else None,
                    "state": item.state,
                    "reason": item.reason,
                }
                for item in shown
            ]
        )
        return
    say_table(
        ("Interaction", "Channel", "Agent", "Started", "State"),
        (
            (
                item.interaction.id,
                item.interaction.channel.value + (" (shop)" if item.interaction.staged else ""),
                item.interaction.agent.shown,
                f"{item.interaction.started_at:%Y-%m-%d %H:%M}"
                if item.interaction.started_at
                else "–",
                f"{item.state}: {item.reason}" if item.reason else item.state,
            )
            for item in shown
        ),
    )


def _failed(project: Path | None, *, json: bool) -> None:
    from qa_toolkit.workflow.failures import failures
    from qa_toolkit.workflow.project import open_project

    with open_project(project) as opened:
        shown = list(failures(opened))
    if json:
        say_json([asdict(failure) for failure in shown])
    elif not shown:
        say("nothing failed")
    else:
        say_table(
            ("Interaction", "File", "Reason", "What to do", "Tried again"),
            (
                (
                    failure.id or "–",
                    failure.source,
                    failure.reason,
                    failure.hint or "–",
                    f"by the next {failure.stage}" if failure.again else "with --retry",
                )
                for failure in shown
            ),
        )
