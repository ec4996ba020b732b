"""Tables for spreadsheets and statistics."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from scored_builders import FULL, full_rubric, report, scored, visit

from qa_toolkit.domain.formulas import guarded
from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.data.csv import write_csv
from qa_toolkit.scorecards.report import Report


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def tables(known: Report, folder: Path) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    scores, detail = write_csv(report_view(known), folder / "team.csv")
    assert detail.name == "team-detail.csv"
    return read(scores), read(detail)


def test_one_row_a_scorecard_and_one_a_rating(tmp_path: Path) -> None:
    scores, detail = tables(report(scored("i-1"), scored("i-2")), tmp_path)
    assert (len(scores), len(detail)) == (2, 10)
    assert (scores[0]["total"], scores[0]["empathy"], scores[0]["outcome"]) == (
        "100.0",
        "100.0",
        "Pass",
    )
    assert detail[0]["evidence"].startswith("0:00 Agent: Good morning, thank you for calling")


def test_where_there_is_no_number_the_cell_is_empty(tmp_path: Path) -> None:
    scores, detail = tables(report(scored("i-1", dict.fromkeys(FULL, "review"))), tmp_path)
    assert (scores[0]["total"], detail[0]["rating"]) == ("", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b"])
def test_text_that_looks_like_a_formula_stays_text(start: str) -> None:
    assert guarded(f"{start}1+1") == f"'{start}1+1"


def test_names_are_guarded_too(tmp_path: Path) -> None:
    evil = AgentRef(id="e", name='=HYPERLINK("http://evil.example")')
    scores, _ = tables(report(scored("i-1", agent=evil)), tmp_path)
    assert scores[0]["agent"] == '\'=HYPERLINK("http://evil.example")'


def test_spreadsheets_see_that_it_is_utf_8(tmp_path: Path) -> None:
    paths = write_csv(report_view(report(scored())), tmp_path / "a.csv")
    assert all(path.read_bytes().startswith(b"\xef\xbb\xbf") for path in paths)


def test_columns_that_came_later_stand_at_the_end(tmp_path: Path) -> None:
    scores, _ = tables(report(visit("v-1", {"offer.shown": 0}), rubric=full_rubric()), tmp_path)
    names = list(scores[0])
    assert names[names.index("reason") :] == [
        *("reason", "band", "need", "offer", "remarks"),
        *("machine_total", "machine_outcome", "coverage_percent", "stands_for"),
    ]
    assert (scores[0]["band"], scores[0]["need"], scores[0]["offer"]) == (
        "Outstanding",
        "100.0",
        "66.7",
    )


def test_each_rating_tells_its_subsection_bonus_and_class(tmp_path: Path) -> None:
    _, detail = tables(report(visit(), rubric=full_rubric()), tmp_path)
    rows = {row["criterion"]: row for row in detail}
    second, age = rows["need.second"], rows["offer.age"]
    assert (second["subsection"], second["bonus"], second["critical_class"]) == ("Need", "yes", "")
    assert (age["subsection"], age["bonus"], age["critical_class"]) == ("Offer", "no", "compliance")


def test_what_a_reader_should_know_stands_in_one_cell(tmp_path: Path) -> None:
    known = scored()
    card = replace(known.scorecard, role_confidence=0.87, remarks=("the line is noisy",))
    scores, _ = tables(report(replace(known, scorecard=card)), tmp_path)
    assert scores[0]["remarks"] == "Who speaks is estimated, 87 % sure; The line is noisy"
