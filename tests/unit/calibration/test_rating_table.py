"""Tables of ratings: long or wide, whatever the headings, with every bad cell told."""

import pytest
from builders import criterion, rubric

from qa_toolkit.calibration.collect import Collected
from qa_toolkit.calibration.criteria import Criteria
from qa_toolkit.calibration.ratings import Read
from qa_toolkit.calibration.sheet import Row, Sheet, letters
from qa_toolkit.calibration.table import read_tables
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.errors import UsageError

TWO = rubric(criterion(id="s.sorry", question="Is it sorry?"), criterion(id="s.name"))


def sheet(text: str, name: str = "") -> Sheet:
    """A table of lines with ` | ` between cells."""
    lines = enumerate(text.strip().splitlines(), start=1)
    rows = [Row(at, [cell.strip() for cell in line.split("|")]) for at, line in lines]
    return Sheet(source="r.csv", rows=rows, name=name, is_workbook=bool(name))


def read(*sheets: Sheet, judged_by: Rubric | None = None) -> Read:
    collected = Collected()
    read_tables(sheets, "dana", Criteria(judged_by), collected)
    return collected.read()


def ratings(found: Read) -> dict[tuple[str, str, str], float | None]:
    return {
        (one.name, rating.interaction, rating.criterion): rating.value
        for one in found.evaluators
        for rating in one.ratings
    }


LONG = """
Interaction | Criterion | Rating
c-1 | sorry | 2
c-1 | name | n/a
"""
WIDE = """
Contact-ID | sorry | name | Comments
c-1 | 2 | n/a | well done
"""


@pytest.mark.parametrize("table", [LONG, WIDE], ids=["one row a rating", "one row an interaction"])
def test_both_shapes_say_the_same(table: str) -> None:
    assert ratings(read(sheet(table))) == {
        ("dana", "c-1", "sorry"): 2,
        ("dana", "c-1", "name"): None,
    }


@pytest.mark.parametrize(
    "header",
    [
        "conversation id | question | score",
        "TICKET | line item | points",
        "id | Criterion ID | Grade",
    ],
)
def test_usual_headings_are_known(header: str) -> None:
    found = read(sheet(f"{header}\nc-1 | sorry | 1"))
    assert ratings(found) == {("dana", "c-1", "sorry"): 1}


def test_a_column_says_who_rated() -> None:
    found = read(sheet("id | sorry | Reviewer\nc-1 | 1 | Eli\nc-1 | 2 | Fay"))
    assert ratings(found) == {("Eli", "c-1", "sorry"): 1, ("Fay", "c-1", "sorry"): 2}


def test_a_file_of_one_criterion_need_not_name_it() -> None:
    assert ratings(read(sheet("id | rating | comment\nc-1 | 1 | ok"))) == {("dana", "c-1", ""): 1}


def test_lines_above_the_header_are_passed_over() -> None:
    found = read(sheet(f"Reviews of May\nsecond line\n{LONG.strip()}"))
    assert len(ratings(found)) == 2


def test_every_bad_cell_is_told_with_its_line_and_the_good_ones_count() -> None:
    found = read(sheet("id | sorry\nc-1 | 1\nc-2 | perhaps\n | 2\nc-4 | 0"))
    assert [(problem.line, problem.severity) for problem in found.problems] == [
        (3, "error"),
        (4, "error"),
    ]
    assert set(ratings(found)) == {("dana", "c-1", "sorry"), ("dana", "c-4", "sorry")}


def test_in_a_workbook_the_cell_is_named() -> None:
    (problem,) = read(sheet("id | sorry\nc-1 | 1\nc-2 | perhaps", name="May")).problems
    assert problem.place == "r.csv: May!B3"


def test_one_row_a_rating_is_preferred_among_sheets() -> None:
    totals = sheet("Interaction | Empathy | Total\nc-1 | 50.0 | 60.0", name="Scores")
    found = read(totals, sheet(LONG, name="Detail"))
    assert ("dana", "c-1", "sorry") in ratings(found)
    assert len(ratings(found)) == 2


def test_a_table_without_interactions_is_refused() -> None:
    with pytest.raises(UsageError, match="no table of ratings"):
        read(sheet("name | rating\nx | 2"))


@pytest.mark.parametrize("name", ["s.sorry", "S.Sorry", "sorry", "Is it sorry?"])
def test_a_rubric_knows_its_criteria_by_id_short_id_and_question(name: str) -> None:
    found = read(sheet(f"id | criterion | rating\nc-1 | {name} | shown"), judged_by=TWO)
    assert ratings(found) == {("dana", "c-1", "s.sorry"): 2}


def test_an_unknown_criterion_is_told_once_with_how_often_it_comes() -> None:
    rows = "\n".join(f"c-{at} | s.sory | 1" for at in range(9))
    (problem,) = read(sheet(f"id | criterion | rating\n{rows}"), judged_by=TWO).problems
    assert problem.message == (
        "'s.sory' is no criterion of the rubric, did you mean 's.sorry'? (and 8 more rows)"
    )


def test_a_column_that_is_no_criterion_of_the_rubric_is_told_and_passed_over() -> None:
    found = read(sheet("id | s.sorry | tone\nc-1 | 1 | 5"), judged_by=TWO)
    assert [problem.severity for problem in found.problems] == ["warning"]
    assert ratings(found) == {("dana", "c-1", "s.sorry"): 1}


def test_a_column_of_remarks_is_no_criterion() -> None:
    found = read(sheet("id | sorry | what I liked\nc-1 | 1 | tone\nc-2 | 2 | all of it"))
    assert {criterion for _, _, criterion in ratings(found)} == {"sorry"}
    assert not found.problems


def test_the_first_of_two_ratings_counts_and_the_other_is_told() -> None:
    found = read(sheet("id | sorry\nc-1 | 1\nc-1 | 2\nc-1 | 1"))
    assert ratings(found) == {("dana", "c-1", "sorry"): 1}
    assert [(problem.line, problem.severity) for problem in found.problems] == [
        (3, "error"),
        (4, "warning"),
    ]


def test_a_status_says_that_there_is_no_rating() -> None:
    found = read(sheet("id | criterion | rating | status\nc-1 | x | 0 | Needs review"))
    assert ratings(found) == {("dana", "c-1", "x"): None}


def test_an_id_that_an_export_guarded_is_the_id_again() -> None:
    found = read(sheet("id | sorry\n'+44 20 | 1"))
    assert ratings(found) == {("dana", "+44 20", "sorry"): 1}


def test_the_agent_is_noted() -> None:
    assert read(sheet("id | agent | sorry\nc-1 | ali | 1")).agents == {"c-1": "ali"}


@pytest.mark.parametrize(("column", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_columns_are_called_as_in_a_spreadsheet(column: int, name: str) -> None:
    assert letters(column) == name
