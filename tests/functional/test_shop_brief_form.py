"""`qa shop brief` and `qa shop form`, and the form given back to `qa shop log --from`."""

from pathlib import Path

import pytest
from commands import qa
from shop_form_builders import fill
from shop_projects import brought_to, shops_project

from qa_toolkit import printing
from qa_toolkit.domain.shop.life import ShopStatus


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a project with two shops, which is the current one."""
    with shops_project(tmp_path) as opened:
        folder = opened.folder
    monkeypatch.chdir(folder)
    return folder


def test_a_brief_is_written_under_the_name_of_its_shop(project: Path) -> None:
    done = qa("shop", "brief", "autumn-1")
    assert (done.code, done.out) == (0, "wrote brief-autumn-1.html\n")
    assert "Hello, I think I lost my card." in (project / "brief-autumn-1.html").read_text("utf-8")


def test_all_briefs_of_a_shopper_go_into_a_folder(project: Path) -> None:
    done = qa("shop", "brief", "--shopper", "tom", "--to", "briefs")
    assert done.code == 0, done.err
    assert [path.name for path in (project / "briefs").iterdir()] == ["brief-autumn-2.html"]


def test_a_pdf_is_printed(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "printed", lambda text: b"%PDF " + text[:15].encode())
    assert qa("shop", "brief", "autumn-1", "--to", "brief.pdf").code == 0
    assert (project / "brief.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("args", "told"),
    [
        pytest.param(["autumn-9"], "there is no shop 'autumn-9'", id="no such shop"),
        pytest.param(["autumn-1", "--to", "b.docx"], "a brief is no '.docx' file", id="ending"),
        pytest.param(["--to", "all.pdf"], "several briefs go into a folder", id="several"),
        pytest.param(["autumn-1", "--shopper", "tom"], "one is named already", id="both"),
        pytest.param(["--plan", "spring"], "there is no plan 'spring'", id="no such plan"),
    ],
)
def test_what_cannot_be_briefed_is_told(project: Path, args: list[str], told: str) -> None:
    done = qa("shop", "brief", *args)
    assert done.code == 2
    assert told in done.err
    assert not list(project.glob("*.docx"))


def test_a_shop_that_is_cancelled_has_no_brief(tmp_path: Path) -> None:
    with shops_project(tmp_path) as opened:
        brought_to(opened, ShopStatus.CANCELLED)
        folder = opened.folder
    done = qa("shop", "brief", "autumn-1", "--to", tmp_path / "b.html", "-p", folder)
    assert done.code == 2
    assert "autumn-1 is cancelled" in done.err


def test_a_form_goes_out_and_comes_back(project: Path) -> None:
    done = qa("shop", "form", "autumn-1", "--to", "form.xlsx")
    assert done.code == 0
    assert "qa shop log autumn-1 --from form.xlsx --submit" in done.out
    fill(project / "form.xlsx", {"D text:staff": "Dana Fox", "D time:start:0": "10:00"})
    given = qa("shop", "log", "autumn-1", "--from", "form.xlsx", "--by", "maya")
    assert given.code == 0, given.err
    again = qa("shop", "form", "autumn-1", "--to", "again.yaml")
    assert again.code == 0
    text = (project / "again.yaml").read_text(encoding="utf-8")
    assert "staff: Dana Fox" in text
    assert 'start: "2026-11-10 10:00:00"' in text


def test_mistakes_of_a_form_are_told_with_their_cells(project: Path) -> None:
    assert qa("shop", "form", "autumn-1", "--to", "form.xlsx").code == 0
    fill(project / "form.xlsx", {"D question:help.way": "By pigeon"})
    done = qa("shop", "log", "autumn-1", "--from", "form.xlsx", "--by", "maya")
    assert done.code == 2
    assert "form.xlsx Shop!D" in done.err
    assert "'By pigeon' is no answer" in done.err


def test_another_ending_is_told_before_anything_is_read(project: Path) -> None:
    done = qa("shop", "form", "autumn-1", "--to", "form.docx")
    assert done.code == 2
    assert "one of .xlsx, .yaml, .yml, .json" in done.err
