"""JSON for programs, as its schema says."""

import json
from collections.abc import Callable

import pytest
from jsonschema import ValidationError
from jsonschema.protocols import Validator

from qa_toolkit.domain.problem import Problem
from qa_toolkit.findings.json import render
from qa_toolkit.findings.report import Report

Checked = Callable[..., Report]


def test_a_check_is_what_the_schema_says(checked: Checked, own_schema: Validator) -> None:
    report = checked(
        Problem(source="a.yaml", message="no", line=3, column=7, code="R003", hint="yes"),
        Problem(source="b.yaml", message="cannot be read"),
    )
    own_schema.validate(json.loads(render(report)))


def test_a_test_is_what_the_schema_says(tested: Checked, own_schema: Validator) -> None:
    own_schema.validate(json.loads(render(tested("expected 2, got 1", note="why"))))


@pytest.mark.parametrize("key", ["format", "counts", "findings", "cases", "more"])
def test_the_schema_refuses_another_shape(
    key: str, checked: Checked, own_schema: Validator
) -> None:
    document = json.loads(render(checked(Problem(source="a.yaml", message="no"))))
    document[key] = "something else"
    with pytest.raises(ValidationError):
        own_schema.validate(document)


def test_a_finding_has_its_place_and_remedy(checked: Checked) -> None:
    problem = Problem(
        source="./my rubrics/ä.yaml", message="say “no”", line=3, column=7, code="R003",
        hint="yes", severity="warning",
    )  # fmt: skip
    assert json.loads(render(checked(problem)))["findings"] == [
        {
            "file": "my rubrics/ä.yaml",
            "line": 3,
            "column": 7,
            "code": "R003",
            "severity": "warning",
            "message": "say “no”",
            "hint": "yes",
        }
    ]


def test_a_case_has_its_dialogue_and_failures(tested: Checked) -> None:
    (case,) = json.loads(render(tested("expected 2, got 1", said="A: Sorry\n")))["cases"]
    assert (case["status"], case["said"], case["failures"]) == (
        "failed",
        "A: Sorry\n",
        ["expected 2, got 1"],
    )


def test_everything_is_counted(checked: Checked, tested: Checked) -> None:
    infos = [Problem(source=f, message="m", severity="info") for f in ("a.yaml", "b.yaml")]
    counts = json.loads(render(checked(Problem(source="a.yaml", message="m"), *infos)))["counts"]
    assert {name: n for name, n in counts.items() if n} == {"files": 2, "errors": 1, "infos": 2}
    counts = json.loads(render(tested("no", status="known_gap")))["counts"]
    assert {name: n for name, n in counts.items() if n} == {"files": 1, "cases": 1, "known_gaps": 1}
