"""The files that shops may bring, and how each begins.

Signatures are those of the formats' own specifications: JPEG (ITU-T T.81), PNG (ISO/IEC 15948),
RIFF for WebP and WAV, ISO/IEC 14496-12 `ftyp` brands for HEIC and M4A, MPEG-1/2 layer III frames
and ID3v2, Ogg (RFC 3533), FLAC (RFC 9639), PDF (ISO 32000). Nothing is decoded.

Office documents are left out, since they are archives that may carry macros, and web pages, since
they may carry scripts: both print as PDF.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from qa_toolkit.domain.shop.scenario import EvidenceKind


@dataclass(frozen=True, slots=True, kw_only=True)
class FileType:
    """One type of file.

    Attributes:
        title: as people call it, with an article.
        suffixes: what its files are called; the first is the usual one.
        opening: the bytes a file begins with; None for text, which has no signature.
    """

    media_type: str
    title: str
    suffixes: tuple[str, ...]
    opening: re.Pattern[bytes] | None = None


def _begins(pattern: bytes) -> re.Pattern[bytes]:
    return re.compile(pattern, re.DOTALL)


_RATES = bytes(bits << 4 | sampling for bits in range(1, 15) for sampling in range(12))
"""Third bytes of a frame of MPEG audio: its bit rate and sampling rate are none of the forbidden."""
JPEG = FileType(
    media_type="image/jpeg",
    title="a JPEG picture",
    suffixes=(".jpg", ".jpeg", ".jpe", ".jfif"),
    opening=_begins(rb"\xff\xd8\xff"),
)
PNG = FileType(
    media_type="image/png",
    title="a PNG picture",
    suffixes=(".png",),
    opening=_begins(rb"\x89PNG\r\n\x1a\n"),
)
WEBP = FileType(
    media_type="image/webp",
    title="a WebP picture",
    suffixes=(".webp",),
    opening=_begins(rb"RIFF.{4}WEBP"),
)
HEIC = FileType(
    media_type="image/heic",
    title="an HEIC picture",
    suffixes=(".heic", ".heif"),
    opening=_begins(rb"\0\0.{2}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)"),
)
WAV = FileType(
    media_type="audio/wav",
    title="a WAV recording",
    suffixes=(".wav", ".wave"),
    opening=_begins(rb"RIFF.{4}WAVE"),
)
MP3 = FileType(
    media_type="audio/mpeg",
    title="an MP3 recording",
    suffixes=(".mp3",),
    # a tag, or a frame of layer III
    opening=_begins(rb"ID3[\x02-\x04]|\xff[\xe2\xe3\xf2\xf3\xfa\xfb][" + re.escape(_RATES) + rb"]"),
)
M4A = FileType(
    media_type="audio/mp4",
    title="an M4A recording",
    suffixes=(".m4a",),
    opening=_begins(rb"\0\0.{2}ftyp(?:M4[AB] |mp4[12]|iso[m2-6]|3gp[4-6])"),
)
OGG = FileType(
    media_type="audio/ogg",
    title="an Ogg recording",
    suffixes=(".ogg", ".oga", ".opus"),
    opening=_begins(rb"OggS\0"),
)
FLAC = FileType(
    media_type="audio/flac",
    title="a FLAC recording",
    suffixes=(".flac",),
    opening=_begins(rb"fLaC"),
)
PDF = FileType(
    media_type="application/pdf",
    title="a PDF",
    suffixes=(".pdf",),
    opening=_begins(rb"%PDF-[12]\.\d"),
)
TEXT = FileType(
    media_type="text/plain",
    title="a text",
    suffixes=(".txt", ".json", ".jsonl", ".csv"),
)

PICTURES = (JPEG, PNG, WEBP, HEIC)
RECORDINGS = (WAV, MP3, M4A, OGG, FLAC)
KNOWN = (*PICTURES, *RECORDINGS, PDF)
"""All that have a signature."""

ALLOWED: Mapping[EvidenceKind, tuple[FileType, ...]] = {
    "photo": PICTURES,
    "receipt": (*PICTURES, PDF),
    "recording": RECORDINGS,
    "chat": (TEXT, PDF, *PICTURES),  # many apps let a conversation out as a picture only
    "document": (PDF, TEXT, *PICTURES),
}
"""What each kind of evidence may be."""


def suffix_for(media_type: str) -> str:
    """The usual suffix of a type that is kept: `.jpg`; empty for any other."""
    known = (one for one in (*KNOWN, TEXT) if one.media_type == media_type)
    return next((one.suffixes[0] for one in known), "")
