"""`qa shop scenario init`: a scenario to start from."""

from pathlib import Path
from typing import Annotated

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.output import say
from qa_toolkit.domain.interaction import Channel


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Examples: qa shop scenario init lost_card; "
        "qa shop scenario init gift --channel visit"
    )(init)


@told
def init(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Of the scenario and its file, such as lost_card.")
    ],
    channel: Annotated[
        Channel, typer.Option("--channel", help="How the contact takes place.")
    ] = Channel.CALL,
) -> None:
    """Begin a scenario.

    Writes scenarios/NAME.yaml, whole and without a problem, to be written over, and beside it the
    schema by which editors complete it. What is there stays.
    """
    from qa_toolkit.workflow.shops.scenario_init import begin

    begun = begin(Path(), name, channel)
    for path in begun.written:
        say(f"wrote {path}")
    say("Next:")
    say(f"  qa shop scenario show {begun.scenario}")
    say(f"  qa shop scenario check {begun.scenario}")
