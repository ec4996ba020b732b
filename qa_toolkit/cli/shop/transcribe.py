"""`qa shop transcribe`."""

from typing import Annotated

import typer

from qa_toolkit.cli.errors import FINDINGS, told
from qa_toolkit.cli.options import JsonOption, ProjectOption
from qa_toolkit.cli.output import say, say_json, say_problems
from qa_toolkit.cli.progress import progress
from qa_toolkit.domain.wording import counted


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(epilog="Examples: qa shop transcribe; qa shop transcribe m-k2x7q4ab")(transcribe)


@told
def transcribe(
    shops: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SHOP]...", help="Else all that wait for an editor."),
    ] = None,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Turn the recordings of shops into words.

    Editors then read them beside the answers, and a final shop shows them before its notes. The
    answers of the shopper stay the ratings.
    """
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops.recorded import to_transcribe, transcribe_shops

    with open_project(project) as opened, progress() as bars:
        done = transcribe_shops(opened, to_transcribe(opened, shops or ()), bars)
    if json:
        say_json(
            {
                "made": list(done.made),
                "known": list(done.known),
                "without": list(done.without),
                "failures": [str(problem) for problem in done.failures],
            }
        )
    else:
        say(
            f"{counted(len(done.made), 'recording')} transcribed, {len(done.known)} before; "
            f"{counted(len(done.without), 'shop')} without a recording"
        )
        say_problems(done.failures, "Failed")
    if done.failures:
        raise typer.Exit(FINDINGS)
