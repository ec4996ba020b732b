"""The bytes of a file → its text, or the one problem that keeps it from being text."""

from pathlib import Path
from stat import S_ISDIR, S_ISREG

from qa_toolkit.domain.problem import Problem
from qa_toolkit.strict_yaml.reader import MAX_BYTES

_SAVE = "save it as UTF-8"
_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
"""Byte order marks; the longer ones first, since they begin with the shorter."""


def read_file(path: Path) -> bytes:
    """The bytes of a file, at most one more than a rubric may have: more need not be read.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb") as file:
        return file.read(MAX_BYTES + 1)


def read_regular(path: Path) -> bytes:
    """The same of a file that another file names: no pipe or device, which might never end.

    Raises:
        OSError: it cannot be read, or is no regular file.
    """
    mode = path.stat().st_mode
    if not S_ISREG(mode) and not S_ISDIR(mode):  # to open a folder tells that it is one
        raise OSError("it is no regular file")
    return read_file(path)


def decoded(data: bytes, source: str, kind: str = "rubric") -> str | Problem:
    r"""The text of UTF-8, with or without a byte order mark, with `\n` at the end of lines."""
    if len(data) > MAX_BYTES:
        message = f"larger than {MAX_BYTES:,} bytes, not a {kind}"
        return Problem(source=source, message=message, line=1, column=1, code="R001")
    if (encoding := _other_encoding(data)) is not None:
        message = f"the file is {encoding}, not UTF-8"
        return Problem(source=source, message=message, hint=_SAVE, line=1, column=1, code="R001")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _no_utf_8(error, source)
    return _lines(text)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _other_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32, by its mark, or by the NULs beside the first signs."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name
    nuls = data[:4].count(0)
    return {2: "UTF-16", 3: "UTF-32"}.get(nuls) if len(data) >= 4 else None


def _no_utf_8(error: UnicodeDecodeError, source: str) -> Problem:
    before = _lines(error.object[: error.start].decode("utf-8"))
    byte = error.object[error.start]
    sign = bytes([byte]).decode("cp1252", errors="replace")
    meant = f", perhaps '{sign}' of Latin-1" if sign.isprintable() and sign != "\ufffd" else ""
    return Problem(
        source=source,
        message=f"the byte 0x{byte:02X} is not UTF-8{meant}",
        hint=_SAVE,
        line=before.count("\n") + 1,
        column=len(before) - before.rfind("\n"),
        code="R001",
    )
