"""`docs/rubric-format.md` says what the code does: its YAML loads, its cases hold, no key is left out."""

import re
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest
from builders import compile_phrases
from pydantic import BaseModel

from qa_toolkit.domain.phrase import plain
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.cases import CaseFile, load_cases
from qa_toolkit.rubric.load import read_rubric
from qa_toolkit.workflow.rubric_files import usable_rubric
from qa_toolkit.workflow.rubric_test import cases_beside, run_case

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "docs" / "rubric-format.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```", TEXT, re.MULTILINE | re.DOTALL)
RUBRICS = [block for block in BLOCKS if block.startswith("format:")]
CASES = [block for block in BLOCKS if block.startswith(("criterion:", "cases:"))]
INDICATORS = [block for block in BLOCKS if block.startswith("- ")]
CRITERIA = [block for block in BLOCKS if block.startswith("# part: criteria")]
PARTS = [block for block in BLOCKS if block.startswith("# part: rubric")]
EXTENDING = [block for block in BLOCKS if block.startswith("# part: extends")]
HEAD = """\
format: 1
id: around
version: 1.0.0
title: Around the parts
applies_to: {channels: [call, email]}
pass_mark: 50
"""
SECTION = """\
sections:
  - id: basics
    title: Basics
    weight: 1
    criteria:
"""
AROUND_INDICATORS = """\
format: 1
id: around
version: 1.0.0
title: Around the indicators
applies_to: {channels: [call]}
pass_mark: 50
sections:
  - id: s
    title: S
    weight: 1
    criteria:
      - id: s.c
        question: Is it shown?
        scale: {0: not shown, 1: shown}
        base: 1
        indicators:
"""


def test_every_block_is_of_a_kind_that_is_checked_here() -> None:
    kinds = (RUBRICS, CASES, INDICATORS, CRITERIA, PARTS, EXTENDING)
    assert sum(map(len, kinds)) == len(BLOCKS)
    assert all(kinds)


@pytest.mark.parametrize("text", RUBRICS)
def test_a_whole_rubric_has_no_problems(text: str) -> None:
    assert read_rubric(text, "rubric-format.md").problems == ()


@pytest.mark.parametrize("text", INDICATORS)
def test_indicators_have_no_problems(text: str) -> None:
    whole = AROUND_INDICATORS + indent(text, " " * 10)
    assert wrong(whole, "error") == []


@pytest.mark.parametrize("text", CRITERIA)
def test_criteria_have_no_problems(text: str) -> None:
    assert wrong(HEAD + SECTION + indent(text, " " * 6), "error") == []


@pytest.mark.parametrize("text", PARTS)
def test_parts_of_a_rubric_have_no_problems(text: str) -> None:
    assert wrong(HEAD + text, "error", "warning") == []


@pytest.mark.parametrize("text", EXTENDING)
def test_a_rubric_that_extends_another_has_no_problems(text: str) -> None:
    assert read_rubric(text, str(ROOT / "rubrics" / "returns_desk.yaml")).problems == ()


def wrong(text: str, *severities: str) -> list[str]:
    """The problems of these severities: shares of a total and advice are for whole rubrics."""
    problems = read_rubric(text, "rubric-format.md").problems
    return [str(problem) for problem in problems if problem.severity in severities]


@pytest.mark.parametrize("text", CASES)
def test_cases_load_and_give_what_they_say(text: str, tmp_path: Path) -> None:
    rubric = tmp_path / "returns.yaml"
    rubric.write_text(RUBRICS[0], encoding="utf-8")
    file = tmp_path / "cases" / "returns" / "one.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    assert load_cases(file).problems == ()
    known = usable_rubric(rubric).rubric
    found, problems = cases_beside(rubric, known)
    assert found
    assert problems == ()
    assert [case.name for case in found if not run_case(case, known).holds] == []


def rows(header: str) -> list[list[str]]:
    """The cells of the table below a header line."""
    table = TEXT.split(header)[1].split("\n\n")[0].splitlines()[2:]
    return [
        [cell.strip().replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        for line in table
    ]


@pytest.mark.parametrize(
    ("phrase", "found", "left"), rows("| Phrase | Finds | Leaves alone |"), ids=lambda cell: cell
)
def test_a_phrase_finds_what_the_table_says(phrase: str, found: str, left: str) -> None:
    pattern = compile_phrases((phrase.strip("`"),))
    assert all(pattern.search(plain(text)) for text in found.split(" · "))
    assert not pattern.search(plain(left))


def keys_of(model: type[BaseModel]) -> set[str]:
    schema: dict[str, Any] = model.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return {key for part in parts for key in part.get("properties", {})}


def test_every_key_is_described() -> None:
    keys = keys_of(Rubric) | keys_of(CaseFile)
    assert {key for key in keys if f"`{key}`" not in TEXT} == set()
