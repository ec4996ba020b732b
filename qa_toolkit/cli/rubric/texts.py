"""Commands whose result is one text: to a file, or to standard output."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from qa_toolkit.cli.output import say
from qa_toolkit.errors import UsageError

TextFileOption = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write here instead of showing it."),
]


def deliver_text(text: str, target: Path | None, read: Iterable[Path] = ()) -> None:
    """Write the text to a file and say so, or show it.

    Args:
        text: what to write.
        target: the file; None for standard output.
        read: the files that were read for it, which it must not replace.

    Raises:
        UsageError: the target is one of the files read, or a rubric.
        StorageError: the file cannot be written.
    """
    from qa_toolkit.findings.files import write_text

    if target is not None:
        _refuse_rubrics(target, read)
    if target is None:
        typer.echo(text, nl=False)
    else:
        write_text(target, text)
        say(f"wrote {target}")


def _refuse_rubrics(target: Path, read: Iterable[Path]) -> None:
    """A slip such as `-o service.yaml` must not cost the rubric."""
    looked_at = {os.path.realpath(file) for file in read}
    is_yaml = target.suffix.lower() in (".yaml", ".yml")
    if os.path.realpath(target) in looked_at or (is_yaml and target.exists()):
        raise UsageError(
            f"'{target}' is not written to: it is a rubric or its cases",
            hint="name a file of its own",
        )
