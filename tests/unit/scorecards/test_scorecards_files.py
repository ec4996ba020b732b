"""Files appear whole or not at all."""

import os
from pathlib import Path
from typing import BinaryIO

import pytest

from qa_toolkit.errors import StorageError
from qa_toolkit.scorecards.files import write_text, write_whole


def test_a_failure_leaves_the_old_file_and_no_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")

    def full_disk(file: BinaryIO) -> None:
        file.write(b"half")
        raise OSError(28, "No space left on device")

    with pytest.raises(StorageError, match=r"a\.json: No space left on device"):
        write_whole(path, full_disk)
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["a.json"]  # noqa: PTH208 - hidden files count


def test_an_interruption_leaves_no_rest_either(tmp_path: Path) -> None:
    def interrupted(file: BinaryIO) -> None:
        file.write(b"half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a.json", interrupted)
    assert list(tmp_path.iterdir()) == []


def test_folders_are_made(tmp_path: Path) -> None:
    assert write_text(tmp_path / "new" / "a.txt", "x").read_text() == "x"


def test_a_file_where_a_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(StorageError) as caught:
        write_text(tmp_path / "taken" / "a.txt", "x")
    assert "another folder" in caught.value.hint


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
def test_others_may_read_an_export_as_any_new_file(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()
    made = write_text(tmp_path / "a.txt", "x")
    assert made.stat().st_mode == plain.stat().st_mode
