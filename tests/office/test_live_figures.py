"""What Summary, Critical and the agents' sheets say after a rating was changed."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from recalculating import converted, override_cells
from scored_builders import ALI, report, sample, scored

from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.excel.live import number_of
from qa_toolkit.scorecards.interface import write
from qa_toolkit.scorecards.report import Report

pytestmark = pytest.mark.office
DRAWN = sample({"calls": (9, ("i-1",)), "chats": (3, ("i-2", "i-3"))})
RUDE = {"politeness.no_rudeness": 0}


def known(*second: Scored) -> Report:
    """Three interactions of unequal weight; the third of another agent, and rude."""
    return report(scored("i-1"), *second, scored("i-3", RUDE, agent=ALI), sample=DRAWN)


def texts(book: Workbook, sheet: str) -> list[list[object]]:
    return [[value for value in row if value is not None] for row in book[sheet].values]


def test_figures_follow_overrides_as_python_computes_them(tmp_path: Path) -> None:
    """A verdict changes each way: Dana's second fails now, Ali's passes."""
    (path,) = write(known(scored("i-2")), tmp_path / "team.xlsx")
    book = load_workbook(path)
    override_cells(book, "i-2")["empathy.acknowledge"].value = 0
    override_cells(book, "i-3")["politeness.no_rudeness"].value = 1
    book.save(path)
    now = load_workbook(converted([path], tmp_path, "xlsx") / path.name, data_only=True)

    changed = report(
        scored("i-1"),
        scored("i-2", {"empathy.acknowledge": 0}),
        scored("i-3", agent=ALI),
        sample=DRAWN,
    )
    view = report_view(changed)
    live = next(row for row in texts(now, layout.SUMMARY) if len(row) == 5 and row[2] == 3)
    expected = [number_of(kpi.value) for kpi in view.kpis]
    assert live == [pytest.approx(float(value), abs=0.05) for value in expected]
    dana = next(agent for agent in view.agents if agent.id == "dana")
    means = [row[-1] for row in texts(now, "Agent – Dana Price") if row[:1] == ["Mean total"]]
    assert means == [pytest.approx(float(number_of(dana.kpis[0].value)), abs=0.05)]
    titles = {known.title: known.mean for known in view.sections}
    found = {row[0]: row[-1] for row in texts(now, layout.SUMMARY) if row and row[0] in titles}
    assert {title: round(float(mean or 0), 1) for title, mean in titles.items()} == {
        title: round(float(str(shown)), 1) for title, shown in found.items()
    }
    assert "▲ 2 interactions changed since the export." in str(texts(now, layout.SUMMARY))
    (failure,) = [row for row in texts(now, layout.CRITICAL) if row[:1] == ["i-3"]]
    assert failure[-1] == "No longer"
