"""Secret links: nobody can guess one, and each opens one shop."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from shop_served import SHOP, project_with_shop

from qa_toolkit.web.desk import ProjectDesk
from qa_toolkit.web.links import (
    KEY_FILE,
    is_seal,
    is_token,
    page_key,
    path_of,
    seal_of,
    token_of,
)
from qa_toolkit.web.replies import Site

KEY = b"k" * 32


def test_a_token_opens_its_own_shop_only() -> None:
    token = token_of(KEY, "autumn-1", "maya")
    assert is_token(KEY, "autumn-1", "maya", token)
    assert not is_token(KEY, "autumn-2", "maya", token)


def test_a_token_is_of_no_use_once_the_shop_is_somebody_elses() -> None:
    assert not is_token(KEY, "autumn-1", "tom", token_of(KEY, "autumn-1", "maya"))


@pytest.mark.parametrize("token", ["", "x", "é", "\ud800", token_of(b"o" * 32, "autumn-1", "maya")])
def test_a_wrong_token_opens_nothing(token: str) -> None:
    assert not is_token(KEY, "autumn-1", "maya", token)


def test_a_token_holds_160_bits() -> None:
    assert len(token_of(KEY, "autumn-1", "maya")) * 6 >= 160


def test_a_link_says_where_a_shop_is_whatever_its_id() -> None:
    assert path_of(KEY, "a/b c", "maya").startswith("/s/a%2Fb%20c/")


@pytest.mark.parametrize("shop", [SHOP, "autumn-2"], ids=["known", "unknown"])
def test_a_wrong_link_opens_no_shop_to_look_whether_there_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shop: str
) -> None:
    """Reading one takes time, which would tell which shops there are."""
    opened: list[str] = []
    monkeypatch.setattr(ProjectDesk, "find", lambda _desk, name: opened.append(name))
    with project_with_shop(tmp_path / "project") as project:
        site = Site(desk=ProjectDesk(project=project), key=KEY)
        assert site.find(shop, token_of(b"o" * 32, shop, "maya")) is None
        assert site.find(shop, token_of(KEY, shop, "")) is None
    assert opened == []


def test_a_seal_is_of_these_facts_in_this_order() -> None:
    seal = seal_of(KEY, "autumn-1", "ab", "c")
    assert is_seal(KEY, seal, "autumn-1", "ab", "c")
    assert not is_seal(KEY, seal, "autumn-1", "a", "bc")
    assert not is_seal(KEY, seal, "autumn-2", "ab", "c")


@pytest.mark.skipif(os.name == "nt", reason="has other permissions")
def test_the_key_is_its_owners_alone(tmp_path: Path) -> None:
    with project_with_shop(tmp_path / "project") as project:
        page_key(project)
        assert (project.folder / KEY_FILE).stat().st_mode & 0o777 == 0o600


def test_of_two_who_make_the_key_at_once_both_have_the_same(tmp_path: Path) -> None:
    with project_with_shop(tmp_path / "project") as project:
        with ThreadPoolExecutor(8) as pool:
            keys = set(pool.map(page_key, [project] * 16))
        assert len(keys) == 1
        assert list(project.folder.glob("*.part")) == []
