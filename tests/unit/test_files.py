"""Files appear whole or not at all, under the name and with the permissions they had."""

from pathlib import Path
from typing import BinaryIO

import pytest

from qa_toolkit.errors import StorageError
from qa_toolkit.files import replacing


def test_what_breaks_off_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("before")
    with pytest.raises(ValueError, match="halfway"), replacing(path, hint="") as file:
        _write_half(file)
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("a.txt", "before")]


def _write_half(file: BinaryIO) -> None:
    file.write(b"aft")
    raise ValueError("halfway")


def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    (tmp_path / "real.txt").touch(mode=0o600)
    (tmp_path / "link.txt").symlink_to("real.txt")
    with replacing(tmp_path / "link.txt", hint="") as file:
        file.write(b"after")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"after"
    assert (tmp_path / "real.txt").stat().st_mode & 0o777 == 0o600


def test_a_folder_in_the_way_is_told_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as told, replacing(tmp_path, hint="name a file"):
        pass
    assert told.value.hint == "name a file"
