"""What `docs/shop-logging.md` says of the terminal form is what the form does."""

import re
from pathlib import Path

import pytest
from interview_builders import WHOLE, interview, typed

from qa_toolkit.cli.shop.terminal.screen import show_item
from qa_toolkit.domain.shop.log import Mark
from qa_toolkit.shops.interview.commands import EXPLAINED, PREFIX
from qa_toolkit.shops.interview.view import view_of

PAGE = (Path(__file__).parents[2] / "docs" / "shop-logging.md").read_text(encoding="utf-8")
TIMES = re.findall(r"`((?:\d|hold|end|answered)[^`]*)`", PAGE.partition("Times can be typed")[2].partition("###")[0])  # fmt: skip


def test_the_question_of_the_page_is_the_one_that_is_shown(
    capsys: pytest.CaptureFixture[str],
) -> None:
    show_item(view_of(interview(*WHOLE[:4])))
    shown = capsys.readouterr().out.strip()
    assert f"```\n{shown}\n> n\n```" in PAGE


@pytest.mark.parametrize("command", EXPLAINED)
def test_every_command_is_on_the_page(command: str) -> None:
    assert f"`{PREFIX}{command}" in PAGE


def test_every_way_to_type_times_is_tried_here() -> None:
    assert len(TIMES) == 7


@pytest.mark.parametrize("times", TIMES)
def test_times_can_be_typed_as_the_page_says(times: str) -> None:
    turn = typed(interview("Dana", "", "", "14:05"), times)
    assert turn.wrong == ""
    assert turn.interview.log.moment(Mark.START) is not None
