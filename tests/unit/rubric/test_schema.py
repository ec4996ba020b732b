"""The JSON Schemas say what the loader says, as far as a schema can."""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from qa_toolkit.rubric.cases import load_cases
from qa_toolkit.rubric.load import read_rubric
from qa_toolkit.rubric.schema import Kind, schema_text
from qa_toolkit.strict_yaml.reader import read_yaml

RUBRICS = Path(__file__).parents[3] / "rubrics"
FILES: list[tuple[Kind, Path]] = [
    *(("rubric", path) for path in sorted(RUBRICS.glob("*.yaml"))),
    *(("cases", path) for path in sorted(RUBRICS.glob("cases/*/*.yaml"))),
]
KINDS: tuple[Kind, ...] = ("rubric", "cases")
SCHEMAS: dict[Kind, dict[str, Any]] = {kind: json.loads(schema_text(kind)) for kind in KINDS}
VALIDATORS = {kind: Draft202012Validator(schema) for kind, schema in SCHEMAS.items()}
WHOLE = """\
format: 1
id: desk
version: 1.0.0
title: Desk
language: [en, de]
applies_to: {channels: [chat]}
pass_mark: 62.5
bands: {Low: 0, High: 62.5}
minimums: {care: 40}
policy: {critical: {compliance: fail}}
appeal_days: 7
cues: {distress: {any: [broken]}}
sections:
  - id: care
    title: Care
    weight: 1.5
    criteria:
      - id: care.calm
        question: Does the agent stay calm?
        type: yes_no
        critical: {class: customer, policy: fail, at: [0]}
        applies_when: {customer: distress, answers: {care.speed: [0, "na"]}}
        base: 1
        indicators: [{id: rude, kind: phrase, any: [calm down], points: -0.5}]
        tips: {0: Breathe.}
        causes: {0: [tired, "new here"]}
      - id: care.speed
        question: How long did it take?
        type: number
        ranges: [{below: 60, points: 1}, {from: 60, points: 0, text: slow}]
        scale: {-1: never}
"""
EXTENDING = """\
extends: desk.yaml
id: other
version: 1.0.0
title: Other
remove: [care.speed]
pass_mark: 70
minimums: {care: ~}
sections:
  - id: care
    criteria:
      - id: care.calm
        scale: {1: ~}
        indicators: [{id: rude, points: -1}, {id: slow}]
"""


def as_json(value: Any) -> Any:
    """What a validator sees: keys of JSON are text."""
    if isinstance(value, dict):
        return {str(key): as_json(inner) for key, inner in value.items()}
    return [as_json(inner) for inner in value] if isinstance(value, list) else value


def complaints(kind: Kind, text: str) -> list[str]:
    value = as_json(read_yaml(text, "test.yaml").value)
    return [error.message for error in VALIDATORS[kind].iter_errors(value)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_file_beside_the_rubrics_is_what_the_models_say(kind: Kind) -> None:
    """After a change of the models: qa rubric schema --kind KIND -o rubrics/KIND.schema.json."""
    file = RUBRICS / f"{kind}.schema.json"
    assert file.read_text(encoding="utf-8") == schema_text(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one_of_draft_2020_12_and_names_its_format(kind: Kind) -> None:
    schema = SCHEMAS[kind]
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"urn:qa-toolkit:{kind}:1"


@pytest.mark.parametrize(("kind", "path"), FILES, ids=[path.stem for _, path in FILES])
def test_what_ships_is_valid(kind: Kind, path: Path) -> None:
    assert complaints(kind, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("text", [WHOLE, EXTENDING], ids=["whole", "extending"])
def test_everything_that_files_may_say_is_valid(text: str) -> None:
    assert complaints("rubric", text) == []


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        pytest.param("weight: 1.5", "wieght: 1.5", id="a misspelt key"),
        pytest.param("weight: 1.5", 'weight: "1.5"', id="a number as text"),
        pytest.param("0: Breathe.", "low: Breathe.", id="a level that is no whole number"),
        pytest.param("care.speed: [0", "speed: [0", id="a criterion without its section"),
        pytest.param("policy: fail, at", "rule: fail, at", id="a key by its name in the program"),
        pytest.param("kind: phrase", "kind: regex", id="an unknown kind"),
        pytest.param("points: -0.5", "points: -0.5, sure: true", id="a key of no indicator"),
        pytest.param("channels: [chat]", "channels: []", id="an empty list"),
        pytest.param("pass_mark: 62.5", "pass_mark: 101", id="out of bounds"),
        pytest.param("title: Desk\n", "", id="a key that is missing"),
        pytest.param("format: 1", "format: 2", id="another format"),
        pytest.param("from: 60", "start: 60", id="a bound by its name in the program"),
    ],
)
def test_what_the_loader_refuses_is_not_valid(said: str, instead: str) -> None:
    assert said in WHOLE
    assert complaints("rubric", WHOLE.replace(said, instead)) != []


@pytest.mark.parametrize(
    ("said", "instead"),
    [
        pytest.param("pass_mark: 70", "pas_mark: 70", id="a misspelt key"),
        pytest.param("id: care.calm\n", "question: Calm?\n", id="a part without its id"),
        pytest.param("points: -1", "point: -1", id="a misspelt key of an indicator"),
        pytest.param("version: 1.0.0\n", "", id="without a version of its own"),
        pytest.param("remove: [care.speed]", "remove: care.speed", id="no list of ids"),
    ],
)
def test_a_rubric_that_extends_another_is_held_to_its_keys(said: str, instead: str) -> None:
    assert said in EXTENDING
    assert complaints("rubric", EXTENDING.replace(said, instead)) != []


def test_a_mistake_is_told_where_it_is() -> None:
    value = as_json(read_yaml(WHOLE.replace("weight: 1.5", "wieght: 1.5"), "").value)
    places = {tuple(error.absolute_path) for error in VALIDATORS["rubric"].iter_errors(value)}
    assert places == {("sections", 0)}


def test_a_case_may_not_be_misspelt() -> None:
    text = "criterion: care.calm\ncases:\n  one: {said: 'A: Hi', ratting: 1}\n"
    assert complaints("cases", text) != []
    assert complaints("cases", text.replace("ratting", "rating")) == []


def described(schema: dict[str, Any]) -> Iterator[tuple[str, bool]]:
    for name, part in (schema.get("$defs", {}) | {"file": schema}).items():
        for key, told in part.get("properties", {}).items():
            yield f"{name}.{key}", "description" in told


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_says_what_it_is(kind: Kind) -> None:
    assert [name for name, told in described(SCHEMAS[kind]) if not told] == []


def test_no_docstring_for_programmers_is_shown_to_authors() -> None:
    text = schema_text("rubric") + schema_text("cases")
    assert "Attributes:" not in text
    assert '"title": "Pass Mark"' not in text


CALM: tuple[str | int, ...] = ("sections", 0, "criteria", 0)
PATHS: list[tuple[str | int, ...]] = [
    ("pass_mark",), ("appeal_days",), ("language",), ("applies_to", "channels"), ("bands",),
    ("sections", 0, "weight"), (*CALM, "critical"), (*CALM, "tips"),
    (*CALM, "indicators", 0, "points"), (*CALM, "indicators", 0, "any"),
    ("sections", 0, "criteria", 1, "ranges", 0),
]  # fmt: skip
MISSHAPEN = frozenset({"R003", "R004", "R005"})
VALUES = st.recursive(
    st.integers(-2000, 2000) | st.sampled_from(["en", "chat", "", "a b", "customer", "x.y"]),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["0", "points", "below", "Good"]), inner, max_size=2)
    ),
    max_leaves=4,
)


@given(st.sampled_from(PATHS), VALUES)
def test_what_the_models_accept_is_valid(path: tuple[str | int, ...], value: object) -> None:
    """Values written into a good rubric: the schema never refuses one that the models take."""
    whole: Any = read_yaml(WHOLE, "").value
    place = whole
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = copy.deepcopy(value)
    loaded = read_rubric(json.dumps(as_json(whole)), "test.yaml")
    if MISSHAPEN.isdisjoint(problem.code for problem in loaded.problems):
        assert list(VALIDATORS["rubric"].iter_errors(as_json(whole))) == []


def test_the_rubric_of_these_tests_has_the_shape_that_the_models_want() -> None:
    assert MISSHAPEN.isdisjoint(one.code for one in read_rubric(WHOLE, "test.yaml").problems)


def test_an_example_of_cases_loads_and_is_valid(tmp_path: Path) -> None:
    file = tmp_path / "whole.yaml"
    file.write_text("cases:\n  one: {said: 'A: Hi', outcome: pass, sections: {care: ~}}\n")
    assert load_cases(file).problems == ()
    assert complaints("cases", file.read_text()) == []
