"""Laws of forms in files: any log that was written is the same log when it is read back."""

import string
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.cell import MergedCell
from shop_form_builders import again, blank, kinds, written

from qa_toolkit.domain.said import tidy
from qa_toolkit.domain.shop.form import FormQuestion
from qa_toolkit.domain.shop.log import Mark, Observation, ShopLog, TimeMark

FORM = kinds()
# what YAML takes for the end of a line becomes one, and a mark of the byte order goes
BREAKS = "\x85\u2028\u2029\ufeff"
SAID = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters=BREAKS), max_size=60
).map(tidy)
MOMENTS = st.datetimes(datetime(2000, 1, 2), datetime(2190, 1, 1)).map(  # noqa: DTZ001 - of UTC
    lambda at: at.replace(tzinfo=UTC, microsecond=at.microsecond // 1000 * 1000)
)
PRESSES = st.lists(st.tuples(st.sampled_from(Mark), MOMENTS), max_size=6)
NEAR = st.lists(st.tuples(st.sampled_from(Mark), st.integers(0, 9_000)), max_size=9)


def answers(question: FormQuestion) -> st.SearchStrategy[Any]:
    """Every answer that a question can have."""
    values = [one.value for one in question.choices]
    match question.type:
        case "text":
            return SAID.filter(bool)
        case "number":
            return st.integers(-999, 99_999) | st.integers(0, 9_999).map(lambda n: n / 100)
        case "scale":
            known: st.SearchStrategy[Any] = st.sampled_from([int(one) for one in values])
        case "multi_choice":
            picked = st.sets(st.sampled_from(values))
            known = picked.map(lambda some: tuple(one for one in values if one in some))
        case _:
            known = st.sampled_from(values)
    return known | st.just("na") if question.na_allowed else known


@st.composite
def logs(draw: st.DrawFn) -> ShopLog:
    pressed = draw(PRESSES | NEAR.map(_near))
    asked = [one for one in FORM.questions() if one.type != "info"]
    noted = [
        Observation(
            question=one.id,
            answer=draw(st.none() | answers(one)),
            comment=draw(st.just("") | SAID),
        )
        for one in asked
    ]
    return blank(
        staff=draw(SAID),
        staff_description=draw(SAID),
        location=draw(st.sampled_from(["", "north", "south", "nowhere"])),
        reference=draw(SAID),
        marks=tuple(TimeMark(mark=mark, at=at) for mark, at in pressed),
        observations=tuple(one for one in noted if one.answer is not None or one.comment),
        comments={part.id: text for part in FORM.sections if (text := draw(st.just("") | SAID))},
        narrative=draw(SAID | st.text(string.printable, max_size=400).map(tidy)),
    )


def _near(pressed: list[tuple[Mark, int]]) -> list[tuple[Mark, datetime]]:
    """Presses around the hour that the clocks of Berlin show twice."""
    start = datetime(2026, 10, 24, 23, 45, tzinfo=UTC)
    return [(mark, start + timedelta(seconds=after)) for mark, after in pressed]


@pytest.mark.parametrize("ending", ["yaml", "json", "xlsx"])
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
@given(known=logs())
def test_a_log_that_is_written_is_the_same_log_again(ending: str, known: ShopLog) -> None:
    with TemporaryDirectory() as folder:
        path = written(Path(folder, f"log.{ending}"), FORM, known)
        read = again(path, FORM)
    assert read.problems == ()
    assert read.log == known


@given(said=st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_any_text_as_a_log_is_told_and_never_an_accident(said: str) -> None:
    with TemporaryDirectory() as folder:
        for ending in ("yaml", "json"):
            path = Path(folder, f"log.{ending}")
            path.write_text(said, encoding="utf-8")
            counts = Counter(one.severity for one in again(path, FORM).problems)
            assert counts["error"] or again(path, FORM).log is not None


CELLS = st.one_of(
    st.booleans(),
    st.integers(-(10**6), 10**6),
    st.floats(-1e6, 1e6),
    st.datetimes(datetime(1901, 1, 1), datetime(2300, 1, 1)),  # noqa: DTZ001 - as a cell has it
    st.text(string.printable, max_size=30).map(tidy),
)


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=25)
@given(data=st.data())
def test_whatever_is_typed_into_a_form_is_read_or_told(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        path = written(Path(folder, "log.xlsx"), FORM)
        book = load_workbook(path)
        page = book["Shop"]
        rows = [cell.row for cell in page["A"] if cell.value and cell.row > 4]
        typed = data.draw(
            st.dictionaries(
                st.tuples(st.sampled_from("ADE"), st.sampled_from(rows)), CELLS, max_size=20
            )
        )
        for (letter, row), value in typed.items():
            if not isinstance(page[f"{letter}{row}"], MergedCell):
                page[f"{letter}{row}"] = value
        book.save(path)
        read = again(path, FORM)
    assert all(" Shop" in one.source for one in read.problems)
