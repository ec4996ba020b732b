"""Numbers in rubrics are numbers: the loader and the committed schema agree on what is none."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from builders import criterion, rubric
from jsonschema import Draft202012Validator
from pydantic import ValidationError

from qa_toolkit.rubric.cases import load_cases
from qa_toolkit.rubric.load import LoadedRubric, read_rubric
from qa_toolkit.strict_yaml.reader import read_yaml

RUBRICS = Path(__file__).parents[3] / "rubrics"
TEXT = """\
format: 1
id: r
version: 1.0.0
title: R
applies_to: {channels: [call]}
pass_mark: 80
bands: {Low: 0}
appeal_days: 7
requires: {agent_turns: 1, customer_turns: 0, agent_words: 0}
cues: {woe: {any: [broken], sentiment_below: -0.5}}
sections:
  - id: s
    title: S
    weight: 1
    criteria:
      - id: s.a
        question: Is it shown?
        weight: 2
        critical: {at: [0]}
        base: 0.5
        scale: {0: never, 1: shown}
        tips: {0: Show it.}
        indicators:
          - {id: said, kind: phrase, any: [hi], points: 1, first_turns: 3, at_least: 1}
          - {id: gap, kind: silence, points: -1, longer_than_s: 9}
          - {id: fact, kind: attribute, metadata: csat, at_least: 4, points: 0.5}
          - {id: mood, kind: sentiment_shift, at_least: 0.25, points: 0.5}
      - id: s.b
        question: How long?
        type: number
        applies_when: {answers: {s.a: [1]}}
        ranges: [{below: 60, points: 1}, {from: 60, points: 0}]
"""
NUMBERS = [
    "pass_mark: 80", "Low: 0", "appeal_days: 7", "agent_turns: 1", "customer_turns: 0",
    "agent_words: 0", "sentiment_below: -0.5", "weight: 1", "weight: 2", "base: 0.5", "points: 1",
    "first_turns: 3", "at_least: 1", "longer_than_s: 9", "at_least: 4", "at_least: 0.25",
    "below: 60", "from: 60", "points: 0",
]  # fmt: skip
UNBOUNDED = ("longer_than_s: 9", "at_least: 4", "below: 60", "from: 60")
MISSHAPEN = frozenset({"R001", "R002", "R003", "R004", "R005"})


def validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads((RUBRICS / f"{kind}.schema.json").read_text("utf-8")))


def as_json(value: Any) -> Any:
    """What a validator sees: keys of JSON are text."""
    if isinstance(value, dict):
        return {str(key): as_json(inner) for key, inner in value.items()}
    return [as_json(inner) for inner in value] if isinstance(value, list) else value


def verdicts(text: str) -> tuple[bool, bool]:
    """Whether the schema takes it, and whether the loader finds nothing wrong with its shape."""
    found = {problem.code for problem in read_rubric(text, "r.yaml").problems}
    valid = validator("rubric").is_valid(as_json(read_yaml(text, "r.yaml").value))
    return valid, MISSHAPEN.isdisjoint(found)


def told(said: str, instead: str) -> list[str]:
    assert said in TEXT
    loaded: LoadedRubric = read_rubric(TEXT.replace(said, instead, 1), "r.yaml")
    return [f"{one.code} {one.line} {one.message} → {one.hint}" for one in loaded.problems]


def test_the_rubric_of_these_tests_is_well_shaped() -> None:
    assert verdicts(TEXT) == (True, True)


@pytest.mark.parametrize("said", NUMBERS)
@pytest.mark.parametrize("other", ["true", '"{}"', "nan", ".inf", "1_0", "~~", "[1]", "1e30"])
def test_what_is_no_number_or_far_too_large_is_refused_by_both(said: str, other: str) -> None:
    key, number = said.split(": ")
    text = TEXT.replace(said, f"{key}: {other.format(number)}", 1)
    taken = other == "1e30" and said in UNBOUNDED
    assert (text != TEXT, verdicts(text)) == (True, (taken, taken))


@pytest.mark.parametrize(
    ("said", "instead", "taken"),
    [
        pytest.param("at: [0]", 'at: ["0"]', False, id="a level as text"),
        pytest.param("at: [0]", "at: [false]", False, id="false as a level"),
        pytest.param("at: [0]", "at: [0.0]", True, id="a level with a zero behind the point"),
        pytest.param("s.a: [1]", "s.a: [true]", False, id="true as an answer"),
        pytest.param("s.a: [1]", 's.a: ["1"]', True, id="an answer as text"),
        pytest.param("appeal_days: 7", "appeal_days: 7.0", True, id="7.0 is whole"),
        pytest.param("appeal_days: 7", "appeal_days: 7.5", False, id="7.5 is not"),
        pytest.param("points: 1", "points: +1", True, id="a sign"),
        pytest.param("title: R", 'title: " "', False, id="a title of blanks"),
        pytest.param("Low: 0", '" ": 0', False, id="a band named by blanks"),
        pytest.param("{0: never", '{"0": never', True, id="a quoted level"),
        pytest.param("{0: never", '{"-1000": never', True, id="the lowest level"),
        pytest.param("{0: never", "{1001: never", False, id="a level too high"),
        pytest.param("{0: never", '{"1001": never', False, id="quoted, a level too high"),
        pytest.param("{0: never", '{"00": never', False, id="two zeros"),
        pytest.param("{0: never", '{"-0": never', False, id="minus nothing"),
        pytest.param("{0: never", '{"+2": never', False, id="plus"),
        pytest.param("{0: never", '{" 0": never', False, id="a blank"),
        pytest.param("{0: never", '{"1_0": never', False, id="an underscore"),
        pytest.param("{0: never", '{"٠": never', False, id="a digit of another script"),
        pytest.param("{0: never", "{0.0: never", False, id="a point"),
        pytest.param("{0: never", "{true: never", False, id="true as a level's key"),
        pytest.param("tips: {0:", 'tips: {"01":', False, id="tips"),
    ],
)
def test_schema_and_loader_agree(said: str, instead: str, *, taken: bool) -> None:
    assert said in TEXT
    assert verdicts(TEXT.replace(said, instead, 1)) == (taken, taken)


@pytest.mark.parametrize("twin", ["00", '"0"', '"00"', "+0", '"+0"', '" 0"', '"0.0"'])
def test_no_level_is_lost_behind_another_that_means_the_same(twin: str) -> None:
    (found,) = told("{0: never", f"{{0: never, {twin}: lost")
    assert found.split()[0] in ("R002", "R004")


@pytest.mark.parametrize(
    ("said", "instead", "message"),
    [
        (
            "pass_mark: 80", 'pass_mark: "80"',
            "R004 6 pass_mark: must be a number, not '80' → write it without quotation marks",
        ),
        ("pass_mark: 80", "pass_mark: 80%", "R004 6 pass_mark: must be a number, not '80%' → "),
        (
            "appeal_days: 7", "appeal_days: true",
            "R004 8 appeal_days: must be a whole number, not true → ",
        ),
        (
            "longer_than_s: 9", "longer_than_s: .inf",
            "R004 25 sections[0].criteria[0].indicators[1].longer_than_s: must be a number, "
            "not '.inf' → ",
        ),
        (
            "{0: never", '{"01": never',
            "R004 21 the keys of sections[0].criteria[0].scale: must be a whole number, "
            "not '01' → write it without quotation marks",
        ),
    ],
)  # fmt: skip
def test_it_is_told_in_the_words_of_authors_with_its_line(
    said: str, instead: str, message: str
) -> None:
    assert told(said, instead) == [message]


@pytest.mark.parametrize("mark", [True, "80", float("nan"), Decimal("Infinity")])
def test_programs_are_held_to_it_too(mark: object) -> None:
    with pytest.raises(ValidationError):
        rubric(pass_mark=mark)
    assert rubric(criterion(weight=Decimal("1.5")), pass_mark=80.5).pass_mark == Decimal("80.5")


@pytest.mark.parametrize(
    ("case", "taken"),
    [
        ("rating: 1", True), ("rating: true", False), ('rating: "1"', False),
        ("rating: 1.5", False), ("percent: 62.5", True), ('percent: "62.5"', False),
        ("percent: true", False), ("sections: {s: ~}", True), ("sections: {s: true}", False),
        ("rating: 1, answers: {s.a: 2.5}", True), ("rating: 1, answers: {s.a: na}", True),
        ("rating: 1, answers: {s.a: true}", False), ("rating: 1, answers: {s.a: [a, b]}", True),
    ],
)  # fmt: skip
def test_numbers_of_cases_are_numbers(case: str, *, taken: bool, tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    file.write_text(f"criterion: s.a\ncases:\n  one: {{said: 'A: Hi', {case}}}\n", "utf-8")
    valid = validator("cases").is_valid(as_json(read_yaml(file.read_text("utf-8"), "").value))
    assert (valid, load_cases(file).problems == ()) == (taken, taken)


def test_a_quoted_answer_of_a_case_is_text(tmp_path: Path) -> None:
    file = tmp_path / "c.yaml"
    file.write_text("cases:\n  one: {said: 'A: Hi', outcome: pass, answers: {s.a: '1', s.b: 2}}\n")
    cases = load_cases(file).cases
    assert cases is not None
    assert cases.cases["one"].answers == {"s.a": "1", "s.b": 2}
