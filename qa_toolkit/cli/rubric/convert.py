"""`qa rubric convert`: evaluation forms of other products, and lists of questions."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.errors import FINDINGS, told
from qa_toolkit.cli.options import JsonOption
from qa_toolkit.cli.output import say_json, wants_colour
from qa_toolkit.domain.wording import counted
from qa_toolkit.errors import UsageError

if TYPE_CHECKING:
    from qa_toolkit.workflow.rubric_convert import Converted

_KINDS = "rubric, amazon-connect, genesys or questions"
_COLOURS = {"lost": "red", "changed": "yellow", "note": "cyan"}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Examples: qa rubric convert form.json -o rubrics/calls.yaml; "
        "qa rubric convert questions.xlsx --channels chat; "
        "qa rubric convert rubrics/calls.yaml --to amazon-connect"
    )(convert)


@told
def convert(
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="A form in JSON, a list in CSV or XLSX, a rubric."),
    ],
    source: Annotated[
        str, typer.Option("--from", metavar="KIND", help="What FILE is; else its content tells.")
    ] = "",
    to: Annotated[str, typer.Option(metavar="KIND", help=f"{_KINDS}; else a rubric.")] = "",
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="OUT", help="Where to write; else to the terminal."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over OUT where it is there.")
    ] = False,
    channels: Annotated[
        str, typer.Option(metavar="LIST", help="What the rubric is for; else call,chat.")
    ] = "",
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit 1 when anything is lost or means something else.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Convert evaluation forms to rubrics and back.

    Reads and writes forms of Amazon Connect and Genesys Cloud and lists of questions. What one
    side says and the other cannot is listed on standard error, with its place, never dropped.
    """
    from qa_toolkit.workflow import rubric_answers as answers
    from qa_toolkit.workflow.rubric_convert import convert as convert_form
    from qa_toolkit.workflow.rubric_convert import save

    made = convert_form(
        file,
        source_kind=source,
        kind=to,
        channels=answers.channels(channels) if channels else (),
        target=output,
    )
    if output is not None:
        save(made, output, file, force=force)
    if json:
        _say_json(made, file, output)
    else:
        _list(made, file)
        if output is None:
            _show(made)
    if strict and not made.lossless:
        raise typer.Exit(FINDINGS)


def _show(made: "Converted") -> None:
    if isinstance(made.content, bytes):
        raise UsageError("a workbook goes to a file", hint="-o questions.xlsx")
    typer.echo(made.content, nl=False)


def _list(made: "Converted", file: Path) -> None:
    """The differences, worst first, on standard error: standard output may be a file."""
    for kind, colour in _COLOURS.items():
        for known in made.differences:
            if known.kind == kind:
                label = typer.style(kind, fg=colour)
                line = f"{label}: {known.place}: {known.what} → {known.became}"
                typer.echo(line, err=True, color=wants_colour())
    number = sum(known.kind != "note" for known in made.differences)
    said = f"{counted(number, 'thing')} lost or changed" if number else "nothing lost or changed"
    typer.echo(f"{file}: {made.source_kind} to {made.kind}, {said}", err=True)


def _say_json(made: "Converted", file: Path, output: Path | None) -> None:
    content = None if output or isinstance(made.content, bytes) else made.content
    say_json(
        {
            "file": str(file),
            "from": made.source_kind,
            "to": made.kind,
            "output": str(output) if output else None,
            "content": content,
            "differences": [
                {
                    "kind": known.kind,
                    "place": known.place,
                    "what": known.what,
                    "became": known.became,
                }
                for known in made.differences
            ],
        }
    )
