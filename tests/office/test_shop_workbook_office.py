"""The workbook on mystery shops: what LibreOffice makes of its formulas, and what it hands back."""

from pathlib import Path

import pytest
from commands import qa
from filled_workbooks import filled, rate, table
from openpyxl import load_workbook
from projects import chats_project
from recalculating import converted
from released_shops import BOTH_RUBRIC, chat_shop, release_some

from qa_toolkit.workflow.project import open_project

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six monitored chats and two shops; a rating corrected in the workbook, saved by LibreOffice."""
    folder = chats_project(tmp_path_factory.mktemp("office") / "november")
    (folder / "rubrics" / "desk.yaml").write_text(BOTH_RUBRIC)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert qa("import", "chats").code == 0
        assert qa("sample", "draw", "--size", "6", "--seed", "7", "-r", "desk").code == 0
        assert qa("score", "-r", "desk").code == 0
        with open_project(folder) as opened:
            shops = (chat_shop("s-1", ("yes", "yes", 2)), chat_shop("s-2", ("no", "yes", 1)))
            release_some(opened, *shops)
        assert qa("shop", "export", "new.xlsx").code == 0
        filled(
            Path("new.xlsx"),
            Path("team.xlsx"),
            lambda book: rate(book, "s-1", "help.way", override=0, reason="nothing came"),
        )
        converted([folder / "team.xlsx"], folder, "xlsx", folder / "saved")
    return folder


def test_figures_of_shops_follow_a_rating_and_leave_monitored_contacts_out(project: Path) -> None:
    page = load_workbook(project / "saved" / "team.xlsx", data_only=True)["Summary"]
    head, at = table(page, "Agent", "Mean total now")
    agents = {
        row[0]: row[at["Mean total now"] - 1]
        for row in page.iter_rows(min_row=head + 1, max_row=head + 3, values_only=True)
    }
    assert agents == {"dana": "–", "Dana Fox": pytest.approx(45), "eli": "–"}  # 40 and 50
    live = [row[0] for row in page.iter_rows(max_row=head, max_col=1, values_only=True)]
    assert pytest.approx(45) in [value for value in live if isinstance(value, int | float)]


def test_what_was_corrected_is_read_back(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(project)
    done = qa("overrides", "import", "saved/team.xlsx", "--reviewer", "Kim Lee")
    assert (done.code, done.err) == (0, "")
    assert "1 rating kept" in done.out
