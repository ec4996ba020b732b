"""Excel opens the workbook: nothing in it that other programs forgive and Excel does not."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from excel_rules import broken_rules
from page_views import full_report, full_view
from scored_builders import full_rubric, report, rubric, scored, visit

from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.scorecards.excel.workbook import write_workbook
from qa_toolkit.scorecards.interface import write

NAMES = (
    "O'Hara [North] *?:/\\",
    "'quoted'",
    "=1+1",
    "a" * 60,
    "a" * 60,
    "😀" * 40,
    "مرحبا",
    "   ",
    "README",
    "A1",
    "\x00\x1b_x0041_",
    "x" * 70 + " &&&P",
)
ODD = 'Care\x07 and\n\t trust\u200b \'=& "<>" _x0041_ ' + "x" * 300


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Path:
    known = full_report()
    return write_workbook(
        full_view(known), known.rubric, tmp_path_factory.mktemp("rich") / "a.xlsx"
    )[0]


def test_a_workbook_with_all_its_parts_breaks_no_rule_of_excel(rich: Path) -> None:
    assert broken_rules(rich) == []


def test_a_rubric_with_all_that_there_is_breaks_no_rule_of_excel(tmp_path: Path) -> None:
    visits = report(visit("v-1"), visit("v-2", {"advice.found": 2}), rubric=full_rubric())
    assert broken_rules(write(visits, tmp_path / "visits.xlsx")[0]) == []


def test_odd_names_and_endless_titles_break_no_rule_of_excel(tmp_path: Path) -> None:
    """A scope of many names once made a footer longer than Excel takes."""
    agents = [AgentRef(id=f"a{n}", name=name, team="t" * 60) for n, name in enumerate(NAMES)]
    sections = tuple(known.model_copy(update={"title": ODD}) for known in rubric().sections)
    odd = rubric().model_copy(update={"title": ODD, "sections": sections})
    view = full_view(replace(full_report(2, *agents), rubric=odd))
    view = replace(view, title=ODD, scope=" · ".join(NAMES))
    assert broken_rules(write_workbook(view, odd, tmp_path / "odd.xlsx")[0]) == []


@pytest.mark.parametrize(
    "title",
    [
        "Total (recalculated)",
        "outcome (RECALCULATED)",
        "Politeness (recalculated)",
        "Rows",
        "OPEN",
        "Machine total",
        "Coverage (recalculated)",
    ],
)
def test_a_section_called_like_a_column_breaks_no_rule_of_excel(title: str, tmp_path: Path) -> None:
    sections = list(rubric().sections)
    sections[1] = sections[1].model_copy(update={"title": title})
    odd = rubric().model_copy(update={"sections": tuple(sections)})
    known = full_report()
    changed = replace(known.scored[0], machine=scored("i-1", {"ownership.promise": 0}).scorecard)
    view = full_view(replace(known, rubric=odd, scored=(changed, *known.scored[1:])))
    (path,) = write_workbook(view, odd, tmp_path / "odd.xlsx")
    assert broken_rules(path) == []


@pytest.mark.parametrize(
    ("part", "known", "broken", "told"),
    [
        ("sheet3", "IFERROR(", "IFNA(", "functions ['IFNA']"),
        ("sheet2", "<mergeCells", "<drawing/><mergeCells", "drawing twice"),
        ("sheet3", ">Interaction<", ">Contact<", "table Scores has columns"),
        ("sheet2", "<mergeCell ref=", '<mergeCell ref="A1:F9" /><mergeCell ref=', "merged"),
        ("sheet4", 'prompt="', f'prompt="{"x" * 256}', "too long"),
        ("sheet1", "Page &amp;P", "x" * 256, "oddFooter"),
        ("sheet1", 's="1"', 's="1" s="1"', "duplicate attribute"),
    ],
    ids=["new function", "part twice", "heading", "merged", "prompt", "footer", "attribute"],
)
def test_what_excel_would_call_damaged_is_told(
    part: str, known: str, broken: str, told: str, rich: Path, tmp_path: Path
) -> None:
    damaged, name = tmp_path / "damaged.xlsx", f"xl/worksheets/{part}.xml"
    with zipfile.ZipFile(rich) as whole, zipfile.ZipFile(damaged, "w") as copy:
        for entry in whole.namelist():
            data = whole.read(entry)
            copy.writestr(
                entry, data.replace(known.encode(), broken.encode(), 1) if entry == name else data
            )
    assert told in " ".join(broken_rules(damaged))
