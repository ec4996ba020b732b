"""The workbook goes through LibreOffice, which saves styles, types and formulas in its own way."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from commands import qa
from filled_workbooks import agree, filled, log, rate, table
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from projects import chats_project
from recalculating import converted
from scored_builders import report, scored

from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.scorecards.interface import write
from qa_toolkit.scorecards.read_back import read_workbook
from qa_toolkit.scorecards.wording import one_place

pytestmark = pytest.mark.office
EMPATHY, GREETING = "empathy.acknowledge", "politeness.greeting"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Corrected in team.xlsx, saved by LibreOffice in saved/team.xlsx, imported, exported again."""
    folder = chats_project(tmp_path_factory.mktemp("office") / "november")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for command in (
            "import chats",
            "sample draw --per-agent 3",
            "score",
            "export --to new.xlsx",
        ):
            assert qa(*command.split()).code == 0
        filled(Path("new.xlsx"), Path("team.xlsx"), correct)
        converted([folder / "team.xlsx"], folder, "xlsx", folder / "saved")
        done = qa("overrides", "import", "saved/team.xlsx", "--reviewer", "Mo", "--json")
        assert done.code == 0, done.out
        assert qa("export", "--to", "again.xlsx").code == 0
        (folder / "imported.json").write_text(done.out)
    return folder


def correct(book: Workbook) -> None:
    rate(book, "dana-1", EMPATHY, override=0, reason="a phrase\nand no more", root_cause="Agent")
    rate(book, "dana-2", EMPATHY, override="N/A", reason=" no occasion ", reviewer="Ana")
    rate(book, "eli-2", GREETING, override=2, reason="+1 for the name")
    agree(book, "eli", EMPATHY, "follow_up", date(2026, 12, 4))
    log(book, {"Agent": "dana", "Topic": "Tone", "Agreed action": "Listen first"})


def rows_of(path: Path, sheet: str, *headings: str) -> list[dict[str, object]]:
    page = load_workbook(path, data_only=True)[sheet]
    head, at = table(page, *headings)
    rows = page.iter_rows(min_row=head + 1, values_only=True)
    return [{name: row[column - 1] for name, column in at.items()} for row in rows]


def test_corrections_come_through_and_are_shown_again(project: Path) -> None:
    rows = rows_of(project / "again.xlsx", "Detail", "Interaction", "Override")
    shown = {
        (row["Interaction"], row["Criterion"]): (
            row["Override"],
            row["Reason"],
            row["Root cause"],
            row["Reviewer"],
        )
        for row in rows
        if row["Override"] is not None
    }
    assert shown == {
        ("dana-1", EMPATHY): (0, "a phrase\nand no more", "Agent", "Mo"),
        ("dana-2", EMPATHY): ("N/A", "no occasion", None, "Ana"),
        ("eli-2", GREETING): (2, "+1 for the name", None, "Mo"),
    }


def test_agreements_come_through_and_are_shown_again(project: Path) -> None:
    rows = rows_of(project / "again.xlsx", "Coaching log", "Entry", "Topic")
    agreed = [
        (row["Agent"], row["Agreed action"], row["Follow-up"]) for row in rows if row["Entry"]
    ]
    assert ("dana", "Listen first", None) in agreed
    assert [str(day)[:10] for agent, _, day in agreed if agent == "eli"] == ["2026-12-04"]


def test_what_libreoffice_computed_is_what_the_next_export_says(project: Path) -> None:
    """The total recalculated from the corrections equals the total computed from the import."""
    saved = rows_of(
        project / "saved" / "team.xlsx", "Scores", "Interaction", "Total (recalculated)"
    )
    again = rows_of(project / "again.xlsx", "Scores", "Interaction", "Total (recalculated)")
    recalculated = {row["Interaction"]: row["Total (recalculated)"] for row in saved}
    exported = {row["Interaction"]: row["Total"] for row in again}
    assert recalculated.keys() == exported.keys() >= {"dana-1", "eli-3"}
    shown = {
        name: one_place(Decimal(str(round(float(str(total)), 9))))
        for name, total in recalculated.items()
    }
    assert shown == {name: Decimal(str(total)) for name, total in exported.items()}


def test_a_workbook_that_only_went_through_libreoffice_says_nothing_new(project: Path) -> None:
    again = project / "again.xlsx"
    converted([again], project, "xlsx", project / "untouched")
    read = read_workbook(project / "untouched" / "again.xlsx")
    assert not read.problems
    done = qa("overrides", "import", project / "untouched" / "again.xlsx", "-p", project)
    assert done.out == "nothing new\n"


def test_texts_that_look_like_escaped_characters_come_through(tmp_path: Path) -> None:
    """The manifest's digest covers the ids and names: one other character would be noticed."""
    odd = AgentRef(id="a_x000D_", name="_x0041_ & _x005F_")
    (path,) = write(report(scored("i_x0041_1", agent=odd)), tmp_path / "odd.xlsx")
    converted([path], tmp_path, "xlsx", tmp_path / "saved")
    read = read_workbook(tmp_path / "saved" / "odd.xlsx")
    assert (set(read.manifest.ratings), read.problems) == ({"i_x0041_1"}, ())
