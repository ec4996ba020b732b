"""`qa shop scenario …`: what shoppers play, kept as files; one module a command."""

import typer

from qa_toolkit.cli.shop.scenario import check, init, schema, show

app = typer.Typer(
    no_args_is_help=True,
    help="Scenarios, what shoppers play, as files: begin, check and show them.",
)
for command in (init, check, show, schema):
    command.register(app)
