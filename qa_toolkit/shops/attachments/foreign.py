"""What must not be inside a file that may be kept: a second file, or something that runs.

A polyglot is one file that two programs read as two things: a picture that is an archive as well.
Signatures of four bytes and less stand in any compressed picture by chance; looked for are longer
ones anywhere, and the directory of a ZIP archive only where archives have it, at the end.
"""

import re
from typing import BinaryIO

from qa_toolkit.shops.attachments.file_types import PDF, TEXT, FileType
from qa_toolkit.shops.attachments.recognise import blocks_of, head_of

_Patterns = tuple[tuple[bytes, str], ...]
_ANYWHERE: _Patterns = (
    (rb"(?i)<script[\s>/]", "a script"),
    (rb"(?i)<\?php\s", "a script"),
    (rb"Rar!\x1a\x07[\0\x01]", "an archive"),
    (rb"7z\xbc\xaf\x27\x1c\0", "an archive"),
    (rb"This program cannot be run in DOS mode", "a program"),
)
_IN_PDF: _Patterns = (
    (rb"/JavaScript\b", "a script"),
    (rb"/Launch\b", "an order to start a program"),
    (rb"/EmbeddedFile\b", "another file"),
    (rb"/RichMedia\b", "a film"),
)
_IN_TEXT: _Patterns = (
    (rb"(?i)<(?:html|svg|iframe|object|embed)[\s>]", "a web page"),
    (rb"(?i)\bjavascript:", "a script"),
)
_PDF_HEAD = 1024
"""Readers of PDF take one that begins within so many bytes."""
_ZIP_END = 65_557
"""Bytes from the end within which the directory of a ZIP archive ends: 22 and its comment."""
_OVERLAP = 64


def foreign(file: BinaryIO, is_a: FileType) -> str:
    """What a file of this type has inside that it must not have; empty where it has nothing."""
    looked_for = _ANYWHERE
    if is_a is PDF:
        looked_for += _IN_PDF
    elif is_a is TEXT:
        looked_for += _IN_TEXT
    if is_a is not PDF and b"%PDF-" in head_of(file)[:_PDF_HEAD] and is_a is not TEXT:
        return "a PDF"
    if is_a is not TEXT and _ends_as_zip(file):
        return "an archive"
    return _inside(file, looked_for)


def _inside(file: BinaryIO, looked_for: _Patterns) -> str:
    patterns = [(re.compile(pattern), title) for pattern, title in looked_for]
    before = b""
    for block in blocks_of(file):
        seen = before + block
        for pattern, title in patterns:
            if pattern.search(seen):
                return title
        before = seen[-_OVERLAP:]
    return ""


def _ends_as_zip(file: BinaryIO) -> bool:
    """Whether programs for archives would open it: a directory whose comment ends the file."""
    size = file.seek(0, 2)
    file.seek(max(0, size - _ZIP_END))
    tail = file.read()
    place = tail.rfind(b"PK\x05\x06")
    while place >= 0:
        comment = tail[place + 20 : place + 22]
        if len(comment) == 2 and place + 22 + int.from_bytes(comment, "little") <= len(tail):
            return True
        place = tail.rfind(b"PK\x05\x06", 0, place)
    return False
