"""The bytes of a recording: how they are opened, and whether they are still the imported ones."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path

from qa_toolkit.errors import Unusable
from qa_toolkit.files import (
    UNFINISHED,
    content_digest,
    is_changed,
    is_ordinary,
    without_waiting,
)

_HASHED_AT_ONCE = 1 << 20
CHANGED = "changed while it was read"


class Source(FileIO):
    """A file whose errors are remembered instead of raised.

    PyAV prints what a file raises while FFmpeg reads it, and FFmpeg takes it for the file's end.

    Attributes:
        error: the first error.
    """

    error: OSError | None = None

    def read(self, size: int | None = -1, /) -> bytes:
        try:
            return super().read(size) or b""
        except OSError as error:
            self.error = self.error or error
            return b""

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        """Move; a place that no file can have, as damaged headers name them, gives -1."""
        try:
            return super().seek(offset, whence)
        except (OSError, OverflowError):
            return -1


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """An ordinary file to read; a pipe or a device is never waited for.

    Raises:
        Unusable: it cannot be opened or read, is no ordinary file, is empty, or was written to
            before the block ended.
    """
    try:
        file = Source(path, opener=without_waiting)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = error.strerror if isinstance(error, OSError) else error
        raise Unusable(f"the file cannot be opened: {reason or error}") from error
    with file:
        before = os.fstat(file.fileno())
        if not is_ordinary(before):
            raise Unusable("a pipe or a device, not a file; not read")
        if before.st_size == 0:
            raise Unusable("the file is empty (0 bytes)", hint="copy or record it again")
        try:
            yield file
        except Unusable:
            if not file.error and not is_changed(file, before):
                raise
        if file.error:
            raise Unusable(f"the file cannot be read: {file.error.strerror}") from file.error
        if is_changed(file, before):
            raise Unusable(CHANGED, hint=UNFINISHED)


def check_unchanged(path: Path, content_hash: str) -> None:
    """Compare the bytes of a recording with the hash it was imported under.

    A result filed under the old hash would tell of sound that is no longer there, and the cache
    would give it out again to whoever has the old recording.

    Args:
        path: the recording.
        content_hash: BLAKE2b (16 bytes, hex) of its bytes, as intake computes it.

    Raises:
        Unusable: the recording is gone, cannot be read, or has other bytes.
    """
    digest = content_digest()
    with opened(path) as file:
        while data := file.read(_HASHED_AT_ONCE):
            digest.update(data)
    if digest.hexdigest() != content_hash:
        raise Unusable("changed since it was imported", hint="qa import again")
