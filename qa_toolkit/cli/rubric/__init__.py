"""`qa rubric …`: rubrics kept as code, one module a command."""

import typer

from qa_toolkit.cli.rubric import check, convert, diff, docs, explain, fmt, init, schema, test

app = typer.Typer(
    no_args_is_help=True, help="Rubrics as code: write, check, test, compare and convert them."
)
for command in (check, test, diff, schema, docs, explain, fmt, init, convert):
    command.register(app)
