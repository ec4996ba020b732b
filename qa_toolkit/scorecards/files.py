"""Files of an export: they appear whole or not at all, and stale ones go."""

from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from qa_toolkit.errors import StorageError
from qa_toolkit.files import replacing

Fill = Callable[[BinaryIO], None]
"""Writes the content of a file."""
_HINT = "free some space, close the file where it is open, or export to another folder"


def write_whole(path: Path, fill: Fill) -> Path:
    """Let `fill` write a temporary file in the same folder and move it to `path`.

    Raises:
        StorageError: the disk is full or the folder or file cannot be written.
    """
    return write_together({path: fill})[0]


def write_together(fills: Mapping[Path, Fill]) -> tuple[Path, ...]:
    """Files of one content: none takes its place before all of them are written.

    Raises:
        StorageError: the disk is full or a folder or file cannot be written.
    """
    with ExitStack() as files:
        for path, fill in fills.items():
            fill(files.enter_context(replacing(path, hint=_HINT)))
    return tuple(fills)


def detail_path(path: Path) -> Path:
    """Where the table of ratings lies, beside a table of scorecards."""
    return path.with_name(f"{path.stem}-detail{path.suffix}")


def write_bytes(path: Path, content: bytes) -> Path:
    """Write a file whole."""
    return write_whole(path, lambda file: _put(file, content))


def write_text(path: Path, text: str) -> Path:
    """Write text whole; half a surrogate pair becomes its escape instead of an error."""
    return write_bytes(path, text.encode(errors="backslashreplace"))


def read_start(path: Path, size: int) -> str:
    """The first bytes of a file as text; empty for what cannot be read as a file."""
    try:
        with path.open("rb") as file:
            return file.read(size).decode(errors="replace")
    except OSError:
        return ""


def remove(path: Path) -> None:
    """Remove a file of an earlier export.

    Raises:
        StorageError: the system refuses.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(
            f"cannot remove {path}, which an earlier export wrote: {error.strerror or error}",
            hint="close the file where it is open, or export to another folder",
        ) from error


def _put(file: BinaryIO, content: bytes) -> None:
    file.write(content)
