"""The `qa` command and its groups."""

import os
import sys
from io import TextIOWrapper
from typing import Annotated

import typer

from qa_toolkit import __version__
from qa_toolkit.cli import (
    calibrate,
    coaching,
    commitments,
    config,
    doctor,
    export,
    intake,
    models,
    overrides,
    project,
    report,
    rubric,
    run,
    sample,
    score,
    search,
    shop,
    transcript,
)
from qa_toolkit.cli import transcribe as transcribe_

app = typer.Typer(
    name="qa",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=(
        "Random, honest, explainable quality assurance for customer service.\n\n"
        "Samples recorded calls and chats, transcribes, scores against a rubric and exports "
        "coaching scorecards. Nothing leaves this machine.\n\n"
        "Try it: qa demo"
    ),
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"qa_toolkit {__version__}")
        raise typer.Exit


@app.callback()
def main(
    debug: Annotated[
        bool, typer.Option("--debug", help="Show tracebacks of unexpected errors.")
    ] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Print the version."),
    ] = False,
) -> None:
    """Set what holds for every command."""
    if debug:
        os.environ["QA_DEBUG"] = "1"


run.register(app)
project.register(app)
intake.register(app)
app.add_typer(sample.app, name="sample")
transcribe_.register(app)
app.add_typer(transcript.app, name="transcript")
search.register(app)
score.register(app)
export.register(app)
report.register(app)
app.add_typer(rubric.app, name="rubric")
app.add_typer(calibrate.app, name="calibrate")
app.add_typer(overrides.app, name="overrides")
app.add_typer(coaching.app, name="coaching")
app.add_typer(commitments.app, name="commitments")
app.add_typer(shop.app, name="shop")
app.add_typer(models.app, name="models")
app.add_typer(config.app, name="config")
doctor.register(app)


def entry() -> None:
    """Entry point of the installed command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # a terminal that cannot show a character shows "?"; a pipe gets UTF-8, as JSON asks for
            encoding = None if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")
    app()
