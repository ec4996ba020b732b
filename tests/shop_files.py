"""Small files that shoppers bring, made byte by byte: pictures, recordings, and what is none."""

import struct

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(40)
WEBP = b"RIFF\x40\0\0\0WEBPVP8 " + bytes(40)
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(40)
WAV = b"RIFF\x40\0\0\0WAVEfmt " + bytes(40)
MP3 = b"\xff\xfb\x90\x64" + bytes(100)
MP3_TAGGED = b"ID3\x04\0\0\0\0\0\0" + bytes(100)
M4A = b"\0\0\0\x1cftypM4A \0\0\0\0M4A mp42isom" + bytes(40)
OGG = b"OggS\0\x02" + bytes(22) + b"\x01\x13OpusHead" + bytes(40)
FLAC = b"fLaC\0\0\0\x22" + bytes(40)
PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
TEXT = b"Me: Hello\nNorth desk: Good morning\n"
ZIP = b"PK\x05\x06" + bytes(18)
"""An archive with nothing in it."""


def jpeg(taken: str = "", offset: str = "") -> bytes:
    """A JPEG file of no picture; `taken` as EXIF writes it: `2026:11:10 10:01:00`."""
    exif = _exif(taken, offset) if taken else b""
    segment = b"\xff\xe1" + struct.pack(">H", len(exif) + 8) + b"Exif\0\0" + exif if exif else b""
    quantisation = b"\xff\xdb\0\x43\0" + bytes(64)
    return b"\xff\xd8" + segment + quantisation + b"\xff\xd9"


def _exif(taken: str, offset: str) -> bytes:
    """A TIFF structure: one directory that points to the one of the camera."""
    texts = [(0x9003, taken)] + ([(0x9011, offset)] if offset else [])
    start = 8 + 2 + 12 + 4
    after = start + 2 + 12 * len(texts) + 4
    entries, values = b"", b""
    for tag, text in texts:
        value = text.encode() + b"\0"
        entries += struct.pack(">HHII", tag, 2, len(value), after + len(values))
        values += value
    first = struct.pack(">H", 1) + struct.pack(">HHII", 0x8769, 4, 1, start) + bytes(4)
    own = struct.pack(">H", len(texts)) + entries + bytes(4)
    return b"MM\0\x2a\0\0\0\x08" + first + own + values
