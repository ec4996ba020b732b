"""A workbook is opened: an archive of parts, looked at from outside before anything is unpacked.

What could be a trap is refused with a remedy: other formats under the name, passwords, macros,
archives that unpack to too much. Nothing in a workbook is ever executed, and no link is followed.
Formats: ECMA-376 part 2 (packages); APPNOTE 6.3 (ZIP); [MS-CFB] (the container of old and of
encrypted files).
"""

import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import FileIO
from pathlib import Path
from typing import IO, NoReturn

from qa_toolkit.errors import UsageError
from qa_toolkit.files import is_ordinary, without_waiting
from qa_toolkit.workbooks import limits

SAVE_AGAIN = "open it in Excel or LibreOffice, save it as .xlsx (Excel Workbook) and give that"
_WITHOUT_MACROS = "save it as .xlsx (Excel Workbook), which keeps no macros, and give that"
_UNPROTECT = (
    "take the password off: in Excel under File > Info > Protect Workbook > Encrypt with Password, "
    "in LibreOffice by File > Save As without 'Save with password'"
)
_ANEW = "fill in the workbook that was written for it"

_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_TYPES = "[content_types].xml"
_MACRO_PARTS = ("vbaproject.bin", "xl/macrosheets/", "xl/dialogsheets/")
_DRAWN_IN = (
    ("xl/externallinks/", "it refers to other files, which were not opened"),
    ("xl/connections.xml", "it fetches data from elsewhere, which was not done"),
    ("xl/embeddings/", "other documents are embedded in it, which were not opened"),
)
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    UnicodeError,  # in the names of parts
)
"""What the standard library raises where an archive is damaged."""


class Package:
    """The parts of an opened workbook, by name; names count without case, as the format has it."""

    def __init__(self, archive: zipfile.ZipFile, source: str) -> None:
        self.source = source
        self._archive = archive
        self._parts = {entry.filename.lower(): entry for entry in archive.infolist()}

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._parts

    def size(self, name: str) -> int:
        """Bytes of a part when it is unpacked."""
        return self._parts[name.lower()].file_size

    def open(self, name: str) -> IO[bytes]:
        """A part, unpacked while it is read; never more bytes than its entry declares."""
        return self._archive.open(self._parts[name.lower()])

    def remarks(self) -> tuple[str, ...]:
        """What the workbook draws in from elsewhere and what was left alone, in words."""
        return tuple(
            said for start, said in _DRAWN_IN if any(name.startswith(start) for name in self._parts)
        )


@contextmanager
def opened(path: Path) -> Iterator[Package]:
    """Open a workbook's archive after looking at it from outside.

    Raises:
        UsageError: it is missing, no workbook, damaged, protected, has macros, or is too large.
    """
    try:
        with FileIO(path, opener=without_waiting) as file:
            _check_file(file, str(path))
            with zipfile.ZipFile(file) as archive:
                _check_entries(archive.infolist(), str(path))
                package = Package(archive, str(path))
                if b"macroEnabled" in package.open(_TYPES).read(limits.MOST_PLAN):
                    raise _with_macros(str(path))
                yield package
    except FileNotFoundError as error:
        raise UsageError(f"{path}: there is no such file") from error
    except (IsADirectoryError, PermissionError) as error:
        said = f"{path}: it cannot be read: {error.strerror}"
        raise UsageError(said, hint="name a workbook that you may read") from error
    except DAMAGED as error:
        said = f"{path}: it cannot be read: {_reason(error)}"
        raise UsageError(said, hint=SAVE_AGAIN) from error


def _check_file(file: IO[bytes], source: str) -> None:
    """Whether it is an archive with an end and a table of contents that is not too long."""
    status = os.fstat(file.fileno())
    if not is_ordinary(status):
        raise UsageError(f"{source}: it is no ordinary file")
    if not status.st_size:
        raise UsageError(f"{source}: it is empty", hint=_ANEW)
    if status.st_size > limits.MOST_BYTES:
        size = f"{status.st_size / limits.MEGABYTE:,.0f} MB"
        raise UsageError(f"{source}: it has {size}, more than a workbook of ours", hint=_ANEW)
    head = file.read(4096)
    if not head.startswith(_ZIP):
        _refuse_other(head + file.read(limits.MOST_PLAN), source)
    _check_contents(file, status.st_size, source)
    file.seek(0)


def _refuse_other(data: bytes, source: str) -> NoReturn:
    """Say what it is instead of a workbook."""
    if data.startswith(_OLE):
        if _ENCRYPTED in data:
            raise UsageError(f"{source}: it is protected by a password", hint=_UNPROTECT)
        raise UsageError(f"{source}: it is in an old format such as .xls", hint=SAVE_AGAIN)
    if b"\0" not in data or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        said = f"{source}: it is a text file such as CSV, not a workbook"
        raise UsageError(said, hint="give the workbook itself, saved as .xlsx (Excel Workbook)")
    raise UsageError(f"{source}: it is not a workbook", hint=SAVE_AGAIN)


def _check_contents(file: IO[bytes], size: int, source: str) -> None:
    """Look at the archive's last record: the standard library reads all it announces at once."""
    tail_size = min(size, 22 + 65_535)
    file.seek(size - tail_size)
    tail = file.read(tail_size)
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < 22:
        raise UsageError(f"{source}: its end is missing: it was cut off", hint=SAVE_AGAIN)
    entries, length = struct.unpack_from("<HL", tail, at + 10)
    too_long = length > limits.MOST_ENTRIES * 200
    if (
        entries > limits.MOST_ENTRIES
        or too_long
        or tail[max(0, at - 20) :].startswith(b"PK\x06\x07")
    ):
        raise UsageError(f"{source}: it has more parts than a workbook of ours", hint=_ANEW)


def _check_entries(entries: list[zipfile.ZipInfo], source: str) -> None:
    names = [entry.filename.lower() for entry in entries]
    if any(entry.flag_bits & 1 for entry in entries):
        raise UsageError(f"{source}: it is protected by a password", hint=_UNPROTECT)
    if _TYPES not in names:
        what = (
            "an OpenDocument file (.ods)" if "mimetype" in names else "an archive, not a workbook"
        )
        raise UsageError(f"{source}: it is {what}", hint=SAVE_AGAIN)
    if "xl/workbook.bin" in names:
        raise UsageError(f"{source}: it is a binary workbook (.xlsb)", hint=SAVE_AGAIN)
    if any(part in name for name in names for part in _MACRO_PARTS):
        raise _with_macros(source)
    if any(entry.compress_type not in _PACKED for entry in entries):
        raise UsageError(f"{source}: it is packed as no workbook is", hint=SAVE_AGAIN)
    if len(set(names)) < len(names):
        raise UsageError(f"{source}: two of its parts have one name", hint=SAVE_AGAIN)
    _check_sizes(entries, source)


def _with_macros(source: str) -> UsageError:
    return UsageError(f"{source}: it contains macros; none was run", hint=_WITHOUT_MACROS)


def _check_sizes(entries: list[zipfile.ZipInfo], source: str) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    tight = (
        entry.file_size > limits.RATIO_FROM
        and entry.file_size > limits.MOST_RATIO * entry.compress_size
        for entry in entries
    )
    if unpacked > limits.MOST_UNPACKED or any(tight):
        size = f"{unpacked / limits.MEGABYTE:,.0f} MB"
        raise UsageError(
            f"{source}: it would unpack to {size}, as no workbook of ours does", hint=_ANEW
        )


def _reason(error: BaseException) -> str:
    if isinstance(error, OSError):
        return error.strerror or "it is damaged"
    return "it is damaged"
