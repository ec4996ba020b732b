"""An export that is stopped half-way or cannot go on: what was there stays whole."""

from pathlib import Path

import pytest
from commands import qa
from projects import chats_project

from qa_toolkit.workflow.export import export_scored
from qa_toolkit.workflow.export_asked import report_asked
from qa_toolkit.workflow.progress import Progress
from qa_toolkit.workflow.project import open_project
from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Six chats of two agents, scored, as the current folder."""
    folder = chats_project(tmp_path / "november")
    monkeypatch.chdir(folder)
    for command in ("import chats", "sample draw --per-agent 3", "score"):
        assert qa(*command.split()).code == 0
    return folder


class Stopped(Progress):
    """Ctrl-C after some pages."""

    def __init__(self, after: int) -> None:
        self.left = after

    def advance(self, stage: str, *, expected_s: float = 0, audio_s: float = 0) -> None:
        self.left -= 1
        if not self.left:
            raise KeyboardInterrupt


def stopped(project: Path, target: str, after: int) -> None:
    with open_project(project) as opened:
        usable = usable_rubric(rubric_file(opened.settings.score.rubric, opened.folder))
        report = report_asked(opened, "", usable)
        with pytest.raises(KeyboardInterrupt):
            export_scored(opened, report, [Path(target)], Stopped(after))


def test_pages_that_were_stopped_have_no_overview_that_leads_nowhere(project: Path) -> None:
    (project / "pages").mkdir()
    (project / "pages" / "mine.txt").write_text("mine")
    stopped(project, "pages", after=4)
    names = sorted(path.name for path in Path("pages").rglob("*") if path.is_file())
    assert len(names) == 5
    assert "mine.txt" in names
    assert "index.html" not in names
    assert qa("export", "--to", "pages").code == 0
    assert len(list(Path("pages").rglob("*.html"))) == 9


def test_the_pages_of_an_earlier_export_stay_until_all_new_ones_are_there(project: Path) -> None:
    assert qa("export", "--to", "pages").code == 0
    before = Path("pages", "index.html").read_bytes()
    assert (
        qa(
            "overrides",
            "set",
            "dana-1",
            "politeness.greeting",
            "0",
            "--reason",
            "no name",
            "--by",
            "Mo",
        ).code
        == 0
    )
    stopped(project, "pages", after=8)
    assert Path("pages", "index.html").read_bytes() == before
    assert len(list(Path("pages").rglob("*.html"))) == 9


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_two_tables_of_one_export_are_of_one_content(project: Path, ending: str) -> None:
    assert qa("export", "--to", f"a.{ending}").code == 0
    before = Path(f"a.{ending}").read_bytes()
    Path(f"a-detail.{ending}").unlink()
    Path(f"a-detail.{ending}").mkdir()  # stands for a disk that is full, or a file that is open
    ran = qa("export", "--to", f"a.{ending}", "--agent", "dana")
    assert ran.code == 3
    assert f"cannot write a-detail.{ending}" in ran.err
    assert Path(f"a.{ending}").read_bytes() == before
