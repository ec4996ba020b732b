"""Text files in the encodings that exports come in."""

import codecs
from pathlib import Path
from typing import TextIO

from qa_toolkit.domain.problem import Problem

_PIECE = 1 << 20
_BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_FALLBACK = "cp1252"


def open_text(path: Path) -> TextIO:
    """The file, opened as what it is: UTF-8, UTF-16 with a byte order mark, else Windows-1252.

    Line breaks are left as they are, as the csv module wants it.

    Raises:
        OSError: the file cannot be read.
    """
    return path.open(encoding=_encoding_of(path), errors="replace", newline="")


def encoding_problem(encoding: str, source: str) -> Problem | None:
    """A warning where the encoding was only assumed."""
    if encoding != _FALLBACK:
        return None
    return Problem(
        source=source,
        message="not UTF-8, read as Windows-1252: accented letters may be wrong",
        hint="save it as UTF-8",
        severity="warning",
    )


def _encoding_of(path: Path) -> str:
    decode = codecs.getincrementaldecoder("utf-8")().decode
    with path.open("rb") as file:
        piece = file.read(_PIECE)
        for bom, encoding in _BOMS.items():
            if piece.startswith(bom):
                return encoding
        try:
            while piece:
                decode(piece)
                piece = file.read(_PIECE)
            decode(b"", final=True)
        except UnicodeDecodeError:
            return _FALLBACK
    return "utf-8"
