"""Entries of a folder that are better not opened."""

import os
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.intake.text import clean, one_line


def unsafe_entry(path: Path, top: Path) -> Problem | None:
    """Why an entry below the folder `top` is not opened; None for ordinary files and folders.

    A link out of the folder may lead anywhere, a pipe would wait for a writer, and a name with
    broken Unicode or control characters could not be stored or shown.
    """
    if clean(path.name) != path.name or "\n" in path.name:
        return Problem(
            source=one_line(str(path)),
            message="the name holds characters that are no text; not read",
            hint="rename it",
        )
    try:
        return _unsafe_link(path, top) if path.is_symlink() else _special(path)
    except OSError as reason:
        return Problem(source=str(path), message=f"cannot be read: {reason.strerror}")


def _unsafe_link(path: Path, top: Path) -> Problem | None:
    # Path.resolve raises for links that lead in a circle
    target, inside = os.path.realpath(path), os.path.realpath(top)
    if not Path(target).is_relative_to(inside):
        return Problem(
            source=str(path),
            message="a link that leads out of the folder; not followed",
            hint="copy what it leads to into the folder",
        )
    if not path.exists():
        return Problem(source=str(path), message="a link that leads nowhere", hint="remove it")
    return _special(path)


def _special(path: Path) -> Problem | None:
    if path.is_file() or path.is_dir():
        return None
    return Problem(source=str(path), message="neither a file nor a folder; not read")
