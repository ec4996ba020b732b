"""The workbook form: what it marks while it is filled in, and what is read back from it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from shop_builders import form, log
from shop_form_builders import again, blank, fill, kinds, row_of, written

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.log import Attachment, Mark, Observation, TimeMark
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.forms import Read

GREETED, TOLD = "question:welcome.greeted", "question:help.told"
PRICE, DAY = "option:help.told:price", "option:help.told:day"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path / "form.xlsx", kinds())


def told(path: Path, form: ShopForm | None = None) -> list[str]:
    """The problems with their cells, without the folder."""
    problems = map(str, again(path, form or kinds()).problems)
    return [one[one.index("form.xlsx") :] for one in problems]


def place(path: Path, key: str) -> str:
    """`D question:welcome.greeted` as the cell it is now: `Shop!D17`."""
    letter, _, name = key.partition(" ")
    return f"Shop!{letter}{row_of(edited(path), name)}"


def edited(path: Path) -> Workbook:
    return load_workbook(path)


def test_a_filled_form_is_the_same_log_again(tmp_path: Path) -> None:
    path = written(tmp_path / "form.xlsx", form(), log())
    assert again(path, form()) == Read(log=log())


def test_a_blank_form_says_nothing(path: Path) -> None:
    assert again(path, kinds()) == Read(log=blank())


def test_the_same_form_is_the_same_file(tmp_path: Path) -> None:
    first, second = (
        written(tmp_path / name, kinds()).read_bytes() for name in ("a.xlsx", "b.xlsx")
    )
    assert first == second


@pytest.mark.parametrize(
    ("cells", "answer"),
    [
        pytest.param({f"D {GREETED}": "No"}, ("welcome.greeted", "no"), id="chosen"),
        pytest.param({f"D {GREETED}": True}, ("welcome.greeted", "yes"), id="a tick box"),
        pytest.param({"D question:welcome.wait": "12,5"}, ("welcome.wait", 12.5), id="a comma"),
        pytest.param({"D question:welcome.late": 2}, ("welcome.late", 2), id="a level"),
        pytest.param({"D question:help.way": "By van [bike]"}, ("help.way", "bike"), id="option"),
        pytest.param({f"D {PRICE}": "X"}, ("help.told", ("price",)), id="one of several"),
        pytest.param({f"D {TOLD}": "None of these"}, ("help.told", ()), id="none"),
        pytest.param({f"D {TOLD}": "Not applicable"}, ("help.told", "na"), id="not applicable"),
        pytest.param({"D question:help.opinion": 5}, ("help.opinion", "5"), id="words"),
    ],
)
def test_answers_are_read_as_people_type_them(
    path: Path, cells: dict[str, object], answer: tuple[str, Answer]
) -> None:
    read = again(fill(path, cells), kinds())
    assert [(one.question, one.answer) for one in read.log.observations] == [answer]
    assert read.problems == ()


def test_times_are_read_as_programs_keep_them(path: Path) -> None:
    cells = {
        "D time:start:0": time(23, 58, 10),
        "D time:answered:1": "23:58:30",
        "D time:hold:2": datetime(2026, 11, 10, 23, 59),  # noqa: DTZ001 - as a cell has it
        "D time:end:8": time(0, 4),
    }
    read = again(fill(path, cells), kinds())
    assert [one.at.isoformat()[:19] for one in read.log.marks] == [
        "2026-11-10T23:58:10",
        "2026-11-10T23:58:30",
        "2026-11-10T23:59:00",
        "2026-11-11T00:04:00",
    ]
    (remark,) = read.problems
    assert remark.severity == "warning"
    assert "taken for the next day" in remark.message


def test_every_mistake_is_told_with_its_cell(path: Path) -> None:
    cells = {
        "D text:staff": "=A1",
        f"D {GREETED}": "Perhaps",
        "D time:start:0": 14.05,
        f"D {TOLD}": "None of these",
        f"D {PRICE}": "x",
        f"D {DAY}": "maybe",
        "D file:1": "photo",
        "E file:1": "nowhere.jpg",
        "E file:2": "film.mp4",
    }
    found = [str(one) for one in again(fill(path, cells), kinds()).problems]
    wrong = {
        "D text:staff": "it holds a formula",
        "D time:start:0": "'14.05' is no time",
        f"D {GREETED}": "'Perhaps' is no answer",
        f"D {DAY}": "'maybe' is no mark",
        f"D {TOLD}": "this says otherwise than the options below it",
        "E file:1": "there is no file",
        "D file:2": "of which kind is the file film.mp4?",
    }
    assert len(found) == len(wrong)
    for problem, (key, message) in zip(found, wrong.items(), strict=True):
        assert f"{place(path, key)}: error: {message}" in problem


def test_a_row_that_the_form_does_not_have_is_told_with_its_cell(path: Path) -> None:
    book = edited(path)
    row = row_of(book, GREETED)
    book["Shop"][f"A{row}"] = "question:welcome.gretted"
    book.save(path)
    assert told(path) == [
        f"form.xlsx Shop!A{row}: error: the form has no question 'welcome.gretted', did you mean "
        "'welcome.greeted'? (write a new form: qa shop form)",
        "form.xlsx Shop: error: the row of the question 'welcome.greeted' is gone (write a new "
        "form: qa shop form)",
    ]


def test_a_row_that_stands_twice_is_told(path: Path) -> None:
    book = edited(path)
    page = book["Shop"]
    page.cell(page.max_row + 1, 1, GREETED)
    book.save(path)
    assert f"this row stands twice, first in row {row_of(edited(path), PRICE) - 0}" not in told(
        path
    )
    assert "this row stands twice" in told(path)[0]


def test_rows_and_columns_that_somebody_added_do_no_harm(path: Path) -> None:
    fill(path, {f"D {GREETED}": "Yes"})
    book = edited(path)
    page = book["Shop"]
    for merged in list(page.merged_cells.ranges):
        page.unmerge_cells(str(merged))
    page.insert_rows(6)
    page.insert_cols(4)
    page.title = "My shop"
    book.create_sheet("Notes", 0)["A1"] = "mine"
    book.save(path)
    read = again(path, kinds())
    assert (read.log.answers(), read.problems) == ({"welcome.greeted": "yes"}, ())


def test_a_form_of_an_older_version_is_one_clear_error(path: Path) -> None:
    fill(path, {f"D {GREETED}": "Perhaps"})
    (problem,) = told(path, replace(kinds(), hash="f1"))
    assert "made for another version of the scenario 'lost_card'" in problem
    assert "qa shop form autumn-1 --to FILE" in problem


def test_the_form_of_another_shop_is_not_taken_over(path: Path) -> None:
    read = again(path, kinds(), blank(shop="autumn-2"))
    assert [one.message for one in read.problems] == [
        "this is the form of the shop 'autumn-1', not of 'autumn-2'"
    ]


def test_a_workbook_of_another_kind_is_told(tmp_path: Path) -> None:
    book = Workbook()
    book.worksheets[0]["A1"] = "hello"
    book.save(tmp_path / "other.xlsx")
    with pytest.raises(UsageError, match="it is not a form of qa shop form"):
        again(tmp_path / "other.xlsx", kinds())


def test_a_form_of_another_layout_is_told(path: Path) -> None:
    book = edited(path)
    book["Form"]["B1"] = "7"
    book.save(path)
    with pytest.raises(UsageError, match="it is a form in layout 7; this version reads 1"):
        again(path, kinds())


def test_what_is_no_workbook_is_refused_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "form.xlsx").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    with pytest.raises(UsageError, match=r"it is in an old format such as \.xls") as caught:
        again(tmp_path / "form.xlsx", kinds())
    assert "save it as .xlsx" in caught.value.hint


def test_a_location_is_chosen_by_its_name(path: Path) -> None:
    assert again(fill(path, {"D text:location": "North desk (north)"}), kinds()).log.location == (
        "north"
    )


def test_files_lie_beside_the_workbook(path: Path) -> None:
    (path.parent / "call.mp3").write_bytes(b"x")
    (path.parent / "label.jpg").write_bytes(b"x")
    cells = {"E file:0:recording": "call.mp3", "D file:1": "Photo", "E file:1": "label.jpg"}
    assert again(fill(path, cells), kinds()).attachments == (
        (path.parent / "call.mp3", "recording"),
        (path.parent / "label.jpg", "photo"),
    )


def test_a_file_elsewhere_on_the_machine_is_never_taken(path: Path) -> None:
    (problem,) = told(fill(path, {"E file:0:recording": "../../etc/hostname"}))
    assert "lies outside the folder of the form" in problem


def test_what_is_attached_already_stays(tmp_path: Path) -> None:
    kept = Attachment(hash="a", name="call.mp3", kind="recording", media_type="audio/mpeg", size=9)
    start = blank(attachments=(kept,))
    path = written(tmp_path / "form.xlsx", kinds(), start)
    assert again(path, kinds(), start).log.attachments == (kept,)


def test_a_time_of_the_day_is_shown_without_it(tmp_path: Path) -> None:
    """Typing another time over it then shows no day of 1899."""
    later = TimeMark(mark=Mark.END, at=datetime(2026, 11, 11, 8, tzinfo=UTC))
    path = written(tmp_path / "form.xlsx", kinds(), blank(marks=(*log().marks[:1], later)))
    book = edited(path)
    formats = [
        book["Shop"][f"D{row_of(book, key)}"].number_format
        for key in ("time:start:0", "time:end:8")
    ]
    assert formats == ["hh:mm:ss", "yyyy-mm-dd hh:mm:ss"]


def test_presses_that_do_not_fit_into_the_order_get_rows_of_their_own(tmp_path: Path) -> None:
    odd = tuple(reversed(log().marks)) + log().marks
    path = written(tmp_path / "form.xlsx", kinds(), blank(marks=odd))
    assert again(path, kinds()).log.marks == odd


def test_only_cells_to_be_filled_in_are_not_protected(path: Path) -> None:
    page = edited(path)["Shop"]
    open_cells = {cell.coordinate for row in page for cell in row if not cell.protection.locked}
    row = row_of(edited(path), GREETED)
    assert page.protection.sheet
    assert {f"D{row}", f"E{row}"} <= open_cells
    assert not {f"{letter}{row}" for letter in "ABCFGH"} & open_cells


def test_the_form_prints_on_a4_one_page_wide_with_its_heading(path: Path) -> None:
    page = edited(path)["Shop"]
    assert (page.page_setup.orientation, page.page_setup.paperSize) == ("portrait", 9)
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (1, 0)
    assert (page.print_title_rows, page.freeze_panes) == ("$4:$4", "A5")


def test_what_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    odd = blank(staff="=1+1", narrative="_x0041_ and\n@home", comments={"welcome": "-2"})
    path = written(tmp_path / "form.xlsx", kinds(), odd)
    read = again(path, kinds())
    assert (read.log, read.problems) == (odd, ())


def test_a_comment_without_an_answer_is_kept(path: Path) -> None:
    read = again(fill(path, {f"E {GREETED}": "A dog barked."}), kinds())
    assert read.log.observations == (
        Observation(question="welcome.greeted", comment="A dog barked."),
    )


def test_the_dates_of_a_form_do_not_change_by_the_day(path: Path) -> None:
    assert edited(path).properties.modified.date() == date(2026, 11, 10)


def test_a_form_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"a form is no '\.txt' file"):
        written(tmp_path / "form.txt", kinds())
