"""What the first bytes of a file tell that FFmpeg does not."""

from io import FileIO

HEAD_BYTES = 64 * 1024
_MARKS = (b"RIFF", b"RF64", b"riff", b"FORM", b".snd", b"caff", b"fLaC", b"OggS", b"ID3", b"#!AMR")
_MATROSKA = b"\x1a\x45\xdf\xa3"
_ASF = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
_ASF_LOCKS = (
    bytes.fromhex("fbb3112223bdd211b4b700a0c955fc6e"),
    bytes.fromhex("14e68a292226174cb935dae07ee9289c"),
)
"""The Content Encryption Objects of ASF (specification 01.20.03, sections 3.14 and 3.15)."""
_MOOV_BYTES = 16 * 1024 * 1024
_GSM_FRAME = 33
_ENDLESS = 0x7FFF0000
"""Writers that do not know the length put the largest one they can, give or take a header."""

_IN_DS64 = 0xFFFFFFFF


def head_of(file: FileIO) -> bytes:
    """The first bytes of a file, which is left at its start."""
    file.seek(0)
    head = file.read(HEAD_BYTES)
    file.seek(0)
    return head


def has_mark(head: bytes) -> bool:
    """Whether a file opens with the mark of a container, so that it cannot be headerless."""
    return head.startswith((*_MARKS, _MATROSKA, _ASF)) or is_mpeg4(head)


def is_mpeg4(head: bytes) -> bool:
    """Whether a file opens with a box of MPEG-4 or QuickTime (ISO/IEC 14496-12 §4.2)."""
    return head[4:8] in (b"ftyp", b"moov", b"mdat", b"wide")


def is_gsm(head: bytes) -> bool:
    """Whether every frame of the first second opens with the format's mark, 0xD."""
    marks = head[: 50 * _GSM_FRAME : _GSM_FRAME]
    return all(mark >> 4 == 0xD for mark in marks)


def wav_promise(head: bytes, size: int) -> float | None:
    """How many times the sound that is there a WAV file promises in its `data` chunk (RIFF, 1991).

    RF64 keeps lengths that may be too long for that in a chunk `ds64` (EBU Tech 3306).

    Recorders write the header before the sound and come back to it at the end of the call.

    Args:
        head: the first bytes of the file.
        size: of the whole file, in bytes.

    Returns:
        1 for a whole file, more for one that breaks off; None where the header does not know,
        because the recorder still runs, was stopped, or wrote into a pipe.
    """
    at, long_length = 12, 0
    while at + 8 <= len(head):
        length = int.from_bytes(head[at + 4 : at + 8], "little")
        if head[at : at + 4] == b"ds64":
            long_length = int.from_bytes(head[at + 16 : at + 24], "little")
        if head[at : at + 4] == b"data":
            endless = _ENDLESS
            if length == _IN_DS64 and long_length:
                length, endless = long_length, 1 << 62
            there = size - at - 8
            unknown = there > 0 and (length == 0 or (length >= endless and there < length))
            return None if unknown else max(1.0, length / max(1, there))
        at += 8 + length + length % 2
    return 1.0


def is_locked(file: FileIO, head: bytes) -> bool:
    """Whether the sound is encrypted (DRM), as far as Windows Media and MPEG-4 files say so."""
    if head.startswith(_ASF):
        return any(lock in head for lock in _ASF_LOCKS)
    if is_mpeg4(head):
        index = _mpeg4_index(file)
        return b"sinf" in index and (b"enca" in index or b"drms" in index)
    return False


def _mpeg4_index(file: FileIO) -> bytes:
    """The `moov` box, which describes the tracks; empty where the file breaks off before it."""
    at = 0
    while True:
        if file.seek(at) != at:
            return b""
        box = file.read(16)
        length = int.from_bytes(box[:4], "big")
        if length == 1:  # the length did not fit
            length = int.from_bytes(box[8:16], "big")
        if len(box) < 16 or length < 8:
            return b""
        if box[4:8] == b"moov":
            file.seek(at)
            return file.read(min(length, _MOOV_BYTES))
        at += length
