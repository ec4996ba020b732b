"""Forms of shops with every kind of question, and how people fill workbooks in."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from shop_builders import log, scenario

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.shop.form import ShopForm
from qa_toolkit.domain.shop.form_making import form_of
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.shops.forms import Occasion, Read, read_log, write_form

DAY = date(2026, 11, 10)
BERLIN = ZoneInfo("Europe/Berlin")
RUBRIC = """\
format: 1
id: kinds
version: 1.0.0
title: Every kind of question
applies_to: {channels: [call]}
pass_mark: 60
sections:
  - id: welcome
    title: Welcome
    guidance: Before anything else.
    weight: 50
    criteria:
      - {id: welcome.note, question: Speak as you always do., type: info}
      - {id: welcome.greeted, question: "Are you greeted?", type: yes_no, rate: manual}
      - id: welcome.wait
        question: "How long do you wait?"
        type: number
        unit: seconds
        ranges: [{from: 0, below: 30, points: 1}, {from: 30, points: 0}]
        rate: manual
      - id: welcome.late
        question: "What is said about the wait?"
        type: scale
        scale: {0: nothing, 1: "=1+1 is two", 2: an excuse}
        rate: manual
        applies_when: {answers: {welcome.wait: [0]}}
  - id: help
    title: "Help = all"
    weight: 50
    criteria:
      - id: help.way
        question: "How is it sent?"
        type: choice
        allow_na: false
        options: [{id: post, text: By post, points: 1}, {id: van, text: By van, points: 2}, {id: bike, text: By van, points: 2}]
        rate: manual
      - id: help.told
        question: "What are you told?"
        type: multi_choice
        options: [{id: price, text: the price, points: 1}, {id: day, text: "the day, and the hour", points: 1}]
        rate: manual
      - id: help.name
        question: "Is the name asked for?"
        type: yes_no
        rate: manual
        applies_when: {answers: {help.told: [price]}}
      - {id: help.opinion, question: "Would you call again?", type: text}
"""


def kinds(**changed: Any) -> ShopForm:
    """A form with one question of every kind, of which three wait for another answer."""
    rubric = Rubric.model_validate(yaml.safe_load(RUBRIC))
    known: dict[str, Any] = {"measures": {"welcome.wait": "wait"}}
    return form_of(scenario(**known | changed), rubric, "f0")


def blank(**changed: Any) -> ShopLog:
    """A draft in which nothing stands."""
    nothing: dict[str, Any] = {
        "staff": "",
        "location": "",
        "reference": "",
        "marks": (),
        "observations": (),
        "comments": {},
        "narrative": "",
    }
    return log(**nothing | changed)


def occasion() -> Occasion:
    return Occasion(
        shopper="Maya Lind",
        place="North desk",
        day=DAY,
        zone=BERLIN,
        window="Tuesday, 10 Nov 2026, 09:00 to 18:00",
        locations={"north": "North desk", "south": ""},
    )


def again(path: Path, form: ShopForm, start: ShopLog | None = None) -> Read:
    """A form read back by the clock of Berlin."""
    return read_log(path, form, start or blank(), day=DAY, zone=BERLIN)


def written(path: Path, form: ShopForm, known: ShopLog | None = None) -> Path:
    return write_form(path, form, known or blank(), occasion())


def row_of(book: Workbook, key: str) -> int:
    """The row of the form with this key."""
    (row,) = (cell.row for cell in book["Shop"]["A"] if cell.value == key)
    return int(row)


def fill_texts(path: Path, cells: Mapping[str, str]) -> Path:
    """Type texts into a form, also those that begin like a formula, as cells of text hold them."""
    book = load_workbook(path)
    for place, text in cells.items():
        letter, _, key = place.partition(" ")
        cell = book["Shop"][f"{letter}{row_of(book, key)}"]
        cell.value = text or None
        cell.data_type = "s" if text else cell.data_type
    book.save(path)
    return path


def fill(path: Path, cells: Mapping[str, Any]) -> Path:
    """Type into a form: `D question:welcome.greeted` is the answer's cell of that question."""
    book = load_workbook(path)
    for place, value in cells.items():
        letter, _, key = place.partition(" ")
        book["Shop"][f"{letter}{row_of(book, key)}"] = value
    book.save(path)
    return path
