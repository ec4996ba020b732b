"""A log from a file is read, its files kept, saved and handed in; or nothing of it is kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from shop_files import TEXT, jpeg
from shop_form_builders import fill, occasion
from shop_projects import NOW, log_of, shops_project

from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.forms import write_form
from qa_toolkit.shops.interview.state import undone
from qa_toolkit.shops.interview.turns import heard
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.drafts import save_draft
from qa_toolkit.workflow.shops.forms import form_file
from qa_toolkit.workflow.shops.guided import keep, resume
from qa_toolkit.workflow.shops.log_from import from_file
from qa_toolkit.workflow.shops.shops import open_shop


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with shops_project(tmp_path) as opened:
        yield opened


def filled(project: Project, folder: Path, name: str = "log.yaml") -> Path:
    """A form that says all that the complete log says, of a shop that nobody has begun."""
    opened = open_shop(project, "autumn-1")
    return write_form(folder / name, opened.form, log_of(opened), occasion())


@pytest.mark.parametrize("name", ["log.yaml", "log.json", "log.xlsx"])
def test_a_filled_form_is_handed_in(project: Project, tmp_path: Path, name: str) -> None:
    path = filled(project, tmp_path, name)
    done = from_file(project, "autumn-1", path, by="maya", submit=True, now=NOW)
    assert done.submitted
    assert done.opened.shop.status is ShopStatus.SUBMITTED
    assert done.opened.shop.log == log_of(open_shop(project, "autumn-1"))


def test_a_half_filled_form_is_kept_as_the_draft(project: Project, tmp_path: Path) -> None:
    path = form_file(project, "autumn-1", tmp_path / "form.xlsx")
    fill(path, {"D text:staff": "Dana Fox"})
    done = from_file(project, "autumn-1", path, by="Maya Lind", submit=True, now=NOW)
    assert not done.submitted
    assert any(one.severity == "error" for one in done.findings)
    draft = open_shop(project, "autumn-1").shop.draft
    assert draft is not None
    assert draft.staff == "Dana Fox"


def test_the_form_is_filled_in_as_far_as_the_draft_is(project: Project, tmp_path: Path) -> None:
    opened = open_shop(project, "autumn-1")
    known = log_of(opened)
    save_draft(project, opened, known, by="maya", now=NOW)
    path = form_file(project, "autumn-1", tmp_path / "form.yaml")
    from_file(project, "autumn-1", path, by="maya", submit=False, now=NOW)
    assert open_shop(project, "autumn-1").shop.draft == known


def test_files_are_kept_as_evidence_once(project: Project, tmp_path: Path) -> None:
    (tmp_path / "label.jpg").write_bytes(jpeg())
    (tmp_path / "log.yaml").write_text("attachments: [{file: label.jpg, kind: photo}]\n")
    from_file(project, "autumn-1", tmp_path / "log.yaml", by="maya", submit=False)
    again = from_file(project, "autumn-1", tmp_path / "log.yaml", by="maya", submit=False)
    draft = again.opened.shop.draft
    assert draft is not None
    assert [(one.name, one.kind) for one in draft.attachments] == [("label.jpg", "photo")]


def test_a_number_that_nobody_noted_is_taken_from_the_times(
    project: Project, tmp_path: Path
) -> None:
    (tmp_path / "log.yaml").write_text("times: {start: '10:00:00', answered: '10:00:25'}\n")
    done = from_file(project, "autumn-1", tmp_path / "log.yaml", by="maya", submit=False)
    assert done.opened.shop.draft is not None
    assert done.opened.shop.draft.answers() == {"welcome.wait": 25}


def test_every_mistake_is_told_and_nothing_is_kept(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "log.yaml"
    path.write_text("staff: Dana Fox\nanswers:\n  help.way: pots\n  help.who: yes\n")
    with pytest.raises(UsageError) as caught:
        from_file(project, "autumn-1", path, by="maya", submit=True)
    assert "log.yaml was not taken over: 2 mistakes" in caught.value.message
    assert "log.yaml:3:13: error: help.way: 'pots' is no answer" in caught.value.message
    shop = open_shop(project, "autumn-1").shop
    assert (shop.status, shop.draft) == (ShopStatus.ASSIGNED, None)


def test_files_of_a_false_type_are_all_told_and_nothing_is_kept(
    project: Project, tmp_path: Path
) -> None:
    (tmp_path / "call.mp3").write_bytes(b"MZ" + bytes(200))
    (tmp_path / "label.jpg").write_bytes(TEXT)
    (tmp_path / "log.yaml").write_text(
        "attachments: [{file: call.mp3, kind: recording}, {file: label.jpg, kind: photo}]\n"
    )
    with pytest.raises(UsageError, match="2 mistakes"):
        from_file(project, "autumn-1", tmp_path / "log.yaml", by="maya", submit=False)
    assert open_shop(project, "autumn-1").shop.draft is None


def test_who_is_not_assigned_is_refused_before_the_file_is_read(
    project: Project, tmp_path: Path
) -> None:
    with pytest.raises(UsageError, match="autumn-1"):
        from_file(project, "autumn-1", tmp_path / "missing.yaml", by="tom", submit=False)


def test_a_form_older_than_the_draft_says_what_it_takes_out(
    project: Project, tmp_path: Path
) -> None:
    path = form_file(project, "autumn-1", tmp_path / "form.yaml")
    opened = open_shop(project, "autumn-1")
    save_draft(project, opened, log_of(opened, marks=()), by="maya", now=NOW)
    done = from_file(project, "autumn-1", path, by="maya", submit=False, now=NOW)
    (remark,) = done.remarks
    assert remark.message.startswith("its empty places take out what was noted before: name of")
    assert ":undo" in remark.hint


def test_undo_takes_a_file_back_and_reaches_what_was_typed_before_it(
    project: Project, tmp_path: Path
) -> None:
    typed = heard(resume(project, "autumn-1", by="maya").interview, "Dana Fox", NOW).interview
    keep(project, resume(project, "autumn-1", by="maya"), typed)
    (tmp_path / "log.yaml").write_text("staff: Eli Wood\nreference: T-1\n")
    from_file(project, "autumn-1", tmp_path / "log.yaml", by="maya", submit=False)
    after = resume(project, "autumn-1", by="maya").interview
    assert after.log.reference == "T-1"
    assert undone(after).log == typed.log
    assert undone(undone(after)).log.staff == ""
