"""`docs/shops.md` shows what the commands say of the example, and the life cycle as it is."""

import re
from pathlib import Path
from unittest.mock import patch

import pytest
from commands import qa

from qa_toolkit.domain.shop.life import ShopRole
from qa_toolkit.shops.life_cycle import MOVES
from qa_toolkit.workflow.project import open_project
from qa_toolkit.workflow.shops import demo
from qa_toolkit.workflow.shops.recorded import Transcribed

PAGE = (Path(__file__).parents[2] / "docs" / "shops.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^```console\n\$ qa (.*)\n((?:.*\n)*?)```", PAGE, re.MULTILINE)
LIFE = PAGE.split("## The life of a shop")[1]
ROW = re.compile(r"^\| ([a-z ,]+) \| ([a-z ]+) \| ([a-z ,]+) \| ?(required)? ?\|$", re.MULTILINE)


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The round of the example as its story leaves it; its recording says nothing here."""
    folder = tmp_path_factory.mktemp("round") / "example"
    demo.prepare_shops(folder)
    unheard = patch.object(demo, "transcribe_shops", return_value=Transcribed())
    with unheard, open_project(folder) as project:
        demo.play(project)
    return folder


@pytest.mark.parametrize(("command", "said"), SHOWN, ids=[command for command, _ in SHOWN])
def test_a_command_says_what_is_shown(
    example: Path, monkeypatch: pytest.MonkeyPatch, command: str, said: str
) -> None:
    monkeypatch.chdir(example)
    told = qa(*command.split()).out.splitlines()
    assert [line.rstrip() for line in told] == said.splitlines()


def test_three_commands_are_shown() -> None:
    assert len(SHOWN) == 3


def test_the_table_of_the_life_cycle_is_the_one_that_is_used() -> None:
    told = {
        (start, after): ("shopper" in who, "editor" in who, bool(required))
        for starts, after, who, required in ROW.findall(LIFE)
        for start in starts.split(", ")
    }
    assert told == {
        (start.value.replace("_", " "), after.value.replace("_", " ")): (
            ShopRole.SHOPPER in move.roles,
            ShopRole.EDITOR in move.roles,
            move.needs_why,
        )
        for start, moves in MOVES.items()
        for after, move in moves.items()
    }
