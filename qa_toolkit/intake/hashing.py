"""Content hashes: the same content gives the same hash, wherever it was found."""

import hashlib
from datetime import datetime
from pathlib import Path

from qa_toolkit.domain.transcript import Transcript

DIGEST_BYTES = 16


def hash_of_file(path: Path) -> str:
    """BLAKE2b (16 bytes, hex) of a file, read in pieces.

    Raises:
        OSError: the file cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, _digest).hexdigest()


def hash_of_chat(transcript: Transcript, first_at: datetime | None) -> str:
    """BLAKE2b (16 bytes, hex) of all that scoring sees of a contact whose words were imported.

    The hashed UTF-8 text is, with RS for the character 0x1e, US for 0x1f and nothing for a value
    that is not known: the moment of the first message (ISO 8601, UTC), language, duration_s,
    log_probability, doubt, engine, model and options joined by US; then for each turn RS and
    speaker, text, start_s, end_s and confidence joined by US. Texts hold no control characters
    but newlines and tabs, so no two contacts give the same hashed text.
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
    digest = _digest()
    digest.update("".join(parts).encode())
    return digest.hexdigest()


def _number(value: float | None) -> str:
    return "" if value is None else repr(value)


def _digest() -> hashlib.blake2b:
    return hashlib.blake2b(digest_size=DIGEST_BYTES)
