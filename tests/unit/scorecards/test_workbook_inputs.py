"""What people may fill into the workbook, and what its reader finds again."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from scored_builders import (
    ALI,
    DANA,
    corrected,
    full_rubric,
    override,
    report,
    rubric,
    sample,
    scored,
    visit,
)

from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.domain.override import RootCause
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.errors import UsageError
from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.excel.digest import digest
from qa_toolkit.scorecards.interface import write
from qa_toolkit.scorecards.report import Report

TEAM = report(scored("i-1"), scored("i-2", agent=ALI), sample=sample({"all": (8, ("i-1", "i-2"))}))
VISITS = report(visit("v-1"), rubric=full_rubric())
INPUTS = (layout.OVERRIDE, layout.REASON, layout.CAUSE, layout.REVIEWER)


def workbook(known: Report, folder: Path) -> Workbook:
    (path,) = write(known, folder / "team.xlsx")
    return load_workbook(path)


def table(book: Workbook, sheet: str, heading: str) -> list[dict[str, object]]:
    """The rows under the row that holds this heading, by heading."""
    rows = list(book[sheet].iter_rows(values_only=True))
    head = next(n for n, row in enumerate(rows) if heading in row)
    heads = [str(name) for name in rows[head]]
    return [dict(zip(heads, row, strict=True)) for row in rows[head + 1 :]]


def listed(book: Workbook, heading: str) -> list[object]:
    return [row[heading] for row in table(book, layout.LISTS, heading) if row[heading] is not None]


def rule_of(book: Workbook, heading: str) -> DataValidation:
    sheet = book[layout.DETAIL]
    letter = next(cell.column_letter for cell in sheet[3] if cell.value == heading)
    rules: list[DataValidation] = sheet.data_validations.dataValidation
    return next(rule for rule in rules if str(rule.sqref).startswith(f"{letter}4:"))


def test_detail_has_the_headings_its_reader_looks_for(tmp_path: Path) -> None:
    book = workbook(TEAM, tmp_path)
    heads = {cell.value for cell in book[layout.DETAIL][3]}
    named = (layout.INTERACTION, layout.CRITERION, layout.EFFECTIVE, layout.BASED_ON)
    assert heads.issuperset((*INPUTS, *named))


def test_only_the_cells_to_fill_in_are_unlocked(tmp_path: Path) -> None:
    sheet = workbook(TEAM, tmp_path)[layout.DETAIL]
    heads = {cell.column: cell.value for cell in sheet[3]}
    unlocked = {heads[cell.column] for cell in sheet[4] if not cell.protection.locked}
    assert unlocked == set(INPUTS)


def test_every_sheet_is_protected_without_a_password(tmp_path: Path) -> None:
    for sheet in workbook(TEAM, tmp_path).worksheets:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        allowed = (sheet.protection.autoFilter, sheet.protection.formatColumns)
        assert allowed == (False, False)


@pytest.mark.parametrize("heading", INPUTS)
def test_every_input_says_what_it_is_for_and_refuses_what_does_not_fit(
    heading: str, tmp_path: Path
) -> None:
    """Excel shows titles of at most 32 characters and messages of at most 255."""
    rule = rule_of(workbook(TEAM, tmp_path), heading)
    assert (rule.showInputMessage, rule.showErrorMessage, rule.errorStyle) == (True, True, "stop")
    assert 0 < len(str(rule.prompt)) <= 255
    assert max(len(str(rule.promptTitle)), len(str(rule.errorTitle))) <= 32


def test_the_drop_down_of_an_override_asks_its_own_row(tmp_path: Path) -> None:
    """One rule for all rows, so sorting does no harm; each row says where its own list lies."""
    book = workbook(VISITS, tmp_path)
    rows = table(book, layout.DETAIL, layout.OVERRIDE)
    at = {str(row[layout.CRITERION]): row for row in rows}
    lists = listed(book, layout.LIST_LEVELS)
    offers = {
        name: lists[int(str(row["Levels from"])) :][: int(str(row["Levels"]))]
        for name, row in at.items()
    }
    assert offers["advice.found"] == [0, 2, 5, "N/A"]
    assert offers["till.price"] == [0, 1]  # critical: it has to be rated
    assert str(rule_of(book, layout.OVERRIDE).formula1).startswith("OFFSET(levels,$")


def test_lists_are_hidden_and_hold_what_drop_downs_offer(tmp_path: Path) -> None:
    book = workbook(TEAM, tmp_path)
    assert book[layout.LISTS].sheet_state == "hidden"
    assert listed(book, layout.LIST_LEVELS) == [0, 1, "N/A", 0, 1, 0, 1, 2, "N/A"]
    causes = [str(word).lower() for word in listed(book, layout.LIST_CAUSES)]
    assert [RootCause(word) for word in causes] == list(RootCause)


def changed_by_kim() -> Report:
    """The machine gave full marks; Kim has lowered one rating and set another aside."""
    return corrected(
        scored("i-1"),
        override("empathy.acknowledge", 1, number=4),
        override("empathy.acknowledge", 0, reason="Only a stock phrase.", number=7),
        override("resolution.solved", None, cause=RootCause.POLICY, number=8),
    )


def test_overrides_in_force_stand_in_their_cells_beside_what_the_machine_said(
    tmp_path: Path,
) -> None:
    book = workbook(changed_by_kim(), tmp_path)
    rows = {row[layout.CRITERION]: row for row in table(book, layout.DETAIL, layout.OVERRIDE)}
    headings = (*INPUTS, "Machine rating", "Status", layout.BASED_ON)
    lowered, aside, untouched = (
        tuple(rows[name][heading] for heading in headings)
        for name in ("empathy.acknowledge", "resolution.solved", "politeness.greeting")
    )
    assert lowered == (0, "Only a stock phrase.", None, "Kim", 2, "Rated", 7)
    assert aside == ("N/A", None, "Policy", "Kim", 2, "Rated", 8)
    assert untouched == (None, None, None, None, 1, "Rated", 0)


def test_the_level_beside_the_machines_rating_is_the_one_the_machine_saw(tmp_path: Path) -> None:
    book = workbook(changed_by_kim(), tmp_path)
    plain = workbook(report(scored("i-1")), tmp_path)
    changed, before = (
        [row["Level reached, why"] for row in table(known, layout.DETAIL, layout.OVERRIDE)]
        for known in (book, plain)
    )
    assert changed == before


def test_the_machines_total_stands_beside_one_that_people_have_changed(tmp_path: Path) -> None:
    (row,) = table(workbook(changed_by_kim(), tmp_path), layout.SCORES, "Total")
    known = (row["Outcome"], row["Total"], row["Machine outcome"], row["Machine total"])
    assert known == ("Fail", 61.5, "Pass", "100.0")


def test_agents_of_one_name_are_told_apart_by_their_ids(tmp_path: Path) -> None:
    twin = AgentRef(id="dana-2", name="dana price")
    book = workbook(report(scored("i-1"), scored("i-2", agent=twin)), tmp_path)
    assert listed(book, layout.LIST_AGENTS) == ["Dana Price (dana)", "dana price (dana-2)"]
    assert listed(book, layout.LIST_AGENT_IDS) == ["dana", "dana-2"]


def test_the_manifest_says_what_the_workbook_was_made_from(tmp_path: Path) -> None:
    book = workbook(TEAM, tmp_path)
    rows = list(book[layout.MANIFEST].iter_rows(values_only=True))
    facts = {str(row[0]): row[1] for row in rows[: len(layout.MANIFEST_KEYS)]}
    assert tuple(facts) == layout.MANIFEST_KEYS
    known = (facts["format"], facts["rubric"], facts["rubric version"], facts["sample"])
    assert known == (str(layout.FORMAT), "service", "1.0.0", "s-0001")
    assert [row[0] for row in rows[len(facts) + 1 : -1]] == ["i-2", "i-1"]


def sealed(book: Workbook) -> tuple[str, object]:
    """The digest of the hidden sheets as they are, and the one that was written down."""
    hidden = {name: list(book[name].values) for name in (layout.LISTS, layout.MANIFEST)}
    _, seal = hidden[layout.MANIFEST].pop()
    return digest(hidden), seal


def test_the_digest_holds_after_another_program_has_saved_the_workbook(tmp_path: Path) -> None:
    book = workbook(VISITS, tmp_path)
    book.save(tmp_path / "saved.xlsx")
    now, written = sealed(load_workbook(tmp_path / "saved.xlsx"))
    assert now == written


@pytest.mark.parametrize(
    ("name", "cell"), [(layout.LISTS, "A2"), (layout.LISTS, "E2"), (layout.MANIFEST, "B4")]
)
def test_an_edited_hidden_sheet_is_noticed(name: str, cell: str, tmp_path: Path) -> None:
    book = workbook(VISITS, tmp_path)
    book[name][cell] = "something else"
    now, written = sealed(book)
    assert now != written


def test_the_digest_minds_no_more_than_what_was_written() -> None:
    """Whole numbers, white space and empty cells are not the same in every program."""
    one = digest({"Lists": [(1, "a  b", None), ()]})
    assert one == digest({"Lists": [(1.0, " a b"), (None, None)]})
    assert one != digest({"Lists": [(1, "a b c")]})


def test_formulas_carry_their_last_values(tmp_path: Path) -> None:
    """Protected view and previewers calculate nothing: without a value they show a blank."""
    (path,) = write(report(scored("i-1", {"empathy.acknowledge": "na"})), tmp_path / "team.xlsx")
    book = load_workbook(path, data_only=True)
    (row,) = table(book, layout.SCORES, "Total")
    assert (row["Total (recalculated)"], row["Outcome (recalculated)"]) == (100, "Pass")
    ratings = [row[layout.EFFECTIVE] for row in table(book, layout.DETAIL, layout.OVERRIDE)]
    assert ratings == [1, 1, "N/A", 2, 2]


def test_names_lead_to_the_agents_sheet(tmp_path: Path) -> None:
    sheet = workbook(TEAM, tmp_path)[layout.SCORES]
    links = [cell.hyperlink.location for (cell,) in sheet["B6:B7"] if cell.hyperlink]
    assert links == ["'Agent – Ali Demir'!A1", "'Agent – Dana Price'!A1"]


def test_the_file_does_not_depend_on_the_process_that_writes_it(tmp_path: Path) -> None:
    """Sets and hashes differ from process to process; the bytes must not."""
    code = (
        "from pathlib import Path; from scored_builders import *; "
        "from qa_toolkit.scorecards.interface import write; import sys; "
        "write(report(visit('v-1'), visit('v-2', agent=ALI), rubric=full_rubric()), "
        "Path(sys.argv[1]))"
    )
    paths = [tmp_path / "a.xlsx", tmp_path / "b.xlsx"]
    for seed, path in enumerate(paths, start=1):
        known = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": os.pathsep.join(sys.path)}
        subprocess.run([sys.executable, "-c", code, str(path)], check=True, env=known)
    one, other = (zipfile.ZipFile(path) for path in paths)
    parts = [name for name in one.namelist() if one.read(name) != other.read(name)]
    assert not parts
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_all_not_applicable_is_a_row_of_dashes(tmp_path: Path) -> None:
    ratings = dict.fromkeys(
        (name for name, placed in full_rubric().places.items() if placed.criterion.scored), "na"
    )
    book = workbook(report(visit("v-1", ratings), rubric=full_rubric()), tmp_path)
    (row,) = table(book, layout.SCORES, "Total")
    assert (row["Total"], row["Outcome"]) == ("–", "Not scored")
    assert {row["Machine rating"] for row in table(book, layout.DETAIL, "Override")} == {"N/A"}


def test_a_workbook_without_scorecards_still_has_the_names_formulas_use(tmp_path: Path) -> None:
    book = workbook(report(), tmp_path)
    assert {"scores_total", "detail_key", "levels", "agents", "pass_mark"} <= set(
        book.defined_names
    )
    assert DANA.id not in listed(book, layout.LIST_AGENT_IDS)


def with_sections(count: int, **more: Any) -> Rubric:
    """A rubric of so many sections; every one can be lost, which makes for long formulas."""
    sections = [
        {
            "id": f"s{number}",
            "title": f"Section {number}",
            "weight": 1,
            "criteria": [
                {
                    "id": f"s{number}.c",
                    "question": "Is it shown?",
                    "critical": True,
                    "scale": {0: "no", 1: "yes"},
                }
            ],
        }
        for number in range(count)
    ]
    policy = {"critical": "section", "total": "criteria"}
    return rubric(sections=sections, minimums={}, policy=policy, **more)


def test_more_ratings_than_rows_are_told_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qa_toolkit.scorecards.excel.workbook.MOST_ROWS", 10)
    with pytest.raises(UsageError, match="10 ratings do not fit into a workbook"):
        write(TEAM, tmp_path / "team.xlsx")
    assert not list(tmp_path.iterdir())


def test_a_rubric_too_long_for_excels_formulas_is_told(tmp_path: Path) -> None:
    """Excel takes 8,192 characters, and does not open a workbook that has more in a cell."""
    for count, fits in ((30, True), (120, False)):
        known = with_sections(count)
        cards = report(scored("i-1", rubric=known), rubric=known)
        if fits:
            book = workbook(cards, tmp_path)
            longest = max(len(str(cell.value)) for cell in book[layout.SCORES][6])
            assert longest < 8_192
        else:
            with pytest.raises(UsageError, match="too many sections"):
                workbook(cards, tmp_path)


@pytest.mark.parametrize("title", ["Two\nlines", "x" * 400], ids=["lines", "long"])
def test_headings_of_tables_stay_what_excel_takes(title: str, tmp_path: Path) -> None:
    sections = rubric().model_dump()["sections"]
    sections[1]["title"] = title
    known = rubric(sections=sections)
    book = workbook(report(scored(rubric=known), rubric=known), tmp_path)
    names = [str(column.name) for column in book[layout.SCORES].tables["Scores"].tableColumns]
    assert max(map(len, names)) <= 255
    assert not any("\n" in name for name in names)
    assert [str(cell.value) for cell in book[layout.SCORES][5]] == names
