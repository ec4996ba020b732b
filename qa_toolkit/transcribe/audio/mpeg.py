"""Whether a file really is MPEG audio or an AAC stream, which have no header to know them by.

FFmpeg takes two or three frames that look right for proof, and noise has those. Here one frame
must lead to the next several times over. Frame headers: ISO/IEC 11172-3 §2.4.2.3, 13818-3 §2.4.2.3
and 13818-7 §6.2 (ADTS).
"""

from io import FileIO

_SEARCHED = 64 * 1024
"""How far into a file, after its tags, the first frame is looked for, in bytes."""
_IN_A_ROW = 4
_KBIT_S = {
    (1, 1): (32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448),
    (1, 2): (32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (1, 3): (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (2, 1): (32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (2, 2): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    (2, 3): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
"""Bit rates by version (2 stands for 2.5 too) and layer."""
_HERTZ = {3: (44_100, 48_000, 32_000), 2: (22_050, 24_000, 16_000), 0: (11_025, 12_000, 8_000)}
"""Sample rates by the version bits: 3 is version 1, 2 is version 2, 0 is version 2.5."""


def first_frame(file: FileIO) -> bytes:
    """The first frame that is followed by others, empty where there is none.

    Args:
        file: is left where it stands, for whoever else reads it.
    """
    position = file.tell()
    data = _after_tags(file)
    file.seek(position)
    at = data.find(0xFF)
    while at >= 0:
        if _leads_on(data, at):
            return data[at : at + _frame_length(data, at)]
        at = data.find(0xFF, at + 1)
    return b""


def counts_frames(frame: bytes) -> bool:
    """Whether a first frame says how many there are: a Xing, Info or VBRI header."""
    return any(mark in frame[:64] for mark in (b"Xing", b"Info", b"VBRI"))


def _after_tags(file: FileIO) -> bytes:
    """The start of the sound: what follows the ID3v2 tags, which may hold pictures."""
    start = 0
    while True:
        file.seek(start)
        data = file.read(_SEARCHED)
        if data[:3] != b"ID3" or len(data) < 10:
            return data
        size = 0
        for byte in data[6:10]:  # seven bits of each count
            size = size << 7 | byte & 0x7F
        start += 10 + size


def _leads_on(data: bytes, at: int) -> bool:
    for count in range(_IN_A_ROW):
        length = _frame_length(data, at)
        if not length:
            return count > 1 and at >= len(data) - 4  # a short file: all of it are frames
        at += length
    return True


def _frame_length(data: bytes, at: int) -> int:
    """Length in bytes of the frame whose header stands at a place, 0 where none does."""
    header = data[at : at + 6]
    if len(header) < 6 or header[0] != 0xFF or header[1] < 0xE0:
        return 0
    layer = 4 - (header[1] >> 1 & 3)
    if layer == 4:  # AAC
        length = (header[3] & 3) << 11 | header[4] << 3 | header[5] >> 5
        return length if header[1] >= 0xF0 and length > 7 else 0
    version, rate, speed = header[1] >> 3 & 3, header[2] >> 4, header[2] >> 2 & 3
    if version not in _HERTZ or rate in (0, 15) or speed == 3:
        return 0
    bits_s = 1000 * _KBIT_S[1 if version == 3 else 2, layer][rate - 1]
    hertz, padding = _HERTZ[version][speed], header[2] >> 1 & 1
    if layer == 1:
        return (12 * bits_s // hertz + padding) * 4
    half = layer == 3 and version != 3
    return (72 if half else 144) * bits_s // hertz + padding
