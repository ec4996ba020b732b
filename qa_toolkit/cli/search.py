"""`qa search`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.options import JsonOption, ProjectOption
from qa_toolkit.cli.output import say, say_json, wants_colour
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.domain.wording import counted, minutes

if TYPE_CHECKING:  # the store is imported when it is asked
    from qa_toolkit.store.search import Hit
    from qa_toolkit.workflow.search import Hits


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Examples: qa search refund; "
        "qa search '\"money back\" OR refund*' --speaker customer --since 2026-11-01"
    )(search)


@told
def search(
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS...", help='As in: late parcel, "not my job", refund*.'),
    ],
    agent: Annotated[
        str, typer.Option("--agent", metavar="NAME", help="An agent's id or name.")
    ] = "",
    speaker: Annotated[
        SpeakerRole | None, typer.Option("--speaker", help="Only what this role says.")
    ] = None,
    since: Annotated[
        str, typer.Option("--since", metavar="DATE", help="Begun on that day or later.")
    ] = "",
    until: Annotated[
        str, typer.Option("--until", metavar="DATE", help="Begun on that day or earlier.")
    ] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, help="The most turns to show.")] = 20,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Find words in everything that was said or written, the best matches first.

    Words side by side must all be in one turn; those in quotation marks in this order; refund* is
    any word that begins so. AND, OR and NOT in capital letters are understood.
    """
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.search import Wanted, search_transcripts

    wanted = Wanted(
        words=" ".join(words), agent=agent, speaker=speaker, since=since, until=until, limit=limit
    )
    with open_project(project) as opened:
        found = search_transcripts(opened, wanted)
    if json:
        say_json({"words": wanted.words, "total": found.total, "hits": _documents(found.shown)})
    else:
        _show(found)


def _show(found: "Hits") -> None:
    for hit in found.shown:
        interaction = hit.interaction
        place = [interaction.id, f"turn {hit.turn + 1}"]
        if hit.start_s is not None:
            place.append(minutes(hit.start_s))
        who = f"{hit.speaker} · {interaction.agent.shown}"
        when = f" · {interaction.started_at:%Y-%m-%d}" if interaction.started_at else ""
        typer.secho(" · ".join(place), bold=True, nl=False, color=wants_colour())
        say(f" · {who}{when}")
        typer.echo(f"    {_marked(hit)}", color=wants_colour())
    more = f", the best {len(found.shown)} shown" if len(found.shown) < found.total else ""
    say(f"{counted(found.total, 'turn')}{more}")


def _marked(hit: "Hit") -> str:
    """The stretch of text on one line, the words that were looked for in bold."""
    pieces = (
        typer.style(piece, bold=True, fg="yellow") if place % 2 else piece
        for place, piece in enumerate(hit.pieces)
    )
    return " ".join("".join(pieces).split())


def _documents(hits: "Sequence[Hit]") -> list[dict[str, object]]:
    return [
        {
            "id": hit.interaction.id,
            "channel": hit.interaction.channel.value,
            "agent": hit.interaction.agent.id,
            "agent_name": hit.interaction.agent.name,
            "started_at": hit.interaction.started_at.isoformat()
            if hit.interaction.started_at
            else None,
            "turn": hit.turn,
            "speaker": hit.speaker,
            "start_s": hit.start_s,
            "snippet": "".join(hit.pieces),
            "marks": _marks(hit.pieces),
            "rank": round(hit.rank, 6),
        }
        for hit in hits
    ]


def _marks(pieces: Sequence[str]) -> list[list[int]]:
    """Where in the snippet the words stand that were looked for: first character and end."""
    marks, end = [], 0
    for place, piece in enumerate(pieces):
        if place % 2:
            marks.append([end, end + len(piece)])
        end += len(piece)
    return marks
