"""Content hashes: the same content gives the same hash, wherever it was found."""

import errno
import hashlib
import os
from collections.abc import Iterator
from datetime import datetime
from io import FileIO
from pathlib import Path

from qa_toolkit.domain.transcript import Transcript, Turn
from qa_toolkit.errors import Unusable
from qa_toolkit.files import (
    UNFINISHED,
    content_digest,
    is_changed,
    is_ordinary,
    without_waiting,
)


def hash_of_file(path: Path) -> str:
    """BLAKE2b (16 bytes, hex) of a file, read in pieces.

    Raises:
        OSError: the file cannot be read, or is a pipe or a device, which is never waited for.
        Unusable: it was written to while it was read, so it is not whole yet.
    """
    with FileIO(path, opener=without_waiting) as file:
        before = os.fstat(file.fileno())
        if not is_ordinary(before):
            raise OSError(errno.EINVAL, "a pipe or a device, not a file")
        digest = hashlib.file_digest(file, content_digest).hexdigest()
        changed = is_changed(file, before)
    if changed:
        raise Unusable(
            "changed while it was read: it is still being written or copied",
            hint=UNFINISHED,
        )
    return digest


def hash_of_chat(transcript: Transcript, first_at: datetime | None) -> str:
    """BLAKE2b (16 bytes, hex) of all that scoring sees of a contact whose words were imported.

    The hashed UTF-8 text is, with RS for the character 0x1e, US for 0x1f and nothing for a value
    that is not known: the moment of the first message (ISO 8601, UTC), language, duration_s,
    log_probability, doubt, engine, model and options joined by US; then for each turn RS and
    speaker, text, start_s, end_s and confidence joined by US. A turn of which more is known goes
    on with GS (0x1d), party and loudness_db, then GS and text, start_s, end_s and probability for
    each word; a contact of which more is known ends with FS (0x1c), role_confidence and remarks,
    then FS and kind, channel, start_s and end_s for each sound, all joined by US. Texts hold no
    control characters but newlines and tabs, so no two contacts give the same hashed text.
    """
    origin = transcript.origin
    parts = [
        first_at.isoformat() if first_at else "",
        f"\x1f{transcript.language}\x1f{_number(transcript.duration_s)}",
        f"\x1f{_number(transcript.log_probability)}\x1f{transcript.doubt}",
        f"\x1f{origin.engine}\x1f{origin.model}\x1f{origin.options}",
    ]
    for turn in transcript.turns:
        times = f"{_number(turn.start_s)}\x1f{_number(turn.end_s)}\x1f{_number(turn.confidence)}"
        parts.append(f"\x1e{turn.speaker}\x1f{turn.text}\x1f{times}")
        if turn.words or turn.party or turn.loudness_db is not None:
            parts += _spoken(turn)
    if transcript.audio or transcript.remarks or transcript.role_confidence is not None:
        parts += _heard(transcript)
    digest = content_digest()
    digest.update("".join(parts).encode())
    return digest.hexdigest()


def _spoken(turn: Turn) -> Iterator[str]:
    yield f"\x1d{turn.party}\x1f{_number(turn.loudness_db)}"
    for word in turn.words:
        times = f"{_number(word.start_s)}\x1f{_number(word.end_s)}"
        yield f"\x1d{word.text}\x1f{times}\x1f{_number(word.probability)}"


def _heard(transcript: Transcript) -> Iterator[str]:
    yield "\x1f".join((f"\x1c{_number(transcript.role_confidence)}", *transcript.remarks))
    for sound in transcript.audio.sounds if transcript.audio else ():
        times = f"{_number(sound.start_s)}\x1f{_number(sound.end_s)}"
        yield f"\x1c{sound.kind}\x1f{sound.channel}\x1f{times}"


def _number(value: float | None) -> str:
    return "" if value is None else repr(value)
