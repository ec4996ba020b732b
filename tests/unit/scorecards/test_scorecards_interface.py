"""The table of formats."""

from pathlib import Path

import pytest
from scored_builders import report, scored

from qa_toolkit.errors import UsageError
from qa_toolkit.scorecards.interface import check_target, write, write_all


@pytest.mark.parametrize(
    ("target", "made"),
    [
        ("team.xlsx", ["team.xlsx"]),
        ("team.JSON", ["team.JSON"]),
        ("team.jsonl", ["team.jsonl"]),
        ("team.html", ["team.html"]),
        ("team.csv", ["team.csv", "team-detail.csv"]),
        ("team.parquet", ["team.parquet", "team-detail.parquet"]),
        ("pages", ["index.html", "agent-dana.html", "interaction-i-1.html"]),
    ],
)
def test_the_name_of_the_target_chooses_the_format(
    target: str, made: list[str], tmp_path: Path
) -> None:
    written = write(report(scored()), tmp_path / target)
    assert sorted(path.name for path in written) == sorted(made)
    assert all(path.is_file() for path in written)


def test_a_folder_with_a_dot_in_its_name_gets_pages(tmp_path: Path) -> None:
    folder = tmp_path / "week.47"
    folder.mkdir()
    assert write(report(scored()), folder)[0] == folder / "index.html"


def test_an_unknown_format_names_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        write(report(scored()), tmp_path / "team.docx")
    assert ".xlsx, .html, .pdf, .json, .jsonl, .csv, .parquet" in caught.value.hint


def test_a_target_is_refused_before_any_report_is_made(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no format is called"):
        check_target(tmp_path / "team.docx")


def test_all_targets_are_written_and_what_to_open_is_told_first(tmp_path: Path) -> None:
    targets = [tmp_path / "team.csv", tmp_path / "pages"]
    tables, pages = write_all(report(scored()), targets)
    assert tables == (tmp_path / "team.csv", tmp_path / "team-detail.csv")
    assert pages[0] == tmp_path / "pages" / "index.html"
