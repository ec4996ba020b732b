"""The sheets a team lead looks at, opened again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from page_views import ENTRY, full_report, full_view
from scored_builders import ALI, report, rubric, scored

from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.scorecards.compose import report_view
from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.excel.workbook import write_workbook
from qa_toolkit.scorecards.report import Report
from qa_toolkit.scorecards.view import ReportView

DANA_SHEET = "Agent – Dana Price"
FAILED = {"politeness.no_rudeness": 0}


def written(view: ReportView, known: Report, folder: Path) -> Workbook:
    (path,) = write_workbook(view, known.rubric, folder / "team.xlsx")
    return load_workbook(path)


def plain(known: Report, folder: Path) -> Workbook:
    return written(report_view(known), known, folder)


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Workbook:
    known = full_report()
    return written(full_view(known), known, tmp_path_factory.mktemp("full"))


def texts(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def rows(sheet: Worksheet, heading: str) -> list[dict[str, Cell | MergedCell]]:
    """The rows under the heading row that has this heading."""
    known = list(sheet.iter_rows())
    head = next(n for n, row in enumerate(known) if heading in [cell.value for cell in row])
    names = [str(cell.value) for cell in known[head]]
    return [dict(zip(names, row, strict=True)) for row in known[head + 1 :]]


def inputs(sheet: Worksheet) -> dict[str, Cell | MergedCell]:
    """The input cells of an agent's sheet by field and criterion."""
    keyed = [(str(row[0].value), row[2]) for row in sheet.iter_rows(max_col=3)]
    return {"\t".join(key.split("\t")[::2]): cell for key, cell in keyed if "\t" in key}


def links(book: Workbook) -> Iterator[str]:
    for sheet in book:
        for row in sheet.iter_rows():
            yield from (str(cell.hyperlink.location) for cell in row if cell.hyperlink)


def test_sheets_stand_in_the_order_they_are_needed(full: Workbook) -> None:
    first = [layout.README, layout.SUMMARY, layout.SCORES, layout.DETAIL, layout.CRITICAL]
    then = [layout.COACHING, layout.COMMITMENTS, layout.RUBRIC, layout.LEFT_OUT]
    assert full.sheetnames[:9] == first + then
    assert full.sheetnames[9:11] == ["Agent – Ali Demir", DANA_SHEET]


def test_every_link_leads_to_a_sheet_that_is_there(full: Workbook) -> None:
    found = list(links(full))
    assert len(found) > 15
    assert {place.rpartition("!")[0].strip("'") for place in found} <= set(full.sheetnames)


def test_readme_says_how_to_hand_the_workbook_back(full: Workbook) -> None:
    told = " ".join(texts(full[layout.README]))
    assert "qa overrides import FILE --reviewer NAME" in told
    assert "Team: North." in told
    assert full[layout.README].max_row <= 25


def test_summary_shows_figures_as_exported_and_live(full: Workbook) -> None:
    cells = [row[0] for row in full[layout.SUMMARY].iter_rows()]
    label = next(cell.row for cell in cells if cell.value == "Mean total")
    live = cells[label + 2]
    assert live.number_format == '"Now: "0.0'
    assert "scores_weight" in str(live.value)


def test_without_unequal_chances_the_live_mean_is_plain(tmp_path: Path) -> None:
    book = plain(report(scored("i-1"), scored("i-2", FAILED)), tmp_path)
    assert '=IFERROR(AVERAGE(scores_total),"–")' in texts(book[layout.SUMMARY])


def test_agents_stand_by_name_with_what_to_work_on_first(full: Workbook) -> None:
    known = rows(full[layout.SUMMARY], "Work on first")[:2]
    assert [row["Agent"].value for row in known] == ["Ali Demir", "Dana Price"]
    assert known[0]["Work on first"].value == "–"
    assert str(known[1]["Work on first"].value).startswith("Does the agent show")
    assert known[1]["Next follow-up"].value == datetime(2026, 3, 18)  # noqa: DTZ001


def test_every_chart_has_a_title_and_names_on_its_number_axis(full: Workbook) -> None:
    charts = vars(full[layout.SUMMARY])["_charts"]
    assert len(charts) == 5
    assert all(chart.title and chart.y_axis.title for chart in charts)
    assert not any(chart.x_axis.delete or chart.y_axis.delete for chart in charts)


def test_what_there_is_nothing_of_is_not_shown(tmp_path: Path) -> None:
    known = full_report()
    empty = replace(
        full_view(known), trend=None, criterion_losses=(), losses=(), reviewers=(), differences=()
    )
    told = set(texts(written(empty, known, tmp_path)[layout.SUMMARY]))
    assert {"Agents", "Sections"} <= told
    assert {"Trend", "Reviewers", "Machine and people"}.isdisjoint(told)


def test_a_trend_without_a_mean_leaves_a_gap_in_the_chart(tmp_path: Path) -> None:
    """A dash would be drawn as 0."""
    known = full_report()
    view = full_view(known)
    assert view.trend
    first, *others = view.trend.points
    gap = replace(first, mean=replace(first.mean, value=None, low=None, high=None))
    book = written(replace(view, trend=replace(view.trend, points=(gap, *others))), known, tmp_path)
    row = rows(book[layout.SUMMARY], "Period")[0]
    assert [row[name].value for name in ("Mean total", "From", "To")] == [None, None, None]


def test_a_critical_failure_is_registered_with_what_it_does(tmp_path: Path) -> None:
    book = plain(report(scored("i-1"), scored("i-2", FAILED, agent=ALI)), tmp_path)
    (row,) = rows(book[layout.CRITICAL], "What it does")
    shown = [row[name].value for name in ("Interaction", "Agent", "What it does", "Rated by")]
    assert shown == ["i-2", "Ali Demir", "Total becomes 0", "Machine"]
    assert 'detail_criterion,"politeness.no_rudeness"' in str(row["Now"].value)


def test_a_critical_failure_leads_to_its_rating(tmp_path: Path) -> None:
    book = plain(report(scored("i-1"), scored("i-2", FAILED, agent=ALI)), tmp_path)
    (row,) = rows(book[layout.CRITICAL], "What it does")
    link = row["Detail"].hyperlink
    assert link
    at = int(str(link.location).rpartition("!A")[2])
    detail = rows(book[layout.DETAIL], layout.CRITERION)
    found = next(row for row in detail if row[layout.CRITERION].row == at)
    assert found[layout.CRITERION].value == "politeness.no_rudeness"
    assert found[layout.INTERACTION].value == "i-2"


def test_without_critical_failures_the_register_says_so(full: Workbook) -> None:
    assert "No critical failure among these interactions." in texts(full[layout.CRITICAL])


def test_the_log_has_known_entries_and_lines_for_new_ones(full: Workbook) -> None:
    known, *new = rows(full[layout.COACHING], layout.ENTRY)
    assert (known[layout.ENTRY].value, known[layout.LAST_CHANGE].value) == ("k-3f9c", 3)
    assert len(new) == 20
    assert all(row[layout.ENTRY].value is None for row in new)
    assert not any(row[layout.AGENT].protection.locked for row in new)


def test_the_log_takes_changes_of_known_entries_but_not_of_whose_they_are(full: Workbook) -> None:
    known = rows(full[layout.COACHING], layout.ENTRY)[0]
    locked = {name for name, cell in known.items() if cell.protection.locked}
    assert {layout.ENTRY, layout.AGENT, layout.TOPIC, layout.LAST_CHANGE} <= locked
    assert {layout.FOLLOW_UP, layout.ACKNOWLEDGED, layout.DISPUTE, layout.STATUS}.isdisjoint(locked)


def test_the_log_offers_agents_topics_and_statuses_and_asks_for_days(full: Workbook) -> None:
    rules = full[layout.COACHING].data_validations.dataValidation
    assert {rule.formula1 for rule in rules if rule.type == "list"} == {
        "agents",
        "topics",
        "statuses",
    }
    assert [rule.type for rule in rules].count("date") == 1


def test_promises_stand_overdue_first(tmp_path: Path) -> None:
    known = full_report()
    view = full_view(known)
    kept = replace(view.agents[0].promises[0], status="Kept", status_kind="kept")
    agents = (replace(view.agents[0], promises=(kept,)), *view.agents[1:])
    book = written(replace(view, agents=agents), known, tmp_path)
    statuses = [row["Status"].value for row in rows(book[layout.COMMITMENTS], "Promised by")]
    assert statuses == ["▲ Overdue", "✓ Kept"]


def test_an_agents_sheet_has_strengths_before_priorities(full: Workbook) -> None:
    told = texts(full[DANA_SHEET])
    order = [told.index(word) for word in ("What went well", "To work on", "Sign-off")]
    assert order == sorted(order)
    assert told.count("Situation 1") + told.count("Situation") >= 1


def test_inputs_of_an_agents_sheet_carry_their_keys(full: Workbook) -> None:
    sheet = full[DANA_SHEET]
    keys = [str(row[0]) for row in sheet.iter_rows(max_col=1, values_only=True) if row[0]]
    assert keys[0] == "action\tdana\townership.promise\t3"
    fields = [key.split("\t")[0] for key in keys]
    assert fields == ["action", "follow_up", "coach", "acknowledged", "dispute", "note"] * 2
    assert sheet.column_dimensions["A"].hidden


def test_what_was_agreed_stands_in_the_inputs_already(full: Workbook) -> None:
    view = full_view(full_report())
    first = next(agent for agent in view.agents if agent.id == "dana").priorities[0].criterion
    known = inputs(full[DANA_SHEET])
    assert known[f"action\t{first}"].value == "Name the customer's trouble before any question"
    assert known[f"follow_up\t{first}"].value == datetime(2026, 3, 18)  # noqa: DTZ001
    assert not known[f"note\t{first}"].protection.locked


def of_dana(**changes: Any) -> tuple[ReportView, Report]:
    """The full view with only Dana in it, changed."""
    known = full_report()
    view = full_view(known)
    dana = next(agent for agent in view.agents if agent.id == "dana")
    return replace(view, agents=(replace(dana, **changes),)), known


def test_what_was_agreed_on_other_topics_stands_apart(tmp_path: Path) -> None:
    others = [replace(ENTRY, id=f"k-{n}", topic=f"Topic {n}", action="") for n in range(7)]
    book = written(*of_dana(entries=tuple(others)), tmp_path)
    told = texts(book[DANA_SHEET])
    assert told[told.index("Agreed before, still open") + 1 :][:3] == [
        "k-0",
        "Topic 0",
        "▲ follow-up 18 Mar 2026",
    ]
    assert "… and 2 more on Coaching log." in told


def test_promises_that_were_kept_are_no_topic_for_the_talk(tmp_path: Path) -> None:
    known = full_view(full_report()).agents[1].promises[0]
    kept = replace(known, status="Kept", status_kind="kept")
    book = written(*of_dana(promises=(kept,)), tmp_path)
    assert "Promises to customers" not in texts(book[DANA_SHEET])


def test_with_nothing_to_work_on_the_sheet_says_so(tmp_path: Path) -> None:
    sheet = plain(report(scored("i-1")), tmp_path)[DANA_SHEET]
    assert "Nothing rated costs any of the total." in texts(sheet)
    assert not inputs(sheet)


def test_an_agents_sheet_has_two_pages_at_most(full: Workbook) -> None:
    sheet = full[DANA_SHEET]
    assert sheet.page_setup.orientation == "portrait"
    assert len(sheet.row_breaks.brk) <= 1
    assert sheet.print_area == f"'{DANA_SHEET}'!$B$1:$H${sheet.max_row}"


def test_only_the_latest_interactions_stand_on_an_agents_sheet(tmp_path: Path) -> None:
    known = report(*(scored(f"i-{n}") for n in range(1, 16)))
    sheet = plain(known, tmp_path)[DANA_SHEET]
    assert sum("scores_outcome,MATCH" in text for text in texts(sheet)) == 12
    assert "The latest 12; 3 earlier ones stand on Scores." in texts(sheet)


def test_a_section_under_its_minimum_is_marked_in_words(tmp_path: Path) -> None:
    known = report(scored("i-1", {"empathy.acknowledge": 0}))
    told = texts(plain(known, tmp_path)[DANA_SHEET])
    assert [text for text in told if "▼" in text] == ["□□□□□□□□□□  ▼ under the minimum"]


def test_agents_with_formula_names_get_harmless_sheets(tmp_path: Path) -> None:
    odd = AgentRef(id="x", name="=HYPERLINK('x')")
    book = plain(report(scored("i-1", agent=odd)), tmp_path)
    sheet = book["Agent – =HYPERLINK('x')"]
    assert [cell.data_type for row in sheet.iter_rows() for cell in row if cell.value == odd.name]
    assert all(
        cell.data_type == "s" for row in sheet.iter_rows() for cell in row if cell.value == odd.name
    )


def test_the_rubric_keeps_its_pass_mark_out_of_the_cells_to_fill_in(tmp_path: Path) -> None:
    """It is not read back, so nobody should think that a change of it would last."""
    known = report(scored(), rubric=rubric(pass_mark=72))
    sheet = plain(known, tmp_path)[layout.RUBRIC]
    cell = next(cell for row in sheet.iter_rows() for cell in row if cell.value == 72)
    assert cell.protection.locked


def test_the_headings_of_many_agents_are_repeated_for_each_page(tmp_path: Path) -> None:
    others = [AgentRef(id=f"x{n}", name=f"Name {n:02}") for n in range(60)]
    sheet = plain(full_report(1, *others), tmp_path)[layout.SUMMARY]
    heads = [cell.row for cell in sheet["J"] if cell.value == "Work on first"]
    assert len(heads) > 1
    assert sheet.row_breaks.brk[0].id == heads[1] - 1


@pytest.mark.parametrize("title", [layout.COACHING, DANA_SHEET])
def test_texts_longer_than_can_be_kept_are_refused_where_they_are_typed(
    title: str, full: Workbook
) -> None:
    rules = full[title].data_validations.dataValidation
    lengths = {rule.formula1 for rule in rules if rule.type == "textLength"}
    assert lengths == {"4000", "200"}


def test_losses_by_criterion_say_where_critical_failures_stand(tmp_path: Path) -> None:
    told = " ".join(texts(plain(report(scored("i-1", FAILED)), tmp_path)[layout.SUMMARY]))
    assert "What critical failures cost besides stands by section only." in told
