"""`qa coaching open | update | close | list`."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.options import ByOption, JsonOption, ProjectOption, RubricOption
from qa_toolkit.cli.output import say, say_json, say_table
from qa_toolkit.domain.coaching import CoachingField, CoachingStatus
from qa_toolkit.domain.wording import counted

if TYPE_CHECKING:
    from qa_toolkit.domain.coaching import CoachingEntry
    from qa_toolkit.scorecards.view import CoachingEntryView

app = typer.Typer(
    no_args_is_help=True,
    help="The coaching log: what was agreed with agents, and when to look again.",
)

IdArgument = Annotated[
    str, typer.Argument(metavar="ID", help="As listed; its first characters do.")
]
ActionOption = Annotated[
    str | None,
    typer.Option("--action", metavar="TEXT", help="What was agreed: what the agent will do."),
]
FollowUpOption = Annotated[
    str | None,
    typer.Option(
        "--follow-up", metavar="DATE", help="The day to look at it again, such as 2026-12-04."
    ),
]
CoachOption = Annotated[
    str | None,
    typer.Option("--coach", metavar="NAME", help="Who coaches; else who opened it."),
]
NoteOption = Annotated[
    str | None, typer.Option("--note", metavar="TEXT", help="Anything worth keeping.")
]


@app.command(
    "open",
    epilog="Example: qa coaching open --agent dana --criterion empathy.first --action "
    "'name the trouble before any question' --follow-up 2026-12-04 --by 'Mo Berg'",
)
@told
def open_(
    agent: Annotated[str, typer.Option("--agent", metavar="NAME", help="An agent's id or name.")],
    by: ByOption,
    topic: Annotated[
        str, typer.Option("--topic", metavar="TEXT", help="What it is about, in words.")
    ] = "",
    criterion: Annotated[
        str, typer.Option("--criterion", metavar="ID", help="The criterion it is about.")
    ] = "",
    action: ActionOption = None,
    follow_up: FollowUpOption = None,
    interaction: Annotated[
        list[str] | None,
        typer.Option("--interaction", metavar="ID", help="A contact that shows it. Repeatable."),
    ] = None,
    coach: CoachOption = None,
    note: NoteOption = None,
    rubric: RubricOption = None,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Open a topic with an agent.

    It is named by --topic in words, by --criterion of the rubric, or by both.
    """
    from qa_toolkit.workflow.coaching import NewEntry, log_view, open_entry
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric

    changes = _said(action=action, follow_up=follow_up, coach=coach, note=note)
    new = NewEntry(
        agent=agent,
        by=by,
        topic=topic,
        criterion=criterion,
        interactions=tuple(interaction or ()),
        changes=changes,
    )
    with open_project(project, {"score.rubric": rubric}) as opened:
        usable = usable_rubric(rubric_file(opened.settings.score.rubric, opened.folder))
        entry = open_entry(opened, new, usable.rubric)
        (view,) = log_view(opened, [entry])
    _tell(entry, view, json=json)


@app.command(
    epilog="Examples: qa coaching update k-3f9c --acknowledged today --by Dana; "
    "qa coaching update k-3f9c --dispute 'the line was cut' --by Dana"
)
@told
def update(
    entry: IdArgument,
    by: ByOption,
    action: ActionOption = None,
    follow_up: FollowUpOption = None,
    coach: CoachOption = None,
    acknowledged: Annotated[
        str | None,
        typer.Option(
            "--acknowledged", metavar="DATE", help="The day the agent signed it off, or today."
        ),
    ] = None,
    dispute: Annotated[
        str | None,
        typer.Option("--dispute", metavar="TEXT", help="What the agent does not agree with."),
    ] = None,
    note: NoteOption = None,
    reopen: Annotated[bool, typer.Option("--reopen", help="Open it again.")] = False,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Add to an entry: what was agreed, signed off, disputed or noted.

    The last word on each counts, the words before it stay in the history, and an empty text takes
    the last one back.
    """
    from qa_toolkit.workflow.coaching import log_view, update_entry
    from qa_toolkit.workflow.project import open_project

    changes = _said(
        action=action,
        follow_up=follow_up,
        coach=coach,
        acknowledged=acknowledged,
        dispute=dispute,
        note=note,
        status=CoachingStatus.OPEN.value if reopen else None,
    )
    with open_project(project) as opened:
        updated = update_entry(opened, entry, changes, by)
        (view,) = log_view(opened, [updated])
    _tell(updated, view, json=json)


@app.command(
    epilog="Example: qa coaching close k-3f9c --note 'shown in 4 of 5 calls' --by 'Mo Berg'"
)
@told
def close(
    entry: IdArgument,
    by: ByOption,
    note: NoteOption = None,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Close an entry: done, or no longer wanted. It stays in the log."""
    from qa_toolkit.workflow.coaching import close_entry, log_view
    from qa_toolkit.workflow.project import open_project

    with open_project(project) as opened:
        closed = close_entry(opened, entry, note or "", by)
        (view,) = log_view(opened, [closed])
    _tell(closed, view, json=json)


@app.command(
    "list", epilog="Examples: qa coaching list --due; qa coaching list --agent dana --all --json"
)
@told
def list_(
    agent: Annotated[
        str, typer.Option("--agent", metavar="NAME", help="Only of an agent, by id or name.")
    ] = "",
    due: Annotated[
        bool, typer.Option("--due", help="Only those whose follow-up lies behind.")
    ] = False,
    all_: Annotated[bool, typer.Option("--all", help="Those that are closed, too.")] = False,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Show the log: what is open, the earliest follow-up first."""
    from qa_toolkit.workflow.clock import now
    from qa_toolkit.workflow.coaching import list_entries, log_view
    from qa_toolkit.workflow.project import open_project

    with open_project(project) as opened:
        due_on = now(opened).date() if due else None
        found = list_entries(opened, agent=agent, due_on=due_on, closed=all_)
        views = log_view(opened, found)
    if json:
        say_json([_document(*pair) for pair in zip(found, views, strict=True)])
    else:
        _show(views)


def _said(**values: str | None) -> dict[CoachingField, str]:
    """What was named on the command line, also where it is empty."""
    return {CoachingField(name): text for name, text in values.items() if text is not None}


def _tell(entry: "CoachingEntry", view: "CoachingEntryView", *, json: bool) -> None:
    if json:
        say_json(_document(entry, view))
        return
    say(f"{view.id} is {_status(view)}: {view.topic} ({view.agent})")
    if view.action:
        say(f"agreed: {view.action}; follow-up: {view.follow_up_shown}")


def _show(found: "Sequence[CoachingEntryView]") -> None:
    say_table(
        ("Id", "Status", "Agent", "Topic", "Agreed", "Follow-up", "Coach", "Signed off", "Note"),
        (
            (
                entry.id,
                _status(entry),
                entry.agent,
                entry.topic,
                entry.action,
                entry.follow_up_shown,
                entry.coach,
                entry.acknowledged_shown,
                _note(entry),
            )
            for entry in found
        ),
    )
    due = sum(entry.is_due for entry in found)
    say(f"{counted(len(found), 'entry', 'entries')}, {due} of them due")


def _status(entry: "CoachingEntryView") -> str:
    return "due" if entry.is_due else entry.status.lower()


def _note(entry: "CoachingEntryView") -> str:
    disputed = f"disputed: {entry.dispute}" if entry.dispute else ""
    return "; ".join(filter(None, (disputed, entry.note)))


def _document(entry: "CoachingEntry", view: "CoachingEntryView") -> dict[str, object]:
    last = {field.value: entry.value(field) for field in CoachingField}
    return {
        "id": entry.id,
        "agent": entry.agent_id,
        "criterion": entry.criterion,
        "topic": entry.topic,
        "interactions": list(entry.interactions),
        "opened_by": entry.opened_by,
        "opened_at": entry.opened_at,
        **last,
        "coach": view.coach,
        "status": _status(view),
        "history": [asdict(change) for change in entry.changes],
    }
