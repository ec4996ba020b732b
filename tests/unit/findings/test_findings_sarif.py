"""SARIF as OASIS published it: checked against its schema, by a validator that is not ours."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from jsonschema import ValidationError
from jsonschema.protocols import Validator

from qa_toolkit import __version__
from qa_toolkit.domain.problem import Problem, Severity
from qa_toolkit.findings.report import Report, RuleText
from qa_toolkit.findings.sarif import render

Checked = Callable[..., Report]
R204 = RuleText(
    code="R204",
    title="top of the scale out of reach",
    severity="error",
    explanation="No evidence reaches\nthe top.\n\nRaise the points.",
    help_anchor="docs/rubric-format.md#problem-codes",
)


def run_of(report: Report) -> Any:
    """The one run of the log."""
    (run,) = json.loads(render(report))["runs"]
    return run


@pytest.mark.parametrize(
    "problem",
    [
        Problem(source="a.yaml", message="m", line=3, column=7, code="R204", hint="h"),
        Problem(source="a.yaml", message="m", line=3, code="R999", severity="warning"),
        Problem(source="a.yaml", message="cannot be read", severity="info"),
        Problem(source="/no where/ä:b.yaml", message="m", code="R204"),
        Problem(source="-", message="m", line=1, column=1, code="R001"),
        Problem(source="a.yaml", message=""),
    ],
    ids=["whole", "unknown rule", "no code", "absolute", "standard input", "no message"],
)
def test_a_check_is_valid(problem: Problem, checked: Checked, sarif_schema: Validator) -> None:
    sarif_schema.validate(json.loads(render(checked(problem, rules=(R204,)))))


def test_clean_files_are_valid(checked: Checked, sarif_schema: Validator) -> None:
    sarif_schema.validate(json.loads(render(checked())))


def test_failed_cases_are_valid(tested: Checked, sarif_schema: Validator) -> None:
    sarif_schema.validate(json.loads(render(tested("expected 2, got 1"))))


@pytest.mark.parametrize(
    ("key", "value"),
    [("level", "info"), ("ruleIndex", "0"), ("colour", "red"), ("locations", [{"a": 1}])],
)
def test_the_schema_would_refuse_a_mistake(
    key: str, value: object, checked: Checked, sarif_schema: Validator
) -> None:
    log = json.loads(render(checked(Problem(source="a.yaml", message="m", code="R204"))))
    log["runs"][0]["results"][0][key] = value
    with pytest.raises(ValidationError):
        sarif_schema.validate(log)


def test_the_schema_would_refuse_a_path_that_is_no_uri(
    checked: Checked, sarif_schema: Validator
) -> None:
    log = json.loads(render(checked(Problem(source="a.yaml", message="m"))))
    location = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    location["artifactLocation"]["uri"] = "my rubric.yaml"
    with pytest.raises(ValidationError):
        sarif_schema.validate(log)


def test_the_tool_names_itself_and_its_rules(checked: Checked) -> None:
    driver = run_of(checked(rules=(R204,)))["tool"]["driver"]
    assert (driver["name"], driver["semanticVersion"]) == ("qa_toolkit", __version__)
    assert driver["rules"] == [
        {
            "id": "R204",
            "name": "TopOfTheScaleOutOfReach",
            "shortDescription": {"text": "top of the scale out of reach"},
            "fullDescription": {"text": "No evidence reaches the top."},
            "help": {
                "text": "No evidence reaches\nthe top.\n\nRaise the points.\n\n"
                "See docs/rubric-format.md#problem-codes.",
                "markdown": "**top of the scale out of reach**\n\nNo evidence reaches\nthe top.\n\n"
                "Raise the points.\n\nSee docs/rubric-format.md#problem-codes.",
            },
            "defaultConfiguration": {"level": "error"},
        }
    ]


def test_a_result_points_to_its_rule(checked: Checked) -> None:
    problems = [Problem(source="a", message="m", code=code) for code in ("R999", "R204", "R001")]
    run = run_of(checked(*problems, rules=(R204,)))
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["R001", "R204", "R999"]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == ["R001", "R204", "R999"]


def test_a_problem_without_a_code_points_to_none(checked: Checked) -> None:
    run = run_of(checked(Problem(source="a", message="m")))
    assert run["tool"]["driver"]["rules"] == []
    assert "ruleId" not in run["results"][0]
    assert "ruleIndex" not in run["results"][0]


@pytest.mark.parametrize(
    ("severity", "level"), [("error", "error"), ("warning", "warning"), ("info", "note")]
)
def test_severities_have_their_level(severity: Severity, level: str, checked: Checked) -> None:
    problem = Problem(source="a", message="m", severity=severity)
    assert run_of(checked(problem))["results"][0]["level"] == level


def test_a_place_is_relative_and_encoded(checked: Checked) -> None:
    problem = Problem(source="./my rubrics/ä.yaml", message="m", line=3, column=7)
    assert run_of(checked(problem))["results"][0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "my%20rubrics/%C3%A4.yaml", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 3, "startColumn": 7},
            }
        }
    ]


def marks(report: Report) -> list[str]:
    """The fingerprints of all results."""
    return [result["partialFingerprints"]["qaProblem/v1"] for result in run_of(report)["results"]]


def test_a_result_is_known_again_when_its_line_moves(checked: Checked) -> None:
    before = Problem(source="a.yaml", message="m", line=3, column=7, code="R204")
    after = Problem(source="a.yaml", message="m", line=30, column=1, code="R204")
    assert marks(checked(before)) == marks(checked(after))


def test_equal_problems_of_a_file_are_told_apart(checked: Checked) -> None:
    twice = [Problem(source="a.yaml", message="m", line=line, code="R204") for line in (3, 9)]
    assert len(set(marks(checked(*twice)))) == 2


def test_failed_cases_are_results_of_their_own_rule(tested: Checked) -> None:
    run = run_of(tested("expected 2, got 1"))
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["CASE"]
    assert run["results"][0]["message"]["text"] == "s.c: apologises: expected 2, got 1"


def test_check_and_test_do_not_replace_each_other(checked: Checked, tested: Checked) -> None:
    ids = [run_of(report)["automationDetails"]["id"] for report in (checked(), tested("no"))]
    assert ids == ["qa-rubric-check/", "qa-rubric-test/"]
