"""Lists of questions, as teams keep them in spreadsheets, become rubrics and come back."""

import io
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from builders import criterion, rubric
from form_builders import Read, from_list
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from qa_toolkit.errors import UsageError
from qa_toolkit.forms.difference import Differences
from qa_toolkit.forms.question_list import csv_of, xlsx_of
from qa_toolkit.forms.questions import WIDTHS, write_rows

HEADER = "Section,Question,Type,Answers,Weight,Critical,N/A,Guidance\n"


def one(answers: str, kind: str = "", **fields: str) -> Read:
    """A list with one question."""
    names = ("weight", "critical", "na", "guidance")
    cells = ["Basics", "Is it so?", kind, answers, *(fields.get(name, "") for name in names)]
    return from_list(csv_of([HEADER.strip().split(","), cells]))


def workbook(*rows: list[Any]) -> bytes:
    made = Workbook()
    for row in rows:
        made.worksheets[0].append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("answers", "kind", "type_", "levels"),
    [
        ("Yes/No", "", "yes_no", {0: "No", 1: "Yes"}),
        ("no / yes", "", "yes_no", {0: "no", 1: "yes"}),
        ("Pass|Fail", "", "yes_no", {0: "Fail", 1: "Pass"}),
        ("", "", "yes_no", {0: "No", 1: "Yes"}),
        ("0-2", "", "scale", {0: "0", 1: "1", 2: "2"}),
        ("1 to 3", "", "scale", {1: "1", 2: "2", 3: "3"}),
        ("1|2|3", "", "scale", {1: "1", 2: "2", 3: "3"}),
        ("Poor=0; Good=5", "", "scale", {0: "Poor", 5: "Good"}),
        ("0 = Poor\n5 = Good", "", "scale", {0: "Poor", 5: "Good"}),
        ("Poor (0), Good (5)", "", "scale", {0: "Poor", 5: "Good"}),
        ("Poor=0; Good=5", "Single choice", "choice", {0: "Poor", 5: "Good"}),
        ("Bad=0; Worse=0; Good=5", "", "choice", {0: "Bad / Worse", 5: "Good"}),
        ("Name=1 | Help=2", "checkbox", "multi_choice", {0: "", 1: "", 2: "", 3: ""}),
        (
            "0-4=2; 5-9=1; >=10=0",
            "number",
            "number",
            {0: "from 10", 1: "from 5 below 10", 2: "from 0 below 5"},
        ),
        ("<2.5=1; >=2.5=0", "number", "number", {0: "from 2.5", 1: "below 2.5"}),
    ],
)
def test_answers_are_understood(
    answers: str, kind: str, type_: str, levels: dict[int, str]
) -> None:
    found = one(answers, kind).criterion()
    assert (found.type, found.levels) == (type_, levels)


@pytest.mark.parametrize(
    ("answers", "kind", "said"),
    [
        ("Good|Fair|Poor", "", "D2: the answer 'Good' has no points"),
        ("Good=1|Fair=1", "", "D2: all answers give the same points"),
        ("Good=1|Fair=1|Poor=0", "scale", "two levels of a scale have the same points"),
        ("0-100", "", "101 levels are too many"),
        ("0-4=1; 3-9=0", "number", "two ranges overlap"),
        ("9-4=1; 3=0", "number", "ends before it begins"),
        ("soon=1; late=0", "number", "'soon' is no range of numbers"),
        (">4.5=1; <2=0", "number", "exact for whole numbers only"),
        ("Yes/No", "oracle", "C2: 'oracle' is no type"),
        ("|".join(f"a{n}={n}" for n in range(50)), "", "50 answers are too many"),
    ],
)
def test_answers_that_cannot_be_made_out_are_told_with_their_cell(
    answers: str, kind: str, said: str
) -> None:
    read = one(answers, kind)
    assert read.rubric is None
    assert said in read.problems[0]


@pytest.mark.parametrize(
    ("cell", "critical"),
    [
        ("", False),
        ("no", False),
        ("x", True),
        ("Fatal", True),
        ("compliance", "compliance"),
        ("section", {"policy": "section"}),
        ("customer fail at 0 1", {"class": "customer", "policy": "fail", "at": (0, 1)}),
    ],
)
def test_critical_is_understood(cell: str, critical: Any) -> None:
    found = one("0-2", critical=cell).criterion().critical
    said = (
        found
        if isinstance(found, bool | str)
        else found.model_dump(by_alias=True, exclude_defaults=True)
    )
    assert said == critical


def test_not_applicable_stands_in_a_column_or_among_the_answers() -> None:
    assert one("Yes/No", na="no").criterion().allow_na is False
    assert one("Yes/No/N/A", critical="x").criterion().allow_na is True


@pytest.mark.parametrize(("cell", "weight"), [("", 1), ("2.5", 2.5), ("2,5", 2.5), ("20 %", 20)])
def test_weights_are_understood(cell: str, weight: float) -> None:
    assert one("Yes/No", weight=cell).criterion().weight == weight


@pytest.mark.parametrize(
    ("field", "cell", "said"),
    [
        ("weight", "heavy", "E2: 'heavy' is no weight"),
        ("weight", "-1", "E2: '-1' is no weight"),
        ("critical", "perhaps", "F2: 'perhaps' is not understood"),
        ("na", "perhaps", "G2: 'perhaps' is neither yes nor no"),
    ],
)
def test_cells_that_are_not_understood_are_told(field: str, cell: str, said: str) -> None:
    assert said in one("Yes/No", **{field: cell}).problems[0]


@pytest.mark.parametrize(
    ("answers", "kind", "type_", "levels"),
    [
        ("Yes/No", "", "yes_no", {0: "No", 1: "Yes"}),
        ("Loss|Theft", "", "choice", {0: "Loss / Theft"}),
        ("Loss=1|Theft=1", "", "choice", {1: "Loss / Theft"}),
        ("Loss|Theft", "multi choice", "multi_choice", {0: ""}),
        ("0-9=0", "number", "number", {0: "from 0 below 10"}),
    ],
)
def test_answers_of_a_question_that_does_not_count_need_no_points(
    answers: str, kind: str, type_: str, levels: dict[int, str]
) -> None:
    read = from_list(f"{HEADER}A,Is it?,,Yes/No,1\nA,Why?,{kind},{answers},0\n")
    found = read.criterion(1)
    assert (found.type, found.levels, float(found.weight)) == (type_, levels, 0)
    assert read.listed() == []


def test_a_single_answer_of_a_question_that_does_not_count_is_told() -> None:
    assert "there is only one answer" in one("Loss |", weight="0").problems[0]


def test_answers_of_an_information_are_told_in_its_guidance() -> None:
    read = from_list(f"{HEADER}A,Is it?,,Yes/No,1\nA,Why?,info,Loss|Theft,\n")
    assert (read.criterion(1).type, read.criterion(1).guidance) == ("info", "Answers: Loss · Theft")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param("Kategorie;Question\nGruß;Grüßt er?\n".encode(), id="semicolons, UTF-8"),
        pytest.param("\ufeffSection\tQuestion\nGruß\tGrüßt er?\n".encode(), id="tabs and a mark"),
        pytest.param("Section,Question\nGruß,Grüßt er?\n".encode("cp1252"), id="Windows-1252"),
        pytest.param("Section,Question\nGruß,Grüßt er?\n".encode("utf-16"), id="UTF-16"),
        pytest.param('Section;Question\n"Gruß";"Grüßt er?\nJa, nein; ja"\n'.encode(), id="quoted"),
    ],
)
def test_files_are_read_as_what_they_are(data: bytes) -> None:
    assert from_list(data).criterion().question.startswith("Grüßt er?")


def test_the_header_is_found_by_meaning_below_other_rows() -> None:
    text = "Our form,,\n,,\nCATEGORY,Question text,Auto-fail\nGreeting,Is there one?,x\n"
    made = from_list(text).made
    assert (made.sections[0].title, made.sections[0].criteria[0].critical) == ("Greeting", True)


def test_a_section_is_named_once_and_holds_until_the_next() -> None:
    rows = "Greeting,First?\n,Second?\nSolving,Third?\nGreeting,Fourth?\n"
    sections = from_list(f"Section,Question\n{rows}").made.sections
    assert [[known.question for known in section.criteria] for section in sections] == [
        ["First?", "Second?", "Fourth?"],
        ["Third?"],
    ]


def test_without_sections_there_is_one() -> None:
    assert from_list("Question\nIs it so?\n").made.sections[0].title == "Questions"


def test_section_weights_make_the_total() -> None:
    rows = "A,60,Is it?\nB,40,Is it too?\n"
    made = from_list(f"Section,Section weight,Question\n{rows}").made
    assert made.policy.total == "sections"
    assert [section.weight for section in made.sections] == [60, 40]


def test_without_section_weights_questions_weigh_by_themselves() -> None:
    made = from_list(f"{HEADER}A,One?,,Yes/No,3\nB,Two?,,Yes/No,5\n").made
    assert made.policy.total == "criteria"


def test_rows_and_columns_that_mean_nothing_are_listed() -> None:
    read = from_list("Question,Weight,Owner\nIs it?,1,Dana\n,1,\n")
    assert [(known.kind, known.place) for known in read.listed()] == [
        ("lost", "C1"),
        ("lost", "A3"),
    ]


@pytest.mark.parametrize(
    "text", ["", "a,b\n1,2\n", "Question\n"], ids=["nothing", "no header", "no row"]
)
def test_what_is_no_list_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="question"):
        from_list(text)


def test_a_workbook_is_read_with_merged_sections_and_other_sheets() -> None:
    made = Workbook()
    made.worksheets[0].append(["See the next sheet"])
    sheet = made.create_sheet("Form")
    for row in (
        ["Section", "Question", "Weight"],
        ["Basics", "Is it?", 2.0],
        [None, "Is it too?", 3],
    ):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    file = io.BytesIO()
    made.save(file)
    read = from_list(file.getvalue())
    assert [known.weight for known in read.made.criteria()] == [2, 3]
    assert [(known.kind, known.place) for known in read.listed()] == [("lost", "Sheet")]


def test_answers_that_the_spreadsheet_made_a_date_of_are_told() -> None:
    """Excel turns 1-5 into the first of May."""
    date = datetime(2026, 5, 1, tzinfo=UTC).replace(tzinfo=None)
    read = from_list(workbook(["Question", "Answers"], ["How polite?", date]))
    assert "B2: the spreadsheet has made a date of the answers" in read.problems[0]


def test_a_list_with_thousands_of_rows_is_refused() -> None:
    with pytest.raises(UsageError, match="more than 5,000 rows"):
        from_list("Question\n" + "Is it?\n" * 6000)


@given(st.data())
def test_a_damaged_workbook_is_refused_and_nothing_worse(data: st.DataObject) -> None:
    whole = WORKBOOK
    start = data.draw(st.integers(0, len(whole) - 1))
    junk = data.draw(st.binary(max_size=40))
    damaged = b"PK" + (whole[:start] + junk + whole[start + len(junk) :])[2:]
    with suppress(UsageError):
        from_list(damaged)


WORKBOOK = workbook(["Question", "Weight"], ["Is it?", 1])

TWO_PARTS = [{"id": name, "text": name, "points": n} for n, name in enumerate(("name", "help"), 1)]
EVERY_TYPE: list[dict[str, Any]] = [
    {"id": "s.scale", "scale": {0: "poor", 2: "good"}, "critical": {"at": [0]}, "weight": 2.5},
    {"id": "s.yes", "type": "yes_no", "critical": "compliance"},
    {"id": "s.pass", "type": "yes_no", "scale": {0: "Fail", 1: "Pass"}, "allow_na": False},
    {"id": "s.choice", "type": "choice", "options": TWO_PARTS, "guidance": "Two\nlines, =x"},
    {"id": "s.multi", "type": "multi_choice", "options": TWO_PARTS},
    {"id": "s.one", "type": "multi_choice", "options": TWO_PARTS[:1]},
    {
        "id": "s.number",
        "type": "number",
        "ranges": [{"below": 2.5, "points": 1}, {"from": 2.5, "points": 0}],
    },
    {
        "id": "s.why",
        "type": "choice",
        "options": [{"id": name, "text": name, "points": 0} for name in ("loss", "theft")],
        "weight": 0,
    },
    {
        "id": "s.any",
        "type": "number",
        "ranges": [{"from": 0, "below": 10, "points": 0}],
        "weight": 0,
    },
    {"id": "s.text", "type": "text"},
    {"id": "s.info", "type": "info"},
]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_rubric_comes_back_with_every_type_of_question(kind: str) -> None:
    manual = {"scale": {}, "rate": "manual", "indicators": []}
    made = rubric(*(criterion(**manual | known) for known in EVERY_TYPE))
    rows = write_rows(made, Differences())
    again = from_list(csv_of(rows) if kind == "csv" else xlsx_of(rows, WIDTHS))
    assert list(again.made.criteria()) == list(made.criteria())


def test_subsections_come_back_with_their_weights() -> None:
    part = {"id": "p", "title": "P", "weight": 3, "criteria": [criterion(id="p.c")]}
    section = {"id": "s", "title": "S", "weight": 7, "criteria": [criterion()], "sections": [part]}
    rows = write_rows(rubric(sections=[section]), Differences())
    (again,) = from_list(csv_of(rows)).made.sections
    assert [again.weight, again.sections[0].weight, again.sections[0].id] == [7, 3, "p"]


def test_text_that_begins_like_a_formula_is_none_and_comes_back() -> None:
    made = rubric(criterion(question="=SUM(A1) or what?", rate="manual", indicators=[]))
    rows = write_rows(made, Differences())
    assert ",'=SUM(A1) or what?," in csv_of(rows)
    for data in (csv_of(rows), xlsx_of(rows, WIDTHS)):
        assert from_list(data).criterion().question == "=SUM(A1) or what?"


def test_what_a_list_cannot_say_is_listed() -> None:
    differences = Differences()
    write_rows(rubric(criterion(tips={0: "Say sorry."}), policy={"critical": "fail"}), differences)
    lost = {known.place for known in differences.found if known.kind == "lost"}
    assert lost >= {
        "sections[0].criteria[0].tips",
        "sections[0].criteria[0].indicators",
        "policy.critical",
    }
