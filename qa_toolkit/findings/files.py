"""Files of outputs and baselines: they appear whole or not at all."""

from pathlib import Path

from qa_toolkit.files import replacing
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
    hint = "free some space, or name a file in a folder that can be written"
    with replacing(path, hint=hint) as file:
        file.write(content)
