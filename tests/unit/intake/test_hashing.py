"""Hashes of recordings."""

import hashlib
import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from qa_toolkit.errors import Unusable
from qa_toolkit.intake.hashing import hash_of_file


def test_the_hash_is_that_of_the_bytes(tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    path.write_bytes(b"sound")
    assert hash_of_file(path) == hashlib.blake2b(b"sound", digest_size=16).hexdigest()


def test_a_recording_that_grows_while_it_is_hashed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is still being written or copied."""
    path = tmp_path / "call.wav"
    path.write_bytes(b"sound")

    def slow(file: object, digest: Callable[[], hashlib.blake2b]) -> hashlib.blake2b:
        with path.open("ab") as writer:
            writer.write(b" and more")
        return digest()

    monkeypatch.setattr(hashlib, "file_digest", slow)
    with pytest.raises(Unusable, match="still being written"):
        hash_of_file(path)


def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "call.wav")
    told: list[OSError] = []

    def hash_it() -> None:
        try:
            hash_of_file(tmp_path / "call.wav")
        except OSError as error:
            told.append(error)

    worker = threading.Thread(target=hash_it, daemon=True)
    worker.start()
    worker.join(timeout=5)
    assert [error.strerror for error in told] == ["a pipe or a device, not a file"]
