"""Files: written whole or not at all, and read as what they were when they were opened.

An interrupted write leaves what was there. A pipe is never waited for, and the content hash under
which a recording is imported is the one by which it is known again.
"""

import hashlib
import os
import secrets
import shutil
import stat
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from io import FileIO
from pathlib import Path
from typing import BinaryIO

from qa_toolkit.errors import StorageError

DIGEST_BYTES = 16
_KEY_BYTES = 32
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


def each_once(paths: Iterable[Path]) -> Iterator[Path]:
    """The paths in their order; of several that lead to one file, the first."""
    seen: set[str] = set()
    for path in paths:
        known = os.path.realpath(path)
        if known not in seen:
            seen.add(known)
            yield path


def distinct_names(ids: Iterable[str], name_of: Callable[[str], str]) -> dict[str, str]:
    """A file name without suffix for each id, also different where case is not.

    What two ids would share, and an empty name, gets a few digits of a hash of the id.

    Args:
        ids: each once.
        name_of: what a file would be called for an id, safe on any system.
    """
    names = {known: name_of(known) for known in ids}
    taken = Counter(name.casefold() for name in names.values())
    return {
        known: name
        if name and taken[name.casefold()] == 1
        else "-".join(filter(None, (name, _digits(known))))
        for known, name in names.items()
    }


def _digits(text: str) -> str:
    return hashlib.blake2b(text.encode("utf-8", "backslashreplace"), digest_size=4).hexdigest()


def secret_key(path: Path, *, alone: AbstractContextManager[object], hint: str) -> bytes:
    """The key of 256 bits that a file holds in hex; made where there is none.

    It stands there whole or not at all, for its owner alone.

    Args:
        path: the file.
        alone: keeps everybody else from making it meanwhile; entered only where there is none.
        hint: what to do where the file holds something else.

    Raises:
        StorageError: it cannot be read or written, or holds no key.
    """
    if not path.exists():
        with alone:
            if not path.exists():
                _make_key(path)
    try:
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except OSError as error:
        raise StorageError(f"cannot read {path}: {error.strerror}") from error
    except ValueError:
        key = b""
    if len(key) != _KEY_BYTES:
        raise StorageError(f"{path} does not hold a key", hint=hint)
    return key


def _make_key(path: Path) -> None:
    unfinished = path.with_name(f".{path.name}.part")
    try:
        file = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(file, "w", encoding="ascii") as opened:
            opened.write(f"{secrets.token_bytes(_KEY_BYTES).hex()}\n")
        unfinished.replace(path)
    except OSError as error:
        raise StorageError(f"cannot write {path}: {error.strerror or error}") from error
