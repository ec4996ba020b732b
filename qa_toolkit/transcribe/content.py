"""Whether a recording is still the one that was imported."""

import hashlib
from pathlib import Path

from qa_toolkit.errors import Unusable

DIGEST_BYTES = 16


def check_unchanged(path: Path, content_hash: str) -> None:
    """Compare the bytes of a recording with the hash it was imported under.

    A result filed under the old hash would tell of sound that is no longer there, and the cache
    would give it out again to whoever has the old recording.

    Args:
        path: the recording.
        content_hash: BLAKE2b (16 bytes, hex) of its bytes, as intake computes it.

    Raises:
        Unusable: the recording is gone, cannot be read, or has other bytes.
    """
    try:
        with path.open("rb") as file:
            now = hashlib.file_digest(file, _digest).hexdigest()
    except OSError as error:
        raise Unusable(f"the file cannot be opened: {error.strerror or error}") from error
    if now != content_hash:
        raise Unusable("changed since it was imported", hint="qa import again")


def _digest() -> hashlib.blake2b:
    return hashlib.blake2b(digest_size=DIGEST_BYTES)
