"""`qa shop brief`."""

from pathlib import Path
from typing import Annotated

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.options import ProjectOption
from qa_toolkit.cli.output import say
from qa_toolkit.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Examples: qa shop brief m-k2x7q4ab --to brief.pdf; "
        "qa shop brief --shopper maya --to briefs"
    )(brief)


@told
def brief(
    shop: Annotated[
        str, typer.Argument(metavar="[ID]", help="The shop; else all to be held.")
    ] = "",
    to: Annotated[
        Path,
        typer.Option("--to", metavar="PATH", help="A name in .html or .pdf, or a folder."),
    ] = Path(),
    plan: Annotated[str, typer.Option("--plan", metavar="ID", help="All shops of this plan.")] = "",
    shopper: Annotated[
        str, typer.Option("--shopper", metavar="NAME", help="All shops of this person.")
    ] = "",
    project: ProjectOption = None,
) -> None:
    """Write the brief of a shop: one page to read, to print and to carry the form on.

    It says who to be, where and when, what to do and what to leave, what to observe and to time,
    and ends with the form on paper. Without an ID there is one for each shop still to be held.
    """
    if shop and (plan or shopper):
        raise UsageError("--plan and --shopper choose shops, and one is named already")
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops.briefs import write_brief, write_briefs

    with open_project(project) as opened:
        if shop:
            written: tuple[Path, ...] = (write_brief(opened, shop, to),)
        else:
            written = write_briefs(opened, to, plan=plan, shopper=shopper)
    for path in written:
        say(f"wrote {path}")
