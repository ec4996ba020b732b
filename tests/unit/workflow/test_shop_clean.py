"""Files that no log names go; what a log, a draft or a way back names stays, and what is new."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import shop_builders
from commands import qa
from shop_served import SHOP, project_with_shop

from qa_toolkit.domain.shop.log import Attachment, ShopLog
from qa_toolkit.shops.interview.turns import attached, heard
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.attachments import attach_bytes, attachment_file
from qa_toolkit.workflow.shops.drafts import save_draft, submit
from qa_toolkit.workflow.shops.guided import keep, resume
from qa_toolkit.workflow.shops.shops import open_shop
from qa_toolkit.workflow.shops.unused import KEPT_DAYS, clean

LATER = datetime.now(UTC) + timedelta(days=KEPT_DAYS + 1)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with project_with_shop(tmp_path / "project") as opened:
        yield opened


def brought(project: Project, text: str) -> Attachment:
    return attach_bytes(project, [text.encode()], "chat", name=f"{text}.txt")


def log_with(project: Project, *files: Attachment) -> ShopLog:
    opened = open_shop(project, SHOP)
    at = opened.shop.assignment.opens_at
    marks = tuple(
        replace(one, at=at + (one.at - shop_builders.START)) for one in shop_builders.log().marks
    )
    known = shop_builders.log(scenario_hash=opened.scenario.hash, marks=marks)
    return replace(known, attachments=files)


def save(project: Project, *files: Attachment) -> None:
    save_draft(project, open_shop(project, SHOP), log_with(project, *files), by="maya")


def there(project: Project) -> set[str]:
    """What the files say that lie there."""
    folder = project.folder / "attachments"
    return {path.read_text() for path in folder.rglob("*") if path.is_file()}


def test_a_file_that_no_log_names_goes(project: Project) -> None:
    brought(project, "by mistake")
    done = clean(project, now=LATER)
    assert (done.files, done.size, done.waiting) == (1, len("by mistake"), 0)
    assert there(project) == set()


def test_a_file_that_a_draft_names_stays(project: Project) -> None:
    save(project, brought(project, "in the draft"))
    assert clean(project, now=LATER).files == 0
    assert there(project) == {"in the draft"}


def test_a_file_that_was_ever_handed_in_stays(project: Project) -> None:
    log = log_with(project, brought(project, "handed in"))
    assert submit(project, open_shop(project, SHOP), log, by="maya").is_submitted
    brought(project, "taken out before")
    clean(project, now=LATER)
    assert there(project) == {"handed in"}


def test_a_file_that_undo_brings_back_stays(project: Project) -> None:
    guided = resume(project, SHOP, by="maya")
    turn = attached(guided.interview, brought(project, "taken out"))
    guided = keep(project, guided, turn.interview)
    for line in (":go evidence", "- 1"):
        guided = keep(project, guided, heard(guided.interview, line, LATER).interview)
    clean(project, now=LATER)
    back = keep(project, guided, heard(guided.interview, ":undo", LATER).interview)
    assert [attachment_file(project, one).name for one in back.interview.log.attachments]


def test_what_a_phone_may_still_name_stays(project: Project) -> None:
    """It was sent, and the network went before the notes that name it."""
    brought(project, "on its way")
    done = clean(project)
    assert (done.files, done.waiting) == (0, 1)
    assert there(project) == {"on its way"}


def test_a_file_that_is_brought_again_counts_as_new(project: Project) -> None:
    place = attachment_file(project, brought(project, "again"))
    long_ago = (LATER - timedelta(days=365)).timestamp()
    os.utime(place, (long_ago, long_ago))
    brought(project, "again")
    assert clean(project).waiting == 1


def test_what_a_power_cut_left_unfinished_goes(project: Project) -> None:
    place = attachment_file(project, brought(project, "whole"))
    unfinished = place.with_name(f".{place.name}.4711.part")
    unfinished.write_text("wh")
    save(project, brought(project, "whole"))
    assert clean(project, now=LATER).files == 1
    assert there(project) == {"whole"}


def test_what_somebody_put_there_themselves_is_left_alone(project: Project) -> None:
    brought(project, "by mistake")
    note = project.folder / "attachments" / "README"
    note.write_text("ours")
    clean(project, now=LATER)
    assert there(project) == {"ours"}


def test_the_command_says_what_would_go_and_removes_it(project: Project) -> None:
    place = attachment_file(project, brought(project, "by mistake"))
    os.utime(place, (0, 0))
    brought(project, "new")
    at = ("--project", project.folder)
    assert "1 file that no log names" in qa("shop", "clean", "--dry-run", *at).out
    assert there(project) == {"by mistake", "new"}
    assert qa("shop", "clean", "--json", *at).json == {
        "removed": 1,
        "unused": 1,
        "bytes": len("by mistake"),
        "waiting": 1,
    }
    assert there(project) == {"new"}
