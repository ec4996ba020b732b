"""The workbook, opened again."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from builders import transcript
from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet
from scored_builders import ALI, FULL, full_rubric, report, rubric, sample, scored, visit

from qa_toolkit import __version__
from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.domain.problem import Problem
from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.excel.sheet import MOST_TEXT, capped
from qa_toolkit.scorecards.interface import write
from qa_toolkit.scorecards.report import Report

HERE = Path(__file__).parent
MIXED = report(
    scored("i-1"),
    scored("i-2", {"empathy.acknowledge": 1, "resolution.solved": "na"}),
    scored("i-3", {"politeness.no_rudeness": 0}, agent=ALI),
    scored("i-4", dict.fromkeys(FULL, "review"), agent=ALI),
    sample=sample({"dana": (8, ("i-1", "i-2")), "ali": (2, ("i-3", "i-4"))}),
    left_out=(Problem(source="calls/a.wav", message="the file is empty", hint="export it again"),),
)
VISITS = report(
    visit("v-1"),
    visit("v-2", {"advice.found": 2, "offer.age": 1, "need.second": 0}, agent=ALI),
    rubric=full_rubric(),
)


def workbook(known: Report, folder: Path) -> Workbook:
    (path,) = write(known, folder / "team.xlsx")
    return load_workbook(path)


def column(book: Workbook, sheet: str, heading: str) -> list[object]:
    rows = list(book[sheet].iter_rows(values_only=True))
    head = next(n for n, row in enumerate(rows) if heading in row)
    at = rows[head].index(heading)
    return [row[at] for row in rows[head + 1 :]]


def dump(book: Workbook) -> str:
    """The workbook as text; a formula that goes on from the row above is not repeated."""
    lines = []
    for sheet in book.worksheets:
        lines.append(f"=== {sheet.title} · frozen {sheet.freeze_panes}")
        above: dict[int, str] = {}
        for row in sheet.iter_rows():
            filled = [cell for cell in row if cell.value not in (None, "")]
            texts = {cell.column: formula_of_any_row(cell) for cell in filled}
            new = [cell for cell in filled if above.get(cell.column) != texts[cell.column]]
            shown = [f"{cell.coordinate} {texts[cell.column]}" for cell in new]
            lines += [" | ".join(shown).replace("\n", "⏎")] if shown else []
            above = {at: text for at, text in texts.items() if text.startswith("=")}
    return "\n".join(lines).replace(__version__, "VERSION") + "\n"


def formula_of_any_row(cell: Cell | MergedCell) -> str:
    return re.sub(rf"(?<=[A-Z]){cell.row}\b", "#", str(cell.value))


@pytest.mark.parametrize(
    ("known", "name"), [(MIXED, "workbook.txt"), (VISITS, "workbook_visits.txt")]
)
def test_the_workbook_reads_as_agreed(known: Report, name: str, tmp_path: Path) -> None:
    """To accept a new layout, delete the text, run this twice and read the difference."""
    agreed = HERE / name
    text = dump(workbook(known, tmp_path))
    if not agreed.exists():
        agreed.write_text(text, encoding="utf-8")
        pytest.fail(f"{name} was missing and has been written")
    assert text == agreed.read_text(encoding="utf-8")


def test_previewers_see_numbers_not_formulas(tmp_path: Path) -> None:
    book = workbook(MIXED, tmp_path)
    assert column(book, "Scores", "Total") == [0, "–", 100, 80.8]
    assert column(book, "Scores", "Outcome") == ["Fail", "Not scored", "Pass", "Pass"]


def test_equal_reports_are_equal_files(tmp_path: Path) -> None:
    one, other = (write(MIXED, tmp_path / name)[0] for name in ("a.xlsx", "b.xlsx"))
    assert one.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("name", ["=1+1", "+44 20", "-5", "@SUM(A1)", "#N/A", "=cmd|' /C calc'!A0"])
def test_text_never_becomes_a_formula(name: str, tmp_path: Path) -> None:
    book = workbook(report(scored(agent=AgentRef(id="x", name=name))), tmp_path)
    cell = next(cell for cell in book["Scores"]["B"] if cell.value == name)
    assert cell.data_type == "s"
    assert cell.quotePrefix == name.startswith(("=", "+", "-", "@"))


def test_control_characters_and_emoji_are_no_obstacle(tmp_path: Path) -> None:
    odd = AgentRef(id="x", name="A\x00b \x1b[31m 😀 مرحبا \ud83d")
    book = workbook(report(scored(agent=odd)), tmp_path)
    assert column(book, "Scores", "Agent")[0] == "Ab [31m 😀 مرحبا "


def test_text_longer_than_a_cell_is_cut_and_says_so() -> None:
    cut = capped("x" * 40_000)
    assert len(cut) == MOST_TEXT
    assert cut.endswith("(cut: a cell holds no more)")


def test_a_turn_of_a_megabyte_fits(tmp_path: Path) -> None:
    long = transcript("A: " + "x" * 1_000_000)
    quotes = {"politeness.greeting": ((0, "x" * 900_000, 1),)}
    book = workbook(report(scored(said=long, quotes=quotes)), tmp_path)
    assert len(str(column(book, "Detail", "Evidence")[0])) < 1_000


def test_a_report_on_nothing_opens(tmp_path: Path) -> None:
    book = workbook(report(), tmp_path)
    assert {"README", "Summary", "Scores", "Detail", "Rubric"} <= set(book.sheetnames)
    assert not book["Scores"].tables


def printed_width(sheet: Worksheet) -> float:
    """Points that the columns that are seen take on paper; a column is 5.25 for each character."""
    widths = [known.width for known in sheet.column_dimensions.values() if not known.hidden]
    assert widths
    return 5.25 * sum(widths) * (sheet.page_setup.scale or 100) / 100


@pytest.mark.parametrize("known", [MIXED, VISITS], ids=["contacts", "visits"])
def test_every_sheet_prints_one_page_wide(known: Report, tmp_path: Path) -> None:
    for sheet in workbook(known, tmp_path).worksheets:
        upright = sheet.title.startswith(layout.AGENT_PREFIX)  # a page for the talk
        assert sheet.page_setup.orientation == ("portrait" if upright else "landscape")
        set_up = sheet.sheet_properties.pageSetUpPr
        assert set_up
        if not set_up.fitToPage:
            assert printed_width(sheet) <= (523 if upright else 770)
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert "Page &P of &N" in str(sheet.oddFooter)


def test_what_needs_a_look_is_marked_in_its_column(tmp_path: Path) -> None:
    book = workbook(MIXED, tmp_path)
    marks = {
        (sheet.title, str(area.sqref).split(":")[0]): [*rule.formula, rule.dxf is not None]
        for sheet in book
        for area in sheet.conditional_formatting
        for rule in area.rules
    }
    wanted = {
        ("Summary", "Critical failures now"): "AND(ISNUMBER({0}),{0}>0)",
        ("Summary", "Next follow-up"): "AND(ISNUMBER({0}),{0}<TODAY())",
        ("Scores", "Outcome (recalculated)"): '{0}="Fail"',
        ("Scores", "Changed"): '{0}="Changed"',
        ("Critical", "Now"): '{0}="Failed"',
        ("Coaching log", "Follow-up"): 'AND(ISNUMBER({0}),{0}<TODAY(),$I4<>"Closed")',
    }
    for (name, heading), formula in wanted.items():
        first = next(cell for row in book[name] for cell in row if cell.value == heading)
        below = f"{first.column_letter}{first.row + 1}"
        assert marks[name, below] == [formula.format(below), True]


def test_tables_have_filters_and_a_frozen_heading(tmp_path: Path) -> None:
    book = workbook(MIXED, tmp_path)
    for name, rows in (("Scores", 4), ("Detail", 20)):
        (table,) = book[name].tables.values()
        first, last = (
            int(part.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) for part in table.ref.split(":")
        )
        assert last - first == rows
        assert table.autoFilter.ref == table.ref
        assert book[name].freeze_panes == f"C{first + 1}"
        assert book[name].print_title_rows == f"${first}:${first}"


def test_subsections_bonus_and_classes_have_their_columns(tmp_path: Path) -> None:
    book = workbook(VISITS, tmp_path)
    at = column(book, "Detail", "Criterion").index("need.second")
    shown = [column(book, "Detail", name)[at] for name in ("Subsection", "Bonus", "Critical")]
    assert shown == ["Need", "Bonus", None]
    assert "Critical: compliance" in column(book, "Detail", "Critical")


def test_columns_that_a_rubric_has_no_use_for_are_left_out(tmp_path: Path) -> None:
    book = workbook(MIXED, tmp_path)
    sheets = (book[name] for name in ("Scores", "Detail", "Rubric"))
    headings = {str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row}
    assert {"Band", "Subsection", "Bonus", "Root causes", "Machine total"}.isdisjoint(headings)


def test_the_band_stands_beside_the_total(tmp_path: Path) -> None:
    book = workbook(VISITS, tmp_path)
    assert column(book, "Scores", "Band") == ["Needs work", "Outstanding"]
    assert "LOOKUP" in str(column(book, "Scores", "Band (recalculated)")[0])


def test_the_rubric_sheet_says_what_a_workbook_does_not_work_out_again(tmp_path: Path) -> None:
    """Only a rubric that asks for answers to other criteria needs the sentence."""
    told = "Whether a criterion applies after an answer to another is not worked out again here"
    for known, wanted in ((VISITS, True), (MIXED, False)):
        words = [str(cell.value) for row in workbook(known, tmp_path)["Rubric"] for cell in row]
        assert any(word.startswith(told) for word in words) is wanted


def test_the_chart_has_room_for_bonus_points(tmp_path: Path) -> None:
    """A mean of 133.3 on an axis that ends at 100 would be cut off."""
    generous = full_rubric(policy={"bonus": "open"})
    write(report(visit(rubric=generous), rubric=generous), tmp_path / "team.xlsx")
    with zipfile.ZipFile(tmp_path / "team.xlsx") as archive:
        assert b'<max val="140"' in archive.read("xl/charts/chart1.xml").replace(b"c:", b"")


def test_a_section_called_like_a_subsection_keeps_headings_apart(tmp_path: Path) -> None:
    sections = full_rubric().model_dump(by_alias=True, exclude_defaults=True)["sections"]
    sections[0]["title"] = "Advice: Need"
    odd = full_rubric(sections=sections)
    book = workbook(report(visit(rubric=odd), rubric=odd), tmp_path)
    names = [str(known.name).casefold() for known in book["Scores"].tables["Scores"].tableColumns]
    assert len(names) == len(set(names))
    assert "advice: need [door]" in names


@pytest.mark.parametrize("title", ["Politeness", "politeness", "Total", "WHY"])
def test_headings_are_unique_whatever_sections_are_called(title: str, tmp_path: Path) -> None:
    """Excel refuses a table with two headings that differ only in case."""
    sections = rubric().model_dump()["sections"]
    sections[1]["title"] = title
    odd = rubric(sections=sections)
    book = workbook(report(scored(rubric=odd), rubric=odd), tmp_path)
    assert column(book, "Scores", f"{title} [empathy]") == [100]
    headings = [
        str(known.name).casefold() for known in book["Scores"].tables["Scores"].tableColumns
    ]
    assert len(headings) == len(set(headings))


def test_what_was_left_out_has_its_own_sheet(tmp_path: Path) -> None:
    book = workbook(MIXED, tmp_path)
    assert column(book, "Left out", "Where") == ["calls/a.wav"]


def test_a_long_list_of_what_was_left_out_stays_off_the_summary(tmp_path: Path) -> None:
    gone = tuple(Problem(source=f"{n}.wav", message="the file is empty") for n in range(20))
    book = workbook(report(left_out=gone), tmp_path)
    assert len(column(book, "Left out", "Where")) == 20
    words = [str(row[0]) for row in book["Summary"].iter_rows(values_only=True)]
    assert "… and 12 more: all of them stand on sheet Left out." in words


def test_why_says_that_roles_are_estimated(tmp_path: Path) -> None:
    known = scored()
    card = replace(known.scorecard, role_confidence=0.87)
    book = workbook(report(replace(known, scorecard=card)), tmp_path)
    (why,) = column(book, "Scores", "Why")
    assert str(why).splitlines()[1] == "Who speaks is estimated, 87 % sure"
