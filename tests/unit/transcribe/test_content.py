"""The bytes of recordings: how they are opened, and files that change under the reader."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import blake2b
from pathlib import Path

import pytest
from sounds import encode, tone

from qa_toolkit.errors import Unusable
from qa_toolkit.transcribe.audio import read_pieces
from qa_toolkit.transcribe.content import check_unchanged


def append(path: Path) -> None:
    with path.open("ab") as file:
        file.write(bytes(1_000))


def shorten(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 3)


def rewrite(path: Path) -> None:
    path.write_bytes(path.read_bytes()[::-1])


@pytest.mark.parametrize("change", [append, shorten, rewrite])
@pytest.mark.parametrize("name", ["call.wav", "call.mp3"])
def test_a_recording_that_changes_while_it_is_read_is_not_taken_as_whole(
    tmp_path: Path, name: str, change: Callable[[Path], None]
) -> None:
    codec = {"call.wav": "pcm_s16le", "call.mp3": "libmp3lame"}[name]
    path = encode(tmp_path / name, codec, tone(90.0))
    pieces = read_pieces(path)
    next(pieces)
    change(path)
    with pytest.raises(Unusable, match="changed while it was read"):
        list(pieces)


def test_a_recording_deleted_while_it_is_read_is_read_to_its_end(tmp_path: Path) -> None:
    path = encode(tmp_path / "call.wav", "pcm_s16le", tone(30.0))
    pieces = read_pieces(path)
    next(pieces)
    path.unlink()
    assert len(list(pieces)) == 2


def test_a_missing_file_is_unusable(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="cannot be opened: No such file"):
        next(read_pieces(tmp_path / "gone.wav"))


def test_a_folder_named_like_a_recording_is_unusable(tmp_path: Path) -> None:
    (tmp_path / "call.wav").mkdir()
    with pytest.raises(Unusable, match="Is a directory"):
        next(read_pieces(tmp_path / "call.wav"))


def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "call.wav")
    with pytest.raises(Unusable, match="a pipe or a device"):
        next(read_pieces(tmp_path / "call.wav"))


def test_a_device_is_never_read(tmp_path: Path) -> None:
    (tmp_path / "call.wav").symlink_to("/dev/zero")
    with pytest.raises(Unusable, match="a pipe or a device"):
        next(read_pieces(tmp_path / "call.wav"))


def test_a_name_that_no_file_can_have_is_unusable() -> None:
    with pytest.raises(Unusable, match="cannot be opened"):
        next(read_pieces(Path("a\0b.wav")))


@contextmanager
def nobody() -> Iterator[None]:
    """Tests may run as root, who may read everything."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65_534)
    try:
        yield
    finally:
        os.seteuid(before)


def test_a_recording_that_may_not_be_read_is_unusable(tmp_path: Path) -> None:
    path = encode(tmp_path / "call.wav", "pcm_s16le", tone(1.0))
    list(read_pieces(path))  # loads what nobody may not load
    path.chmod(0)
    with nobody(), pytest.raises(Unusable, match="Permission denied"):
        list(read_pieces(path))


def test_the_bytes_are_compared_with_the_imported_ones(tmp_path: Path) -> None:
    path = tmp_path / "call.wav"
    path.write_bytes(b"sound")
    known = blake2b(b"sound", digest_size=16).hexdigest()
    check_unchanged(path, known)
    path.write_bytes(b"other")
    with pytest.raises(Unusable, match="changed since it was imported"):
        check_unchanged(path, known)


def test_a_pipe_is_not_compared_with_anything(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "call.wav")
    with pytest.raises(Unusable, match="a pipe or a device"):
        check_unchanged(tmp_path / "call.wav", "")
