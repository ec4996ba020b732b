"""`qa shop …`: mystery shopping, one module a command or a group of them."""

import typer

from qa_toolkit.cli.shop import (
    brief,
    certify,
    check,
    clean,
    demo,
    export,
    form,
    listing,
    log,
    payroll,
    plan,
    scenario,
    serve,
    show,
    steps,
    transcribe,
)

app = typer.Typer(
    no_args_is_help=True,
    help="Mystery shopping: plan staged contacts, log them, check them, score them.",
)
# in the order in which a round goes, which is the order of the help
demo.register(app)
app.add_typer(scenario.app, name="scenario")
for command in (
    plan,
    certify,
    brief,
    form,
    log,
    serve,
    check,
    transcribe,
    listing,
    show,
    steps,
    payroll,
    export,
    clean,
):
    command.register(app)
