"""The loop of the terminal form, with lines that are typed in advance."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from logged_shops import LINES, SHOP, filled_in, todays_project
from shop_projects import brought_to, shops_project

from qa_toolkit.cli.shop.terminal import running_clock
from qa_toolkit.cli.shop.terminal.asking import Asked
from qa_toolkit.cli.shop.terminal.conversation import Conversation
from qa_toolkit.cli.shop.terminal.opening import show_opening
from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.errors import UsageError
from qa_toolkit.workflow.project import Project, open_project
from qa_toolkit.workflow.shops.drafts import save_draft
from qa_toolkit.workflow.shops.guided import resume


class Typed:
    """Gives one line after the other, and remembers what was asked."""

    shows_keys = False

    def __init__(self, *lines: str) -> None:
        self.lines = list(lines)
        self.asked: list[Asked] = []

    def line(self, asked: Asked) -> str:
        self.asked.append(asked)
        if not self.lines:
            raise EOFError
        return self.lines.pop(0)


@pytest.fixture(scope="module")
def drawn_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return todays_project(tmp_path_factory.mktemp("today"))


@pytest.fixture
def project(drawn_project: Path, tmp_path: Path) -> Iterator[Project]:
    with open_project(shutil.copytree(drawn_project, tmp_path / "project")) as opened:
        yield opened


def talk(project: Project, *lines: str, after: int = 0) -> Conversation:
    """Ready to hold, after so many lines of an earlier session."""
    filled_in(project.folder, after)
    guided = resume(project, SHOP, by="maya")
    return Conversation(project=project, guided=guided, reader=Typed(*lines))


def held(conversation: Conversation) -> bool | None:
    """Whether it was submitted; None where the lines came to an end before."""
    try:
        return conversation.hold()
    except EOFError:
        return None


def test_a_whole_form_is_submitted(project: Project) -> None:
    assert held(talk(project, *(line for _, line in LINES), "y")) is True


def test_leaving_keeps_what_was_typed(project: Project) -> None:
    assert held(talk(project, "Dana Fox", ":save")) is False
    assert resume(project, SHOP, by="maya").interview.log.staff == "Dana Fox"


def test_saved_is_said_once_something_was(project: Project) -> None:
    conversation = talk(project, "Dana Fox")
    held(conversation)
    assert isinstance(conversation.reader, Typed)
    assert [asked.keys for asked in conversation.reader.asked] == [
        "Enter passes it · ? help",
        "Enter: as assigned · ? help · saved",
    ]


def test_a_contradiction_is_told_as_soon_as_it_stands_there(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    held(talk(project, "He gave his name, Eli.", after=8))
    assert "'no' to 'Does the person give a name?'" in capsys.readouterr().out


def test_help_asks_the_question_again(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    held(talk(project, "?"))
    told = capsys.readouterr().out
    assert told.count("What is the name of the person") == 2
    assert ":undo   take back the last answer" in told


def test_a_log_with_errors_stays_with_the_shopper(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    conversation = talk(project, ":go review", "y", "", after=12)
    assert held(conversation) is None
    assert "not submitted yet" in capsys.readouterr().out
    assert conversation.interview.at == "help.way"


def test_a_file_that_is_not_there_is_told(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    held(talk(project, "nowhere/call.wav", after=16))
    assert "! nowhere/call.wav" in capsys.readouterr().out


def test_a_clock_that_is_set_during_the_call_is_told(
    project: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = datetime.now(UTC)
    walls = [now, *[now + timedelta(hours=1)] * 20]
    monkeypatch.setattr(running_clock, "wall", lambda: walls.pop(0))
    monkeypatch.setattr(running_clock, "running_s", lambda: 7.0)
    conversation = talk(project, "", "", after=3)
    held(conversation)
    assert "was set forward by 3,600 s" in capsys.readouterr().out
    assert [one.at for one in conversation.interview.log.marks] == [now, now]


def test_a_returned_shop_opens_with_the_reasons_at_the_review(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with shops_project(tmp_path) as project:
        brought_to(project, ShopStatus.RETURNED)
        guided = resume(project, SHOP, by="maya")
        show_opening(guided)
    assert "Returned by Mo Berg: say more of the help" in capsys.readouterr().out
    assert guided.interview.at == "review"


def test_what_is_typed_after_a_save_elsewhere_is_kept_beside(project: Project) -> None:
    conversation = talk(project, "y", after=len(LINES))
    log = conversation.interview.log
    other = resume(project, SHOP, by="maya").opened
    save_draft(project, other, type(log)(shop=log.shop, scenario_hash=log.scenario_hash, shopper="maya"), by="maya")  # fmt: skip
    with pytest.raises(UsageError, match="in another place") as stopped:
        conversation.hold()
    (rescued,) = (project.folder / "rescued").iterdir()
    assert str(rescued) in stopped.value.message
