"""`qa shop check`: drafts, what was handed in, a form from a file, and the manual of the codes."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import shop_check_docs
import shop_files
from commands import qa
from shop_builders import observed
from shop_projects import NOW, brought_to, log_of, shops_project

from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.shops.checks.table import CHECKS
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.check import check_log
from qa_toolkit.workflow.shops.drafts import save_draft
from qa_toolkit.workflow.shops.shops import open_shop

FORM = """\
staff: Dana Fox
location: north
times: {start: "2026-11-10 10:00:00", answered: "10:00:20", end: "10:05:00"}
answers: {welcome.greeted: {answer: no, comment: She greeted me warmly.}, help.blocked: yes, help.way: post}
comments: {welcome: A short greeting of two words., help: She blocked the card and named the post.}
narrative: I called at nine, Dana answered, asked for my name and blocked the card at once.
attachments: [{file: call.wav, kind: recording}]
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    with shops_project(tmp_path) as opened:
        monkeypatch.chdir(opened.folder)
        yield opened


def _draft(project: Project, shop: str = "autumn-1", **changed: object) -> None:
    opened = open_shop(project, shop)
    save_draft(project, opened, log_of(opened, **changed), by=opened.shop.shopper, now=NOW)


def test_errors_of_a_draft_make_the_exit_code_1(project: Project) -> None:
    _draft(project, narrative="", staff="Danna Focks")
    ran = qa("shop", "check")
    assert ran.code == 1
    assert "autumn-1  A lost card, by telephone, North desk  (Maya Lind, draft)\n" in ran.out
    assert "error   M105  narrative: there is no story; 12 words are asked for" in ran.out
    assert "warning M701  staff: 'Danna Focks' is not on the roster" in ran.out
    assert ran.out.endswith("1 shop: 1 error, 1 warning\n")


def test_what_was_handed_in_is_checked_as_of_then(project: Project) -> None:
    brought_to(project, ShopStatus.SUBMITTED)
    ran = qa("shop", "check", "autumn-1")
    assert (ran.code, ran.out) == (0, "1 shop: 0 errors, 0 warnings\n")


def test_without_any_note_nothing_is_checked(project: Project) -> None:
    assert qa("shop", "check").out == "nothing is noted yet\n"
    ran = qa("shop", "check", "autumn-1")
    assert ran.code == 2
    assert "nothing is noted of autumn-1 yet" in ran.err


def test_warnings_can_be_made_to_fail(project: Project) -> None:
    _draft(project, staff="Danna Focks")
    assert qa("shop", "check").code == 0
    assert qa("shop", "check", "--fail-on", "warning").code == 1


def test_json_has_a_document_for_each_shop(project: Project) -> None:
    _draft(project, staff="Danna Focks")
    (shop,) = qa("shop", "check", "--plan", "autumn", "--json").json
    assert (shop["shop"], shop["log"], shop["shopper"]) == ("autumn-1", "draft", "maya")
    assert [one["code"] for one in shop["findings"]] == ["M701"]


def test_other_formats_name_the_shop_where_a_file_stands(project: Project) -> None:
    _draft(project, staff="Danna Focks")
    run = json.loads(qa("shop", "check", "--output", "sarif").out)["runs"][0]
    assert [result["ruleId"] for result in run["results"]] == ["M701"]
    assert run["automationDetails"]["id"] == "qa-shop-check/"


def test_a_form_is_checked_without_being_kept(project: Project, tmp_path: Path) -> None:
    form = tmp_path / "form.yaml"
    form.write_text(FORM, encoding="utf-8")
    (tmp_path / "call.wav").write_bytes(shop_files.WAV)
    ran = qa("shop", "check", "autumn-1", "--from", form)
    assert (
        "M201  welcome.greeted: 'no' to 'Are you greeted?', but 'She greeted me warmly'" in ran.out
    )
    assert open_shop(project, "autumn-1").shop.draft is None
    assert not [path for path in Path("attachments").rglob("*") if path.is_file()]


def test_a_form_with_a_file_that_may_not_be_kept_is_refused(
    project: Project, tmp_path: Path
) -> None:
    form = tmp_path / "form.yaml"
    form.write_text(FORM, encoding="utf-8")
    (tmp_path / "call.wav").write_bytes(b"MZ" + bytes(90))
    ran = qa("shop", "check", "autumn-1", "--from", form)
    assert ran.code == 2
    assert "a program for Windows" in ran.err


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["autumn-9"], "there is no shop 'autumn-9'"),
        (["--plan", "spring"], "there is no plan 'spring'"),
        (["--from", "form.yaml"], "--from needs one shop"),
        (["--output", "pdf"], "no format is called 'pdf'"),
        (["--explain", "M999"], "there is no code 'M999'"),
    ],
    ids=["shop", "plan", "from", "format", "code"],
)
def test_wrong_usage_is_told(project: Project, args: list[str], told: str) -> None:
    ran = qa("shop", "check", *args)
    assert ran.code == 2
    assert told in ran.err


def test_all_codes_are_listed() -> None:
    out = qa("shop", "check", "--codes").out
    assert all(check.code in out for check in CHECKS)
    assert len(qa("shop", "check", "--codes", "--json").json) == len(CHECKS)


def test_a_code_is_explained_with_both_examples() -> None:
    out = qa("shop", "check", "--explain", "m201").out
    assert out.startswith("M201  answer and comment contradict each other (warning)\n")
    assert all(part in out for part in ("Bad\n", "Good\n", "What to do\n"))


def test_a_family_is_listed() -> None:
    codes = [page["code"] for page in qa("shop", "check", "--explain", "M6xx", "--json").json]
    assert codes == ["M601", "M602", "M603"]


def test_the_page_of_the_documentation_is_current() -> None:
    assert shop_check_docs.PAGE.read_text(encoding="utf-8") == shop_check_docs.page()


def test_a_copy_of_another_shop_is_found_in_the_store(project: Project) -> None:
    brought_to(project, ShopStatus.SUBMITTED)
    opened = open_shop(project, "autumn-2")
    later = NOW + timedelta(days=1)
    found = check_log(project, opened, log_of(opened, observations=observed()), now=later)
    assert "M601" in [one.code for one in found]
