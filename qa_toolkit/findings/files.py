"""Files of outputs and baselines: they appear whole or not at all."""

import os
from pathlib import Path

from qa_toolkit.errors import StorageError
from qa_toolkit.findings.texts import whole


def write_text(path: Path, text: str) -> None:
    """Write a file as UTF-8 in one step; folders that are missing are made.

    Raises:
        StorageError: the disk is full, or the file or its folder cannot be written.
    """
    write_bytes(path, whole(text).encode())


def write_bytes(path: Path, content: bytes) -> None:
    """The same for what is no text, such as a workbook.

    Raises:
        StorageError: the disk is full, or the file or its folder cannot be written.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            # a pipe or a device is written to as it is; a folder refuses
            target.write_bytes(content)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            unfinished.write_bytes(content)
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise StorageError(
            f"cannot write {path}: {error.strerror or error}",
            hint="free some space, or name a file in a folder that can be written",
        ) from error
