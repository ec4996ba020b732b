"""Commands whose result is one text: to a file, or to standard output."""

from pathlib import Path
from typing import Annotated

import typer

from qa_toolkit.cli.output import say

TextFileOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write here instead of showing it."),
]


def deliver_text(text: str, target: Path | None) -> None:
    """Write the text to a file and say so, or show it.

    Raises:
        StorageError: the file cannot be written.
    """
    from qa_toolkit.findings.files import write_text

    if target is None:
        typer.echo(text, nl=False)
    else:
        write_text(target, text)
        say(f"wrote {target}")
