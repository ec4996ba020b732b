"""Files: written whole or not at all, and read as what they were when they were opened.

An interrupted write leaves what was there. A pipe is never waited for, and the content hash under
which a recording is imported is the one by which it is known again.
"""

import hashlib
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import BinaryIO

from qa_toolkit.errors import StorageError

DIGEST_BYTES = 16
UNFINISHED = "wait until it is complete, then: qa import again"
"""What to do about a file that changed while it was read."""


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


def without_waiting(path: str, flags: int) -> int:
    """Open for `open(…, opener=without_waiting)`: a pipe without a writer is not waited for."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def is_ordinary(status: os.stat_result) -> bool:
    """Whether it is a file with an end: no pipe and no device."""
    return stat.S_ISREG(status.st_mode)


def is_changed(file: FileIO, before: os.stat_result) -> bool:
    """Whether somebody wrote to an open file, made it longer or cut it since `before`."""
    now = os.fstat(file.fileno())
    return (now.st_size, now.st_mtime_ns) != (before.st_size, before.st_mtime_ns)


def content_digest() -> hashlib.blake2b:
    """BLAKE2b of 16 bytes, to be fed with content."""
    return hashlib.blake2b(digest_size=DIGEST_BYTES)
