"""Files appear whole or not at all, under the name and with the permissions they had."""

import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from pathlib import Path
from threading import Lock
from typing import BinaryIO

import pytest

from qa_toolkit.errors import StorageError
from qa_toolkit.files import distinct_names, replacing, secret_key


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


def key_in(path: Path) -> bytes:
    return secret_key(path, alone=nullcontext(), hint="remove it")


def test_a_key_is_made_once_and_is_its_owners_alone(tmp_path: Path) -> None:
    key = key_in(tmp_path / "a.key")
    assert (len(key), key_in(tmp_path / "a.key")) == (32, key)
    if os.name != "nt":  # has other permissions
        assert (tmp_path / "a.key").stat().st_mode & 0o777 == 0o600


def test_of_those_who_make_a_key_at_once_all_have_the_same(tmp_path: Path) -> None:
    alone = Lock()

    def ask(_number: int) -> bytes:
        return secret_key(tmp_path / "a.key", alone=alone, hint="")

    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(ask, range(16)))) == 1
    assert [one.name for one in tmp_path.iterdir()] == ["a.key"]


@pytest.mark.parametrize("content", ["", "abcd", "no key", "é" * 64])
def test_a_key_that_is_none_is_told_with_the_remedy(tmp_path: Path, content: str) -> None:
    (tmp_path / "a.key").write_text(content, encoding="utf-8")
    with pytest.raises(StorageError, match="does not hold a key") as told:
        key_in(tmp_path / "a.key")
    assert told.value.hint == "remove it"


@pytest.mark.parametrize(("in_the_way", "said"), [("a.key", "read"), (".a.key.part", "write")])
def test_a_folder_in_the_way_of_a_key_is_told(tmp_path: Path, in_the_way: str, said: str) -> None:
    (tmp_path / in_the_way).mkdir()
    with pytest.raises(StorageError, match=f"cannot {said} .*a\\.key"):
        key_in(tmp_path / "a.key")


def test_names_that_two_would_share_get_digits_and_so_does_an_empty_one() -> None:
    names = distinct_names(["Dana!", "dana?", "kim", "?"], lambda text: text.strip("!?"))
    assert names["kim"] == "kim"
    assert [name[:-8] for name in names.values() if name != "kim"] == ["Dana-", "dana-", ""]
    assert len({name.casefold() for name in names.values()}) == 4
