"""What a file is, told from its bytes."""

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from qa_toolkit.shops.attachments.file_types import KNOWN, TEXT, FileType

BLOCK = 1 << 20
HEAD = 64 * 1024
"""Bytes from the beginning that tell what a file is."""

_OTHERS = (
    (rb"MZ", "a program for Windows"),
    (rb"\x7fELF", "a program for Linux"),
    (rb"[\xfe\xcf\xce]\xfa\xed[\xfe\xce\xcf]|\xfe\xed\xfa[\xce\xcf]", "a program for macOS"),
    (rb"\xca\xfe\xba\xbe", "a program"),
    (rb"#!", "a script"),
    (rb"PK(?:\x03\x04|\x05\x06|\x07\x08)", "an archive or an Office document"),
    (rb"Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x1f\x8b|BZh|\xfd7zXZ\0", "an archive"),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document or an installer"),
    (rb"\x4c\0\0\0\x01\x14\x02\0", "a shortcut of Windows"),
    (rb"(?i)(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|script|svg|\?xml|\?php)", "a web page"),
)
_NAMED = tuple((re.compile(opening), title) for opening, title in _OTHERS)
_SURE = 0.4
"""Four bytes of a signature and more, as `puremagic` counts."""
# tab, line feed, form feed and carriage return are text; other control characters are none
_NO_TEXT = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def type_of(file: BinaryIO) -> FileType | None:
    """The type of an open file that may be kept; None where it is none of them.

    Only the beginning is read for types with a signature; a text is read to its end, in blocks.
    """
    head = head_of(file)
    for known in KNOWN:
        if known.opening and known.opening.match(head):
            return known
    if any(opening.match(head) for opening, _ in _NAMED):
        return None
    return TEXT if _is_text(file) else None


def called(file: BinaryIO) -> str:
    """What else a file is, in words for people; empty where nobody knows."""
    head = head_of(file)
    for opening, title in _NAMED:
        if opening.match(head):
            return title
    return _from_library(head)


def head_of(file: BinaryIO) -> bytes:
    """The beginning of a file."""
    file.seek(0)
    return file.read(HEAD)


def blocks_of(file: BinaryIO) -> Iterator[bytes]:
    """A file from its beginning, a block at a time."""
    file.seek(0)
    while block := file.read(BLOCK):
        yield block


def _is_text(file: BinaryIO) -> bool:
    """Whether it is UTF-8, or UTF-16 that says so, without control characters."""
    wide = head_of(file)[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    decoder = codecs.getincrementaldecoder("utf-16" if wide else "utf-8-sig")()
    try:
        if any(_NO_TEXT.search(decoder.decode(block)) for block in blocks_of(file)):
            return False
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _from_library(head: bytes) -> str:
    """The surest of what `puremagic` takes it for."""
    import puremagic

    try:
        found = puremagic.magic_string(head)
    except (puremagic.PureError, ValueError):
        return ""
    named = (one.name or one.extension.lstrip(".") for one in found if one.confidence >= _SURE)
    name = next(filter(None, named), "")
    return f"something else ({name})" if name else ""
