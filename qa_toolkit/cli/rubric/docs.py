"""`qa rubric docs`: a rubric as a guide for agents."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.rubric.texts import TextFileOption, deliver_text


class Layout(StrEnum):
    """How the guide is laid out."""

    HTML = "html"
    MARKDOWN = "markdown"


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Examples: qa rubric docs rubrics/service.yaml -o guide.html; "
        "qa rubric docs service --format markdown"
    )(docs)


@told
def docs(
    rubric: Annotated[
        str, typer.Argument(metavar="RUBRIC", help="A rubric file, or the name of a rubric.")
    ],
    output: TextFileOption = None,
    layout: Annotated[
        Layout | None,
        typer.Option("--format", help="Else by the name of FILE: markdown for .md, or html."),
    ] = None,
) -> None:
    """Write a guide for agents.

    Says what is looked at and how much it weighs, what each level looks like, what the machine
    looks for in plain words, and shows examples from the cases beside the rubric. One page that
    needs no other file, or Markdown for a wiki.
    """
    from qa_toolkit.workflow.rubric_docs import rubric_guide
    from qa_toolkit.workflow.rubric_files import rubric_file

    path = rubric_file(rubric, Path.cwd())
    by_name = output is not None and output.suffix.lower() in (".md", ".markdown")
    chosen = layout or (Layout.MARKDOWN if by_name else Layout.HTML)
    guide = rubric_guide(path, chosen.value)
    deliver_text(guide.text, output, read=guide.read)
    for problem in guide.problems:
        typer.echo(f"no examples from {problem}", err=True)
