"""The workbook form goes through LibreOffice, which keeps types its own way and computes formulas."""

import random
from datetime import time
from pathlib import Path

import pytest
import yaml
from openpyxl import load_workbook
from recalculating import converted
from shop_builders import log, observed, scenario
from shop_form_builders import again, blank, fill, kinds, row_of, written

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.form_making import form_of
from qa_toolkit.domain.shop.log import Observation, ShopLog
from qa_toolkit.shipped import rubrics_folder
from qa_toolkit.shops.forms import Read

pytestmark = pytest.mark.office
ODD = blank(staff="=1+1", narrative="_x0041_ and\n@home", reference="0042")
FULL = log(
    observations=observed(
        welcome__greeted="no",
        welcome__wait=12.5,
        help__way="bike",
        help__told=("price", "day"),
        help__name="na",
        help__opinion="Yes; in a line,\nor two.",
    )
)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forms as LibreOffice saves them."""
    folder = tmp_path_factory.mktemp("office")
    full = written(folder / "full.xlsx", kinds(), FULL)
    odd = written(folder / "odd.xlsx", kinds(), ODD)
    typed = written(folder / "typed.xlsx", kinds())
    cells = {
        "D question:welcome.greeted": "Yes",
        "D question:welcome.wait": 45,
        "D question:help.told": "None of these",
        "D time:start:0": time(23, 58),
        "D time:end:8": "00:04",
    }
    fill(typed, cells)
    return converted([full, odd, typed], folder, "xlsx", folder / "saved")


@pytest.mark.parametrize(("name", "known"), [("full", FULL), ("odd", ODD)])
def test_a_form_that_only_went_through_libreoffice_is_the_same_log(
    saved: Path, name: str, known: ShopLog
) -> None:
    assert again(saved / f"{name}.xlsx", kinds()) == Read(log=known)


def test_what_was_typed_comes_through(saved: Path) -> None:
    found = again(saved / "typed.xlsx", kinds())
    assert found.log.answers() == {"welcome.greeted": "yes", "welcome.wait": 45, "help.told": ()}
    assert [one.at.isoformat() for one in found.log.marks] == [
        "2026-11-10T23:58:00+01:00",
        "2026-11-11T00:04:00+01:00",
    ]


@pytest.mark.parametrize(
    ("name", "key", "missing"),
    [
        pytest.param("typed", "text:staff", (1, 0), id="nobody is named"),
        pytest.param("typed", "question:welcome.greeted", (0, 0), id="answered"),
        pytest.param("typed", "question:help.way", (1, 0), id="not answered"),
        pytest.param("typed", "question:help.told", (0, 0), id="none of several"),
        pytest.param("typed", "question:welcome.late", (1, 0), id="asked after a long wait"),
        pytest.param("typed", "question:help.name", (0, 0), id="not asked"),
        pytest.param("typed", "time:answered:1", (1, 0), id="a time"),
        pytest.param("typed", "comment:welcome", (1, 0), id="a comment on the section"),
        pytest.param("typed", "text:narrative", (1, 0), id="the story"),
        pytest.param("full", "question:welcome.greeted", (0, 1), id="a No without a comment"),
        pytest.param("full", "question:welcome.late", (0, 0), id="not asked after a short wait"),
        pytest.param("full", "question:help.told", (0, 0), id="several"),
        pytest.param("full", "text:narrative", (0, 0), id="a story of enough words"),
        pytest.param("full", "text:staff", (0, 0), id="a name"),
    ],
)
def test_the_form_tells_what_is_missing(
    saved: Path, name: str, key: str, missing: tuple[int, int]
) -> None:
    book = load_workbook(saved / f"{name}.xlsx", data_only=True)
    row = row_of(book, key)
    page = book["Shop"]
    assert (page[f"G{row}"].value, page[f"H{row}"].value) == missing


def random_log(form: ShopForm, draw: random.Random) -> ShopLog:
    """Answers to about two thirds of the questions, whichever they are."""
    noted = []
    for one in form.questions():
        values = [known.value for known in one.choices]
        if one.type in ("text", "info") or draw.random() < 0.3:
            continue
        answer: Answer = "na"
        if one.type == "number":
            answer = draw.choice([0, 29, 30, 119.5, 500])
        elif one.type == "multi_choice":
            answer = tuple(value for value in values if draw.random() < 0.5)
        elif draw.random() < 0.8:
            value = draw.choice(values)
            answer = int(value) if one.type == "scale" else value
        noted.append(Observation(question=one.id, answer=answer))
    return blank(observations=tuple(noted))


def test_what_is_greyed_is_what_the_form_does_not_ask(tmp_path: Path) -> None:
    text = (rubrics_folder() / "mystery_visit.yaml").read_text(encoding="utf-8")
    visit = Rubric.model_validate(yaml.safe_load(text))
    forms = [kinds(), form_of(scenario(channel="visit"), visit, "f0")]
    draw = random.Random(7)  # noqa: S311 - no secret
    known = {f"{n}.xlsx": (forms[n % 2], random_log(forms[n % 2], draw)) for n in range(24)}
    paths = [written(tmp_path / name, *pair) for name, pair in known.items()]
    out = converted(paths, tmp_path, "xlsx", tmp_path / "saved")
    for name, (form, filled) in known.items():
        book = load_workbook(out / name, data_only=True)
        asked = {
            one.id
            for one in form.questions()
            if one.type != "info" and book["Shop"][f"F{row_of(book, f'question:{one.id}')}"].value
        }
        expected = {one.id for one in form.asked(filled.answers()) if one.type != "info"}
        assert (name, asked) == (name, expected)


def test_the_count_at_the_top_is_live(saved: Path) -> None:
    page = load_workbook(saved / "full.xlsx", data_only=True)["Shop"]
    assert page["B3"].value == "Missing: 1"


def test_the_words_of_the_story_are_counted(saved: Path) -> None:
    book = load_workbook(saved / "full.xlsx", data_only=True)
    row = row_of(book, "text:narrative")
    words = len(FULL.narrative.split())
    assert book["Shop"][f"E{row - 1}"].value == f"Words: {words} of at least 12"
