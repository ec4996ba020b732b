"""What follows a changed rating on the sheets a team lead looks at, and what is said of the rest."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from page_views import full_report, full_view
from scored_builders import report, sample, scored

from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.excel.workbook import write_workbook
from qa_toolkit.scorecards.interface import write

LOW = {"empathy.acknowledge": 0, "ownership.promise": 0}
DANA_SHEET = "Agent – Dana Price"
CHANCES = (
    ({"all": (8, ("i-1", "i-2"))}, False),
    ({"call": (8, ("i-1",)), "chat": (2, ("i-2",))}, True),
    ({"call": (8, ("i-1",))}, False),
)
"""Strata of Dana's two interactions, and whether her own figures are weighed."""


def formulas(sheet: Worksheet) -> list[str]:
    cells = [str(cell.value) for row in sheet.iter_rows() for cell in row]
    return [text for text in cells if text.startswith("=")]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    known = report(scored("i-1"), scored("i-2", LOW))
    return load_workbook(write(known, tmp_path_factory.mktemp("live") / "team.xlsx")[0])


@pytest.mark.parametrize("title", [layout.SUMMARY, DANA_SHEET])
def test_a_changed_rating_says_that_the_rest_is_older(title: str, book: Workbook) -> None:
    (told,) = [text for text in formulas(book[title]) if "since the export" in text]
    assert told.startswith('=IF(COUNTIFS(scores_changed,"Changed"')


@pytest.mark.parametrize("title", [layout.SUMMARY, DANA_SHEET])
def test_means_of_sections_follow_changed_ratings(title: str, book: Workbook) -> None:
    found = " ".join(formulas(book[title]))
    assert [n for n in range(1, 5) if f"scores_section_{n}" in found] == [1, 2, 3, 4]


@pytest.mark.parametrize(("strata", "weighed"), CHANCES, ids=["alike", "unequal", "one not drawn"])
def test_an_agents_figures_now_are_weighed_as_those_exported(
    strata: dict[str, tuple[int, tuple[str, ...]]], tmp_path: Path, *, weighed: bool
) -> None:
    """Otherwise the sheet would show two means of the same ratings before anybody changed one."""
    known = report(scored("i-1"), scored("i-2", LOW), sample=sample(strata))
    sheet = load_workbook(write(known, tmp_path / "team.xlsx")[0])[DANA_SHEET]
    found = [text for text in formulas(sheet) if "(scores_total" in text or ",scores_total" in text]
    assert ["scores_weight" in text for text in found if "INDEX" not in text] == [weighed]


def test_promises_stand_by_their_last_moment_with_real_dates(tmp_path: Path) -> None:
    known = full_report()
    view = full_view(known)
    first, due = view.agents[0].promises[0], datetime(2026, 3, 3, 16, tzinfo=UTC)
    late = (replace(first, due_by=due + timedelta(days=1)), replace(first, due_by=due), first)
    agents = (replace(view.agents[0], promises=late), *view.agents[1:])
    (path,) = write_workbook(replace(view, agents=agents[:1]), known.rubric, tmp_path / "team.xlsx")
    moments = [str(row[2].value) for row in load_workbook(path)[layout.COMMITMENTS]["A4:C6"]]
    assert moments == ["2026-03-03 16:00:00", "2026-03-04 16:00:00", "–"]


def test_critical_failures_have_real_dates(tmp_path: Path) -> None:
    known = report(scored("i-1", {"politeness.no_rudeness": 0}))
    sheet = load_workbook(write(known, tmp_path / "team.xlsx")[0])[layout.CRITICAL]
    assert isinstance(sheet["B5"].value, datetime)
