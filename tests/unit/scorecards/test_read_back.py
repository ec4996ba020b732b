"""Workbooks are read back by names: whatever people did to rows, columns and sheets."""

import subprocess
import sys
import tracemalloc
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from filled_workbooks import agree, filled, log, part_of, rate, repacked, table
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from scored_builders import ALI, DANA, report, scored

from qa_toolkit.domain.coaching import CoachingChange, CoachingEntry, CoachingField
from qa_toolkit.domain.override import Override, RootCause
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.errors import UsageError
from qa_toolkit.scorecards.interface import write
from qa_toolkit.scorecards.read_back import ReadBack, read_workbook

EMPATHY, GREETING = "empathy.acknowledge", "politeness.greeting"
ENTRY = CoachingEntry(
    id="k-1",
    agent_id="dana",
    topic="Names the trouble",
    criterion=EMPATHY,
    opened_by="Mo",
    changes=(CoachingChange(field=CoachingField.ACTION, value="Practise", by="Mo", number=7),),
)
GIVEN = Override(
    interaction_id="i-2",
    rubric_id="service",
    rubric_version="1.0.0",
    criterion=GREETING,
    status=RatingStatus.RATED,
    points=0,
    reason="no name given",
    cause=RootCause.PROCESS,
    by="Mo",
    number=5,
)
Edit = Callable[[Workbook], object]


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three scorecards of two agents, one rating of them overridden, and an entry in the log."""
    path = tmp_path_factory.mktemp("workbook") / "team.xlsx"
    cards = [
        scored("i-1", {EMPATHY: 0}),
        scored("i-2", {EMPATHY: 0}),
        scored("i-3", {EMPATHY: 0}, agent=ALI),
    ]
    cards[1] = replace(cards[1], machine=cards[1].scorecard)
    write(
        report(*cards, overrides={"i-2": (GIVEN,)}, coaching=(ENTRY,), rubric_hash="ab" * 16), path
    )
    return path


def read(exported: Path, folder: Path, *edits: Edit) -> ReadBack:
    return read_workbook(filled(exported, folder / "back.xlsx", *edits))


def ratings(book: ReadBack) -> dict[tuple[str, str], object]:
    return {(row.interaction, row.criterion): row.rating for row in book.overrides}


def told(book: ReadBack) -> list[tuple[str, str]]:
    return [(item.source.removeprefix(f"{book.file} "), item.message) for item in book.problems]


def change(**fields: object) -> Edit:
    return lambda book: rate(book, "i-1", EMPATHY, **fields)


BASE = {("i-2", GREETING): 0}


def test_a_workbook_is_read_without_what_writes_one() -> None:
    """The writer and openpyxl take longer to load than a workbook to read."""
    asked = "import sys, qa_toolkit.scorecards.read_back; print('openpyxl' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    assert told.stdout == "False\n"


def test_a_workbook_says_what_it_was_made_from(exported: Path) -> None:
    made = read_workbook(exported).manifest
    assert (made.rubric_id, made.rubric_version, made.rubric_hash) == (
        "service",
        "1.0.0",
        "ab" * 16,
    )
    assert set(made.ratings) == {"i-1", "i-2", "i-3"}


def test_only_rows_in_which_something_stands_are_read(exported: Path) -> None:
    book = read_workbook(exported)
    (row,) = book.overrides
    assert (row.rating, row.reason, row.cause, row.reviewer, row.based_on) == (
        (0, "no name given", RootCause.PROCESS, "Mo", 5)
    )
    assert not book.problems


def test_a_rating_is_read_with_its_cells(exported: Path, tmp_path: Path) -> None:
    book = read(exported, tmp_path, change(override=2, root_cause="Agent", reviewer="Ana"))
    row = next(row for row in book.overrides if row.interaction == "i-1")
    assert (row.criterion, row.rating, row.cause) == (EMPATHY, 2, RootCause.AGENT)
    assert (row.reason, row.reviewer, row.based_on) == ("", "Ana", 0)
    page = load_workbook(tmp_path / "back.xlsx")["Detail"]
    assert page[row.at["rating"].removeprefix("Detail!")].value == 2


def sort_backwards(book: Workbook) -> None:
    page = book["Detail"]
    head, _ = table(page, "Interaction", "Override")
    rows = [[cell.value for cell in row] for row in page.iter_rows(min_row=head + 1)]
    for number, row in enumerate(reversed(rows), start=head + 1):
        for column, value in enumerate(row, start=1):
            page.cell(number, column).value = value


def leave_gaps(book: Workbook) -> None:
    page = book["Detail"]
    head, _ = table(page, "Interaction", "Override")
    page.insert_rows(head + 2, 3)
    page.insert_rows(1, 2)


def hide_rows(book: Workbook) -> None:
    for number in range(4, 20):
        book["Detail"].row_dimensions[number].hidden = True


def move_columns(book: Workbook) -> None:
    page = book["Detail"]
    page.insert_cols(1, 2)
    _, at = table(page, "Interaction", "Override")
    for number in range(1, page.max_row + 1):
        page.cell(number, 1).value = page.cell(number, at["Override"]).value
        page.cell(number, at["Override"]).value = None
    page.column_dimensions["B"].hidden = True


def rename_sheets(book: Workbook) -> None:
    for number, page in enumerate(book.worksheets):
        page.title = f"Blatt {number}"


def add_sheets(book: Workbook) -> None:
    book.create_sheet("My notes", 0).append(["Interaction", "mine", "Override?"])
    book.create_sheet("Empty")


def headings_in_capitals(book: Workbook) -> None:
    page = book["Detail"]
    head, at = table(page, "Interaction", "Override")
    page.cell(head, at["Override"]).value = " OVERRIDE "


@pytest.mark.parametrize(
    "harm",
    [
        sort_backwards,
        leave_gaps,
        hide_rows,
        move_columns,
        rename_sheets,
        add_sheets,
        headings_in_capitals,
    ],
)
def test_what_people_do_to_a_table_does_no_harm(exported: Path, tmp_path: Path, harm: Edit) -> None:
    book = read(exported, tmp_path, change(override="N/A", reason="no occasion"), harm)
    assert ratings(book) == {**BASE, ("i-1", EMPATHY): "na"}
    assert not book.problems


def test_deleted_rows_say_nothing(exported: Path, tmp_path: Path) -> None:
    book = read(exported, tmp_path, lambda book: book["Detail"].delete_rows(4, 100))
    assert (ratings(book), told(book)) == ({}, [])


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        pytest.param({"override": "=1+1"}, "it holds a formula", id="formula"),
        pytest.param({"override": "two"}, "'two' is no rating", id="words"),
        pytest.param({"override": 1.5}, "'1.5' is no rating", id="between two levels"),
        pytest.param({"root_cause": "weather"}, "'weather' is no root cause", id="cause"),
        pytest.param(
            {"override": 1, "reason": "x" * 4001},
            "4,001 characters are too many: 4,000 at most",
            id="a long reason",
        ),
        pytest.param(
            {"override": 1, "reviewer": "x" * 201},
            "201 characters are too many: 200 at most",
            id="a long name",
        ),
        pytest.param(
            {"override": 1, "criterion": None},
            "it is empty, so that nobody can tell what the row's Override is about",
            id="no criterion",
        ),
        pytest.param(
            {"based_on": "x"}, "'x' is not the number that was written here", id="hidden cell"
        ),
    ],
)
def test_mistakes_are_told_with_sheet_and_cell(
    exported: Path, tmp_path: Path, fields: dict[str, object], message: str
) -> None:
    book = read(exported, tmp_path, change(**fields))
    page = load_workbook(exported)["Detail"]
    _, at = table(page, "Interaction", "Override")
    name = list(fields)[-1].capitalize().replace("_", " ")
    (place, said) = told(book)[0]
    assert said == message
    assert page[place.removeprefix("Detail!")].column == at[name]


def test_all_mistakes_are_told_at_once(exported: Path, tmp_path: Path) -> None:
    def spoil(book: Workbook) -> None:
        rate(book, "i-1", EMPATHY, override="x", root_cause="y")
        rate(book, "i-3", GREETING, override="z")

    messages = [message for _, message in told(read(exported, tmp_path, spoil))]
    assert sorted(messages) == ["'x' is no rating", "'y' is no root cause", "'z' is no rating"]


@pytest.mark.parametrize("heading", ["Reason", "Based on"])
def test_a_column_that_is_missing_is_told(exported: Path, tmp_path: Path, heading: str) -> None:
    def take_out(book: Workbook) -> None:
        head, at = table(book["Detail"], "Interaction", "Override")
        book["Detail"].cell(head, at[heading]).value = "Something"

    book = read(exported, tmp_path, change(override=2), take_out)
    assert told(book) == [("Detail, row 3", f"no column is headed '{heading}'")]
    assert not book.overrides


def test_two_columns_of_a_name_are_told(exported: Path, tmp_path: Path) -> None:
    def double(book: Workbook) -> None:
        book["Detail"].cell(3, 60).value = "Reason"

    assert told(read(exported, tmp_path, double)) == [
        ("Detail, row 3", "several columns are headed 'Reason'")
    ]


def test_a_workbook_without_detail_is_told(exported: Path, tmp_path: Path) -> None:
    book = read(exported, tmp_path, lambda book: book.remove(book["Detail"]))
    assert (
        "no sheet has the columns Interaction and Criterion and Override"
        in book.problems[0].message
    )


@pytest.mark.parametrize(
    ("sheet", "cell", "value"),
    [("Lists", "A2", 9), ("Manifest", "B4", "2.0.0"), ("Manifest", "B9", "0" * 16)],
)
def test_a_hidden_sheet_that_was_edited_is_noticed(
    exported: Path, tmp_path: Path, sheet: str, cell: str, value: str | int
) -> None:
    def edit(book: Workbook) -> None:
        book[sheet][cell] = value

    (place, message) = told(read(exported, tmp_path, edit))[0]
    assert sheet in place
    assert "a hidden sheet was edited" in message


def test_far_columns_of_a_hidden_sheet_take_no_memory(exported: Path, tmp_path: Path) -> None:
    """A row with one cell in the last column is no list of sixteen thousand values."""
    part = part_of(exported, "rubric hash")
    far = "".join(f'<row r="{n}"><c r="XFD{n}"><v>1</v></c></row>' for n in range(100, 400))
    sheet = zipfile.ZipFile(exported).read(part).decode()
    wide = sheet.replace("</sheetData>", f"{far}</sheetData>").encode()
    copy = repacked(exported, tmp_path / "wide.xlsx", {part: wide})
    tracemalloc.start()
    book = read_workbook(copy)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (ratings(book), told(book)) == (BASE, [])
    assert peak < 4_000_000


def test_a_manifest_that_was_moved_away_is_refused(exported: Path, tmp_path: Path) -> None:
    def move(book: Workbook) -> None:
        book["Manifest"].insert_cols(1, 20)

    with pytest.raises(UsageError, match="in layout none; this version reads layout 2"):
        read(exported, tmp_path, move)


def test_interactions_may_be_called_as_facts_of_the_workbook_are(tmp_path: Path) -> None:
    names = {"format", "digest", "rubric hash", "Interaction"}
    path = tmp_path / "team.xlsx"
    write(report(*map(scored, sorted(names)), rubric_hash="ab" * 16), path)
    book = read(path, tmp_path)
    assert set(book.manifest.ratings) == names
    assert (book.manifest.rubric_hash, book.problems) == ("ab" * 16, ())


def test_another_layout_is_refused(exported: Path, tmp_path: Path) -> None:
    def older(book: Workbook) -> None:
        book["Manifest"]["B1"] = "1"

    with pytest.raises(UsageError, match="in layout 1; this version reads layout 2"):
        read(exported, tmp_path, older)


def test_a_workbook_without_its_manifest_is_refused(exported: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="hidden sheet Manifest is missing"):
        read(exported, tmp_path, lambda book: book.remove(book["Manifest"]))


def test_the_coaching_log_is_read_by_its_entries(exported: Path, tmp_path: Path) -> None:
    fields = {"Follow-up": date(2026, 12, 4), "Status": "Closed"}
    book = read(exported, tmp_path, lambda book: log(book, fields, entry="k-1"))
    row = next(item for item in book.coaching if item.entry == "k-1")
    assert row.last_change == 7
    said = {known.value: item.text for known, item in row.said.items() if item.text}
    assert said == {
        "action": "Practise",
        "follow_up": "2026-12-04",
        "coach": "Mo",
        "status": "closed",
    }


def rename_in_log(heading: str) -> Edit:
    def rename(book: Workbook) -> None:
        head, at = table(book["Coaching log"], "Entry", "Topic")
        book["Coaching log"].cell(head, at[heading]).value = "Something"

    return rename


@pytest.mark.parametrize("heading", ["Agent", "Topic", "Agreed action"])
def test_a_column_that_is_missing_in_the_log_is_told(
    exported: Path, tmp_path: Path, heading: str
) -> None:
    book = read(exported, tmp_path, rename_in_log(heading))
    assert told(book) == [("Coaching log, row 3", f"no column is headed '{heading}'")]
    assert [item.severity for item in book.problems] == ["error"]


@pytest.mark.parametrize(
    "lose",
    [
        pytest.param(rename_in_log("Entry"), id="entry renamed"),
        pytest.param(rename_in_log("Last change"), id="last change renamed"),
        pytest.param(lambda book: book["Coaching log"].insert_rows(1, 70), id="pushed far down"),
        pytest.param(lambda book: book.remove(book["Coaching log"]), id="removed"),
    ],
)
def test_a_workbook_in_which_no_log_is_found_says_so(
    exported: Path, tmp_path: Path, lose: Edit
) -> None:
    """Else whoever filled it in would believe that it was read."""
    book = read(exported, tmp_path, change(override=2), lose)
    (problem,) = book.problems
    assert problem.message == "no sheet is the Coaching log: nothing was read from one"
    assert (problem.severity, bool(problem.hint)) == ("warning", True)
    assert ratings(book) == {**BASE, ("i-1", EMPATHY): 2}


def test_a_key_with_a_number_of_endless_digits_is_none_of_ours(
    exported: Path, tmp_path: Path
) -> None:
    def type_in(book: Workbook) -> None:
        book.create_sheet("Notes")["A1"] = "\t".join(("action", "ali", EMPATHY, "9" * 5_000))

    assert told(read(exported, tmp_path, type_in)) == []


def test_a_new_line_of_the_log_names_agent_and_topic(exported: Path, tmp_path: Path) -> None:
    question = "Does the agent show acknowledge?"
    fields = {"Agent": "Ali Demir", "Topic": question, "Agreed action": "Listen first"}
    book = read(exported, tmp_path, lambda book: log(book, fields))
    row = next(item for item in book.coaching if item.topic == question)
    assert (row.entry, row.agent, row.criterion) == ("", "ali", EMPATHY)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        pytest.param({"Agent": DANA.name, "Note": "x"}, "it is empty", id="no topic"),
        pytest.param({"Topic": "Tone"}, "it is empty", id="no agent"),
        pytest.param(
            {"Agent": "x", "Topic": "Tone", "Follow-up": "soon"}, "'soon' is no day", id="no day"
        ),
    ],
)
def test_a_line_of_the_log_that_cannot_be_used_is_told(
    exported: Path, tmp_path: Path, fields: dict[str, object], message: str
) -> None:
    book = read(exported, tmp_path, lambda book: log(book, fields))
    assert [said for _, said in told(book)] == [message]
    assert told(book)[0][0].startswith("'Coaching log'!")


def test_cells_of_an_agents_sheet_are_known_by_their_keys(exported: Path, tmp_path: Path) -> None:
    def fill(book: Workbook) -> None:
        agree(book, "ali", EMPATHY, "action", "Names what went wrong")
        agree(book, "ali", EMPATHY, "acknowledged", date(2026, 11, 27))

    book = read(exported, tmp_path, fill, rename_sheets)
    row = next(item for item in book.coaching if item.agent == "ali")
    said = {known.value: item.text for known, item in row.said.items() if item.text}
    assert (row.criterion, row.last_change) == (EMPATHY, 0)
    assert said == {"action": "Names what went wrong", "acknowledged": "2026-11-27"}


def test_a_large_workbook_is_read_row_by_row(exported: Path, tmp_path: Path) -> None:
    """Three thousand rows more take no more memory than a few."""
    part = part_of(exported, "Effective rating")
    row = '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t>i-{0}</t></is></c>{1}</row>'
    wide = "".join(
        f'<c r="{get_column_letter(n)}{{0}}"><f>1+1</f><v>2</v></c>' for n in range(101, 141)
    )
    sheet = zipfile.ZipFile(exported).read(part).decode()
    rows = "".join(row.format(n, wide.format(n)) for n in range(1000, 4000))
    large = sheet.replace("</sheetData>", f"{rows}</sheetData>").encode()
    copy = repacked(exported, tmp_path / "large.xlsx", {part: large})
    del large, rows
    tracemalloc.start()
    book = read_workbook(copy)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (ratings(book), told(book)) == (BASE, [])
    assert peak < 4_000_000
