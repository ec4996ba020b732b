"""What `docs/shop-forms.md` shows is what the forms take, and what they say."""

import re
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from shop_builders import log

from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.shops.forms import Read, read_log
from qa_toolkit.shops.forms.text_shape import LogFile
from qa_toolkit.workflow.shops.scenarios import usable_scenario

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "shop-forms.md").read_text(encoding="utf-8")


def block(language: str) -> str:
    (found,) = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return str(found)


@pytest.fixture(scope="module")
def form() -> ShopForm:
    return usable_scenario(ROOT / "examples/mystery/scenarios/lost_parcel.yaml").form


def read(path: Path, form: ShopForm) -> Read:
    start: ShopLog = log(shop="m-4hikxb6a", marks=(), observations=(), comments={})
    return read_log(path, form, start, day=date(2026, 11, 2), zone=ZoneInfo("Europe/Dublin"))


def test_the_example_is_read_without_a_mistake(tmp_path: Path, form: ShopForm) -> None:
    (tmp_path / "proof").mkdir()
    (tmp_path / "proof" / "call-list.jpg").write_bytes(b"x")
    (tmp_path / "log.yaml").write_text(block("yaml"), encoding="utf-8")
    found = read(tmp_path / "log.yaml", form)
    assert found.problems == ()
    assert len(found.log.marks) == 5
    assert len(found.attachments) == 1


def test_the_message_is_what_is_said(
    tmp_path: Path, form: ShopForm, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = "shop: m-4hikxb6a\n\nanswers:\n  politeness.greeting: 2\n  resolution.way:  wiat\n"
    Path("log.yaml").write_text(text, encoding="utf-8")
    (problem,) = read(Path("log.yaml"), form).problems
    assert f"{problem}\n" == block("text")


def test_every_key_is_explained() -> None:
    explained = re.findall(r"`([a-z_]+)`", "".join(re.findall(r"^\| `.*?\|", PAGE, re.MULTILINE)))
    assert set(explained) == set(LogFile.model_fields)
