"""`qa shop plan init`: a plan to start from."""

from pathlib import Path
from typing import Annotated

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.output import say


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Examples: qa shop plan init; qa shop plan init november --locations branches.xlsx"
    )(init)


@told
def init(
    name: Annotated[
        str, typer.Argument(metavar="[NAME]", help="Of the plan and its file.")
    ] = "plan",
    locations: Annotated[
        Path | None,
        typer.Option(
            "--locations",
            metavar="FILE",
            help="A list of locations, .csv or .xlsx: a row of headings, then one a row.",
        ),
    ] = None,
) -> None:
    """Begin a plan.

    Writes NAME.yaml, which draws at once, to be written over: with an order for each scenario in
    the folder scenarios; where there is none, one is begun. What is there stays. Locations come
    from a list with the headings id, name, address, timezone, kind, team, staff (several with ;
    between them) and mon to sun (09:00-18:00), or some of them.
    """
    from datetime import datetime

    from qa_toolkit.workflow.shops.plan_init import begin_plan

    begun = begin_plan(Path(), name, datetime.now().astimezone().date(), locations)
    if begun.left_out:
        say(f"left out of {locations}: {', '.join(begun.left_out)}")
    for path in begun.written:
        say(f"wrote {path}")
    say("Next, with your own locations, shoppers and days in it:")
    say(f"  qa shop plan {begun.plan} --dry-run")
    say(f"  qa shop plan {begun.plan}")
