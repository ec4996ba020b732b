"""`qa shop form`."""

from pathlib import Path
from shlex import quote
from typing import Annotated

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.options import ProjectOption
from qa_toolkit.cli.output import say


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Example: qa shop form m-k2x7q4ab --to form.xlsx; fill it in, then "
        "qa shop log m-k2x7q4ab --from form.xlsx --submit --by maya"
    )(form)


@told
def form(
    shop: Annotated[str, typer.Argument(metavar="ID", help="The shop; its first letters do.")],
    to: Annotated[
        Path,
        typer.Option("--to", metavar="FILE", help="Where to write: .xlsx, .yaml, .yml or .json."),
    ],
    project: ProjectOption = None,
) -> None:
    """Write the form of a shop as a file to fill in, as far as its draft is.

    A workbook has drop-downs, marks what is missing and greys what is not asked; YAML and JSON
    have the same keys. All are read back by qa shop log --from.
    """
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops.forms import form_file

    with open_project(project) as opened:
        written = form_file(opened, shop, to)
    say(
        f"wrote {written}; filled in: qa shop log {shop} --from {quote(str(written))} --submit --by NAME"
    )
