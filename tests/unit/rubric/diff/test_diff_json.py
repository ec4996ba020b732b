"""A diff for programs has the shape that its schema describes."""

import json
from importlib.resources import files
from typing import Any

import pytest
from builders import criterion, rubric
from diff_builders import (
    contact,
    diff,
    impact,
    named,
    phrase,
    section,
    with_criterion,
    with_sections,
)
from jsonschema import Draft202012Validator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.diff.impact import Impact
from qa_toolkit.rubric.diff.json import render

SCHEMA = json.loads((files("qa_toolkit.rubric.diff") / "diff.schema.json").read_text())
SORRY = "C: It broke.\nA: I am sorry for the trouble."
OLD = with_criterion()
NEW = rubric(criterion(indicators=[phrase("sorry", "so sorry")]), version="1.1.0")
OTHER = with_sections(section("t", named("t.a"), named("t.b")), id="other", pass_mark=70.5)


def document(old: Rubric, new: Rubric, known: Impact | None = None) -> Any:
    return json.loads(render(diff(old, new), known))


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("known", [None, impact(OLD, NEW, contact("1", SORRY))], ids=["", "impact"])
@pytest.mark.parametrize("new", [OLD, NEW, OTHER], ids=["same", "new", "other"])
def test_every_document_has_the_shape_of_the_schema(new: Rubric, known: Impact | None) -> None:
    Draft202012Validator(SCHEMA).validate(document(OLD, new, known))


def test_a_document_says_what_is_asked_of_the_version() -> None:
    found = document(OLD, OTHER)
    assert (found["effect"], found["bump"], found["needed"]) == ("breaking", "major", "2.0.0")
    assert found["finding"].startswith("a breaking change needs version 2.0.0")


def test_a_change_has_its_values_and_its_places() -> None:
    (change,) = document(rubric(pass_mark=80), rubric(pass_mark=72.5))["changes"]
    assert (change["before"], change["after"], change["effect"]) == (80, 72.5, "scoring")
    assert change["new"] == {"file": "new.yaml", "line": 3, "column": 2}


def test_numbers_are_not_rounded() -> None:
    thirds = [named("s.a", "A?"), named("s.b", "B?"), named("s.z", "Z?", indicators=[phrase("x")])]
    old = with_sections(section("s", *thirds))
    found = document(old, old, impact(old, old, contact("1", SORRY)))
    assert found["impact"]["total"]["before"] == pytest.approx(200 / 3, abs=1e-9)
