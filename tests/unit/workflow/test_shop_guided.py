"""Going on with a guided form: where it was left, with the way back, and nothing lost."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import gettempdir

import pytest
from logged_shops import LINES, SHOP, todays_project

from qa_toolkit.domain.shop.finding import ShopFinding
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.interview.turns import heard
from qa_toolkit.workflow.project import Project, open_project
from qa_toolkit.workflow.shops.drafts import save_draft
from qa_toolkit.workflow.shops.guided import Guided, hand_in, hints, keep, places, rescue, resume
from qa_toolkit.workflow.shops.log_from import from_file
from qa_toolkit.workflow.shops.way_back import write

NOW = datetime(2026, 11, 10, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def drawn_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return todays_project(tmp_path_factory.mktemp("today"))


@pytest.fixture
def project(drawn_project: Path, tmp_path: Path) -> Iterator[Project]:
    with open_project(shutil.copytree(drawn_project, tmp_path / "project")) as opened:
        yield opened


def typed(project: Project, guided: Guided, *lines: str) -> Guided:
    for line in lines:
        turn = heard(guided.interview, line, datetime.now(UTC))
        guided = keep(project, guided, turn.interview)
    return guided


def started(project: Project, lines: int = 0) -> Guided:
    guided = resume(project, SHOP, by="maya")
    return typed(project, guided, *(line for _, line in LINES[:lines]))


def way_back(project: Project) -> Path:
    return project.folder / "drafts" / f"{SHOP}.jsonl"


@pytest.mark.parametrize("lines", [0, 1, 4, 9, len(LINES)])
def test_it_goes_on_as_it_was_left(project: Project, lines: int) -> None:
    left = started(project, lines).interview
    again = resume(project, SHOP, by="maya").interview
    assert (again.at, again.past) == (left.at, left.past)


def test_what_was_passed_is_not_asked_again_first(project: Project) -> None:
    typed(project, started(project, 2), "")  # no reference
    assert resume(project, SHOP, by="maya").interview.at == "times"


def test_undo_is_kept_over_sessions(project: Project) -> None:
    typed(project, started(project, 9), ":undo", ":undo")
    again = typed(project, resume(project, SHOP, by="maya"), ":undo")
    assert again.interview.at == "welcome.greeted"
    assert again.interview.log.answers() == {}


def test_a_way_back_that_ran_ahead_of_the_draft_is_cut(project: Project) -> None:
    """As after a power cut between the two, in the middle of a line."""
    left = started(project, 2).interview
    before = way_back(project).read_bytes()
    write(way_back(project), left, heard(left, "T-1", NOW).interview)
    with way_back(project).open("ab") as file:
        file.write(b'{"at": "ti')
    again = resume(project, SHOP, by="maya").interview
    assert (again.at, again.past) == (left.at, left.past)
    assert way_back(project).read_bytes() == before


def test_after_a_save_in_another_place_the_old_way_back_is_gone(project: Project) -> None:
    guided = started(project, 2)
    log = heard(guided.interview, "T-1", NOW).interview.log
    save_draft(project, guided.opened, log, by="maya")
    again = resume(project, SHOP, by="maya").interview
    assert (again.past, again.at) == ((), "times")
    assert way_back(project).read_bytes() == b""


@pytest.mark.parametrize("text", [b"", b"nonsense\n", b"[]\n", b'{"at": 1}\n', b"\xff\n"])
def test_a_broken_way_back_is_none(project: Project, text: bytes) -> None:
    started(project, 2)
    way_back(project).write_bytes(text)
    assert resume(project, SHOP, by="maya").interview.past == ()


def test_nobody_writes_over_what_was_saved_in_another_place(project: Project) -> None:
    first, second = started(project), started(project)
    typed(project, first, "Dana Fox")
    with pytest.raises(UsageError, match="in another place"):
        typed(project, second, "Eli Wood")


def test_what_could_not_be_saved_is_read_from_its_file(project: Project) -> None:
    guided = started(project, len(LINES))
    log = guided.interview.log
    path = rescue(project, guided, log)
    typed(project, guided, ":go staff", "Eli Wood")
    done = from_file(project, SHOP, path, by="maya", submit=False)
    assert done.opened.shop.draft == log


def test_where_the_project_cannot_be_written_the_file_lies_elsewhere(project: Project) -> None:
    (project.folder / "rescued").write_text("in the way")
    guided = started(project, 3)
    path = rescue(project, guided, guided.interview.log)
    text = path.read_text(encoding="utf-8")
    path.unlink()
    assert (path.parent, "T-4711" in text) == (Path(gettempdir()), True)


def test_a_log_that_was_handed_in_has_no_way_back(project: Project) -> None:
    done = hand_in(project, started(project, len(LINES)))
    assert done.is_submitted, done.findings
    assert not way_back(project).exists()


def test_hints_wait_for_the_comment_that_is_asked_next(project: Project) -> None:
    guided = started(project, 8)
    assert hints(guided.interview, "welcome.name") == ()
    contrary = typed(project, guided, "He gave his name, Eli.")
    assert [one.code for one in hints(contrary.interview, "welcome.name comment")] == ["M201"]


def test_findings_lead_to_the_item_that_is_open(project: Project) -> None:
    found = [ShopFinding(code="M102", where=where, message="") for where in ("welcome.name", "staff", "shop")]  # fmt: skip
    assert places(started(project, 8).interview, found) == {"welcome.name": 7, "staff": 1}


def test_a_stopwatch_that_runs_over_midnight_ends_on_the_next_day(project: Project) -> None:
    guided = started(project, 3)
    for seconds in (0, 60, 120):
        at = NOW.replace(hour=22, minute=59) + timedelta(seconds=seconds)
        guided = keep(project, guided, heard(guided.interview, "", at).interview)
    zone = guided.interview.basis.zone
    kept = guided.opened.shop.draft
    assert kept is not None
    assert [one.at.astimezone(zone).day for one in kept.marks] == [10, 11, 11]
