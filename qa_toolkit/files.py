"""Files that appear whole or not at all: an interrupted write leaves what was there."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from qa_toolkit.errors import StorageError


@contextmanager
def replacing(path: Path, *, hint: str) -> Iterator[BinaryIO]:
    """A file to fill, which takes the place of `path` when the block ends well.

    Links are followed, permissions stay, and folders that are missing are made. A pipe or a
    device is written to as it is.

    Args:
        path: the file to write.
        hint: what to do when it cannot be written.

    Raises:
        StorageError: the disk is full, or the file or its folder cannot be written.
    """
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():  # a folder refuses
            with target.open("wb") as file:
                yield file
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            with unfinished.open("wb") as file:
                yield file
            if target.exists():
                shutil.copymode(target, unfinished)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(f"cannot write {path}: {error.strerror or error}", hint=hint) from error
