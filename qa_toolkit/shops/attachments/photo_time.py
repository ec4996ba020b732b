"""When a photo was taken, as its camera says in the EXIF data. The picture itself is not decoded."""

import logging
import re
import struct
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import BinaryIO

from qa_toolkit.shops.attachments.file_types import PICTURES, FileType

# Exif 3.0, table 8: when the picture was made, and since version 2.31 by which clock
_TAKEN = (
    ("EXIF DateTimeOriginal", "EXIF OffsetTimeOriginal"),
    ("EXIF DateTimeDigitized", "EXIF OffsetTimeDigitized"),
)
_MOMENT = re.compile(r"(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)")
_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")
_BROKEN = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RuntimeError,
    MemoryError,
    EOFError,
    struct.error,
)
"""What the library raises where EXIF data are damaged."""


def taken_at(file: BinaryIO, is_a: FileType) -> datetime | None:
    """The moment a photo names, without time zone where it names none; None where it has none.

    Damaged data are as good as none: a photo is proof with or without its time.
    """
    if is_a not in PICTURES:
        return None
    tags = _tags(file)
    for taken, offset in _TAKEN:
        moment = _moment(tags.get(taken), tags.get(offset))
        if moment is not None:
            return moment
    return None


def _moment(taken: object, offset: object) -> datetime | None:
    found = _MOMENT.match(str(taken or ""))
    if found is None:
        return None
    year, month, day, hour, minute, second = map(int, found.groups())
    try:
        moment = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 a camera's own clock
        zone = _zone(str(offset or ""))
        return moment if zone is None else moment.replace(tzinfo=zone)
    except ValueError:
        return None


def _zone(offset: str) -> timezone | None:
    found = _OFFSET.match(offset.strip())
    if found is None:
        return None
    ahead = timedelta(hours=int(found[2]), minutes=int(found[3]))
    return timezone(-ahead if found[1] == "-" else ahead)


def _tags(file: BinaryIO) -> Mapping[str, object]:
    import exifread
    from exifread.core.exceptions import ExifError

    logging.getLogger("exifread").setLevel(logging.CRITICAL)  # a photo without EXIF is no warning
    try:
        return exifread.process_file(file, details=False, extract_thumbnail=False)
    except (ExifError, *_BROKEN):
        return {}
