"""`qa shop demo`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.output import from_here, say
from qa_toolkit.cli.progress import progress
from qa_toolkit.domain.wording import counted

if TYPE_CHECKING:
    from qa_toolkit.workflow.shops.demo import Played


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Example: qa shop demo, then open qa-shop-demo/exports/calls.xlsx")(demo)


@told
def demo(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="Where to put the example.")
    ] = Path("qa-shop-demo"),
) -> None:
    """Play a round of mystery shops of a company that does not exist.

    Planned, logged, checked, returned, approved and released, with calls that were monitored
    beside them. What to open and what to try next is said at the end.
    """
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops.demo import export, play, prepare_shops

    prepare_shops(folder)
    say(f"The example lies in {folder}: two scenarios, six locations, three shoppers.")
    with open_project(folder) as opened, progress() as bars:
        played = play(opened)
        written = export(opened, bars)
    _tell(played)
    say("\nOpen")
    for path in written:
        say(f"  {from_here(path)}")
    say(
        f"\nTry, in {folder}\n"
        "  qa shop list                              how far each shop has come\n"
        "  qa shop check m-dflemy5u                  one of every kind of fault\n"
        "  qa shop brief m-xfjwg46v                  what a shopper takes along\n"
        "  qa shop log m-xfjwg46v --by maya          go on with a log that was interrupted\n"
        "  qa shop compare                           monitored beside staged calls"
    )


def _tell(played: "Played") -> None:
    plan = played.drawn.plan
    say(
        f"Planned      {counted(len(plan.assignments), 'shop')} with the seed {plan.seed}, "
        f"{len(plan.unplaced)} could not be placed"
    )
    for one in plan.unplaced:
        say(f"             {one.scenario} at {one.location}: {one.reason}")
    standing = (f"{count} {status.shown}" for status, count in played.standing.items())
    say(f"Shops        {', '.join(standing)}")
    if played.unheard:
        say(f"Recordings   not transcribed: {played.unheard}")
