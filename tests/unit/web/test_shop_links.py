"""Secret links: nobody can guess one, and each opens one shop."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from qa_toolkit.errors import StorageError
from qa_toolkit.web.links import (
    KEY_FILE,
    is_seal,
    is_token,
    page_key,
    path_of,
    seal_of,
    token_of,
)

KEY = b"k" * 32


def test_a_token_opens_its_own_shop_only() -> None:
    token = token_of(KEY, "autumn-1")
    assert is_token(KEY, "autumn-1", token)
    assert not is_token(KEY, "autumn-2", token)


@pytest.mark.parametrize("token", ["", "x", "é", "\ud800", token_of(b"o" * 32, "autumn-1")])
def test_a_wrong_token_opens_nothing(token: str) -> None:
    assert not is_token(KEY, "autumn-1", token)


def test_a_token_holds_160_bits() -> None:
    assert len(token_of(KEY, "autumn-1")) * 6 >= 160


def test_a_link_says_where_a_shop_is_whatever_its_id() -> None:
    assert path_of(KEY, "a/b c").startswith("/s/a%2Fb%20c/")


def test_a_seal_is_of_these_facts_in_this_order() -> None:
    seal = seal_of(KEY, "autumn-1", "ab", "c")
    assert is_seal(KEY, seal, "autumn-1", "ab", "c")
    assert not is_seal(KEY, seal, "autumn-1", "a", "bc")
    assert not is_seal(KEY, seal, "autumn-2", "ab", "c")


@pytest.mark.skipif(os.name == "nt", reason="has other permissions")
def test_the_key_is_its_owners_alone(tmp_path: Path) -> None:
    page_key(tmp_path)
    assert (tmp_path / KEY_FILE).stat().st_mode & 0o777 == 0o600


def test_of_two_who_make_the_key_at_once_both_have_the_same(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(page_key, [tmp_path] * 16))
    assert len(keys) == 1
    assert [one.name for one in tmp_path.iterdir()] == [KEY_FILE]


@pytest.mark.parametrize("content", ["", "abcd", "no key", "é" * 64])
def test_a_key_that_is_none_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / KEY_FILE).write_text(content, encoding="utf-8")
    with pytest.raises(StorageError, match="does not hold a key"):
        page_key(tmp_path)
