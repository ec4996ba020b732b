"""`qa commitments` and `qa commitments keep | break | reopen`."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.options import JsonOption, ProjectOption
from qa_toolkit.cli.output import say, say_json, say_table
from qa_toolkit.domain.commitment import CommitmentKind, CommitmentStatus, Resolution, Verdict
from qa_toolkit.domain.due_words import due_in_words
from qa_toolkit.domain.wording import counted, listed

if TYPE_CHECKING:
    from qa_toolkit.workflow.commitments import Tracked

app = typer.Typer(help="What agents promised, and whether it was kept.")

IdArgument = Annotated[
    str, typer.Argument(metavar="ID", help="As listed; its first characters do.")
]
ReasonOption = Annotated[str, typer.Option("--reason", metavar="TEXT", help="Why; it is kept.")]
ByOption = Annotated[str, typer.Option("--by", metavar="NAME", help="Who says so; it is kept.")]


@app.callback(
    invoke_without_command=True,
    epilog="Examples: qa commitments --status overdue; qa commitments --agent dana --json",
)
@told
def commitments(
    context: typer.Context,
    agent: Annotated[
        str, typer.Option("--agent", metavar="NAME", help="An agent's id or name.")
    ] = "",
    customer: Annotated[
        str, typer.Option("--customer", metavar="NAME", help="As the interactions name them.")
    ] = "",
    sample: Annotated[
        str, typer.Option("--sample", "-s", metavar="ID", help="Only the interactions of a sample.")
    ] = "",
    status: Annotated[
        list[CommitmentStatus] | None,
        typer.Option("--status", help="Only these. May be repeated."),
    ] = None,
    kind: Annotated[
        list[CommitmentKind] | None,
        typer.Option("--kind", help="Only these; else all but immediate. May be repeated."),
    ] = None,
    due_before: Annotated[
        str, typer.Option("--due-before", metavar="DATE", help="Only what is due earlier.")
    ] = "",
    now: Annotated[
        str,
        typer.Option("--now", metavar="DATE", help="As of this date or time; else the present."),
    ] = "",
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """List what agents promised, and whether it was kept.

    qa score reads the promises; later contacts of the same customers and people say what came of
    them.
    """
    if context.invoked_subcommand is not None:
        return
    from qa_toolkit.workflow.commitments import (
        LISTED_KINDS,
        Wanted,
        list_commitments,
        mark_by_later_contacts,
        moment,
    )
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.sample import stored_sample

    with open_project(project) as opened:
        drawn = stored_sample(opened, sample) if sample else None
        wanted = Wanted(
            agent=agent,
            customer=customer,
            sample=None if drawn is None else {m.interaction_id for m in drawn.members},
            statuses=status or (),
            kinds=kind or LISTED_KINDS,
            due_before=moment(opened, due_before, "--due-before") if due_before else None,
        )
        present = moment(opened, now, "--now")
        mark_by_later_contacts(opened)
        found = list_commitments(opened, wanted, present)
    if json:
        say_json([_document(tracked) for tracked in found])
    else:
        _show(found)


@app.command(epilog="Example: qa commitments keep p-1f3a9c0d2b --reason 'seen in the CRM' --by mo")
@told
def keep(
    commitment: IdArgument, reason: ReasonOption, by: ByOption, project: ProjectOption = None
) -> None:
    """Mark a promise as kept."""
    _mark(commitment, Verdict.KEPT, reason, by, project)


@app.command(
    "break", epilog="Example: qa commitments break p-1f3a9c0d2b --reason 'no call made' --by mo"
)
@told
def break_(
    commitment: IdArgument, reason: ReasonOption, by: ByOption, project: ProjectOption = None
) -> None:
    """Mark a promise as broken."""
    _mark(commitment, Verdict.BROKEN, reason, by, project)


@app.command(epilog="Example: qa commitments reopen p-1f3a9c0d2b --reason 'wrong case' --by mo")
@told
def reopen(
    commitment: IdArgument, reason: ReasonOption, by: ByOption, project: ProjectOption = None
) -> None:
    """Take back what was said of a promise; the history stays."""
    _mark(commitment, Verdict.OPEN, reason, by, project)


def _mark(commitment: str, verdict: Verdict, reason: str, by: str, project: ProjectOption) -> None:
    from qa_toolkit.workflow.commitments import mark_by_person
    from qa_toolkit.workflow.project import open_project

    with open_project(project) as opened:
        tracked = mark_by_person(opened, commitment, verdict, reason, by)
    say(f"{tracked.kept.id} is {tracked.status}: {tracked.kept.commitment.quote}")


def _show(found: "Sequence[Tracked]") -> None:
    say_table(
        ("Id", "Status", "Due", "Promise", "Agent", "Customer", "In", "Because"),
        (
            (
                tracked.kept.id,
                tracked.status.value,
                due_in_words(tracked.kept.commitment),
                tracked.kept.commitment.quote,
                tracked.kept.interaction.agent.shown,
                tracked.kept.interaction.customer,
                tracked.kept.interaction.id,
                tracked.verdict.shown if tracked.verdict else "",
            )
            for tracked in found
        ),
    )
    counts = Counter(tracked.status for tracked in found)
    each = [f"{counts[status]} {status}" for status in CommitmentStatus if counts[status]]
    say(counted(len(found), "commitment") + (f": {listed(each)}" if each else ""))


def _document(tracked: "Tracked") -> dict[str, object]:
    kept = tracked.kept
    said = kept.commitment
    return {
        "id": kept.id,
        "status": tracked.status.value,
        "interaction": kept.interaction.id,
        "agent": kept.interaction.agent.id,
        "customer": kept.interaction.customer,
        "turn": said.turn,
        "start": said.start,
        "end": said.end,
        "quote": said.quote,
        "who": said.who.value,
        "what": said.what.value,
        "words": said.words,
        "channel": said.channel.value if said.channel else None,
        "kind": said.kind.value,
        "due_words": said.due_words,
        "sure": said.sure.value,
        "due_from": said.due.earliest.isoformat() if said.due else None,
        "due_by": said.due.latest.isoformat() if said.due else None,
        "trigger": said.trigger,
        "said_at": said.said_at.isoformat() if said.said_at else None,
        "history": [_said(resolution) for resolution in kept.history],
    }


def _said(resolution: Resolution) -> dict[str, object]:
    at = resolution.contact_at
    return asdict(resolution) | {"contact_at": at.isoformat() if at else None}
