"""Options that several rubric commands share."""

from pathlib import Path
from typing import Annotated

import typer

RubricPaths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH...", help="Files, folders, patterns, or - for standard input."),
]
