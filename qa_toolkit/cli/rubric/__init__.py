"""`qa rubric …`: rubrics kept as code, one module a command."""

import typer

from qa_toolkit.cli.rubric import check, test

app = typer.Typer(no_args_is_help=True, help="Check rubrics and run their cases.")
for command in (check, test):
    command.register(app)
