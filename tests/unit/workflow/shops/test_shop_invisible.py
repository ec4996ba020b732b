"""What nobody sees in a text: what turns lines around is not kept, what names need is."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from shop_projects import NOW, log_of, shops_project

from qa_toolkit.domain.shop.log import Attachment, Observation
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.as_kept import as_kept
from qa_toolkit.workflow.shops.drafts import save_draft
from qa_toolkit.workflow.shops.shops import open_shop


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with shops_project(tmp_path) as opened:
        yield opened


def test_a_draft_keeps_nothing_that_turns_its_direction(project: Project) -> None:
    opened = open_shop(project, "autumn-1")
    log = log_of(opened, staff="Dana \u202exoF", narrative="One\u2066 two\ufeff.")
    saved = save_draft(project, opened, log, by="maya", now=NOW)
    assert saved.shop.draft is not None
    assert (saved.shop.draft.staff, saved.shop.draft.narrative) == ("Dana xoF", "One two.")


def test_marks_that_names_need_stay(project: Project) -> None:
    log = log_of(open_shop(project, "autumn-1"), staff="\u05d3\u05e0\u05d4\u200f (Dana)")
    assert as_kept(log).staff == "\u05d3\u05e0\u05d4\u200f (Dana)"


def test_comments_answers_and_names_of_files_are_cleaned_as_well(project: Project) -> None:
    log = log_of(open_shop(project, "autumn-1"))
    file = Attachment(
        hash="aa", name="a\u202egnp.exe", kind="photo", media_type="image/png", size=1
    )
    noted = Observation(question="help.opinion", answer="Y\u00ades", comment="N\u2060o")
    kept = as_kept(
        replace(log, attachments=(file,), observations=(noted,), comments={"help": "a\u2069"})
    )
    assert kept.attachments[0].name == "agnp.exe"
    assert (kept.observations[0].answer, kept.observations[0].comment) == ("Yes", "No")
    assert kept.comments == {"help": "a"}
