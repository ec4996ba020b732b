"""A team lead corrects the workbook, hands it back, and exports again."""

from pathlib import Path

import pytest
from commands import qa
from filled_workbooks import filled, log, rate, table
from openpyxl import load_workbook
from projects import chats_project

GREETING = "politeness.greeting"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Six chats of two agents, scored and exported to team.xlsx."""
    folder = chats_project(tmp_path / "november")
    monkeypatch.chdir(folder)
    for command in ("import chats", "sample draw --per-agent 3", "score"):
        assert qa(*command.split()).code == 0
    assert qa("export", "--to", "team.xlsx").code == 0
    return folder


def back(**fields: object) -> Path:
    known = {"override": 1, "reason": "no name given"} | fields
    return filled(
        Path("team.xlsx"), Path("back.xlsx"), lambda book: rate(book, "dana-1", GREETING, **known)
    )


def row_of(path: str, interaction: str, criterion: str) -> dict[str, object]:
    page = load_workbook(path)["Detail"]
    head, at = table(page, "Interaction", "Criterion", "Override")
    for row in page.iter_rows(min_row=head + 1, values_only=True):
        if (row[at["Interaction"] - 1], row[at["Criterion"] - 1]) == (interaction, criterion):
            return {name: row[column - 1] for name, column in at.items()}
    raise AssertionError(f"no row {interaction} {criterion}")


@pytest.mark.usefixtures("project")
def test_what_was_handed_back_is_shown_by_the_next_export() -> None:
    done = qa("overrides", "import", back(), "--reviewer", "Mo Berg")
    assert (done.code, done.err) == (0, "")
    assert "1 rating kept; qa export shows them" in done.out
    qa("export", "--to", "again.xlsx")
    row = row_of("again.xlsx", "dana-1", GREETING)
    assert [row[name] for name in ("Override", "Reason", "Reviewer", "Based on")] == (
        [1, "no name given", "Mo Berg", 1]
    )


@pytest.mark.usefixtures("project")
def test_people_see_who_changed_what_and_what_became_of_the_total() -> None:
    out = qa("overrides", "import", back(), "--reviewer", "Mo Berg").out
    assert "2 of 2   1 of 2   Mo Berg   no name given   back.xlsx Detail!" in out
    assert "Total was" in out


@pytest.mark.usefixtures("project")
def test_the_result_is_there_for_programs() -> None:
    told = qa("overrides", "import", back(), "--reviewer", "Mo", "--json").json
    assert told["kept"] is True
    assert told["ratings"][0]["after"] == {"status": "rated", "points": 1}
    assert told["totals"][0]["percent"] < told["totals"][0]["percent_before"]
    assert (told["problems"], told["conflicts"], told["agreements"]) == ([], [], [])


@pytest.mark.usefixtures("project")
def test_a_dry_run_keeps_nothing() -> None:
    done = qa("overrides", "import", back(), "--reviewer", "Mo", "--dry-run")
    assert "1 rating would be kept" in done.out
    assert qa("overrides", "list", "--json").json == []


@pytest.mark.usefixtures("project")
def test_a_second_import_says_that_nothing_is_new() -> None:
    qa("overrides", "import", back(), "--reviewer", "Mo")
    assert qa("overrides", "import", back(), "--reviewer", "Mo").out == "nothing new\n"


@pytest.mark.usefixtures("project")
def test_mistakes_are_findings_with_sheet_and_cell() -> None:
    done = qa("overrides", "import", back(override="=1+1"), "--reviewer", "Mo")
    assert done.code == 1
    assert "back.xlsx Detail!" in done.out
    assert "it holds a formula" in done.out
    assert done.out.endswith("nothing was kept\n")


@pytest.mark.usefixtures("project")
def test_conflicts_are_findings_until_they_are_skipped() -> None:
    file = back()
    qa("overrides", "set", "dana-1", GREETING, "0", "--by", "Ana", "--reason", "nothing said")
    refused = qa("overrides", "import", file, "--reviewer", "Mo")
    skipped = qa("overrides", "import", file, "--reviewer", "Mo", "--skip-conflicts")
    assert (refused.code, skipped.code) == (1, 0)
    assert "nothing was kept; --skip-conflicts keeps the rest" in refused.out
    assert "Ana rated it 0 since this was exported" in skipped.out


@pytest.mark.usefixtures("project")
def test_agreements_are_told_and_shown_by_the_log() -> None:
    fields = {"Agent": "eli", "Topic": "Tone", "Agreed action": "Listen first"}
    file = filled(Path("team.xlsx"), Path("back.xlsx"), lambda book: log(book, fields))
    done = qa("overrides", "import", file, "--reviewer", "Mo")
    assert "1 agreement kept; qa export shows them" in done.out
    assert "Listen first" in qa("coaching", "list").out


@pytest.mark.usefixtures("project")
def test_a_file_that_is_no_workbook_is_wrong_usage() -> None:
    Path("notes.xlsx").write_text("Interaction,Override\n")
    done = qa("overrides", "import", "notes.xlsx")
    assert done.code == 2
    assert "it is a text file such as CSV, not a workbook" in done.err
