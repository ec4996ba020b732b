"""Code Quality of GitLab, by the field list of its documentation."""

import json
from collections.abc import Callable

import pytest

from qa_toolkit.domain.problem import Problem, Severity
from qa_toolkit.findings.gitlab import render
from qa_toolkit.findings.report import Report

Checked = Callable[..., Report]


def test_an_entry_has_every_field_gitlab_asks_for(checked: Checked) -> None:
    problem = Problem(source="./a.yaml", message="m", line=3, code="R204", hint="h")
    (entry,) = json.loads(render(checked(problem)))
    assert len(entry.pop("fingerprint")) > 32
    assert entry == {
        "description": "m (h)",
        "check_name": "R204",
        "severity": "major",
        "location": {"path": "a.yaml", "lines": {"begin": 3}},
    }


def test_what_concerns_the_whole_file_stands_at_its_first_line(checked: Checked) -> None:
    (entry,) = json.loads(render(checked(Problem(source="a.yaml", message="m"))))
    assert (entry["check_name"], entry["location"]["lines"]) == ("qa rubric", {"begin": 1})


@pytest.mark.parametrize(
    ("severity", "said"), [("error", "major"), ("warning", "minor"), ("info", "info")]
)
def test_severities_have_their_name(severity: Severity, said: str, checked: Checked) -> None:
    (entry,) = json.loads(render(checked(Problem(source="a", message="m", severity=severity))))
    assert entry["severity"] == said


def test_no_fingerprint_occurs_twice(checked: Checked) -> None:
    """GitLab shows only one of two entries with the same fingerprint."""
    twice = [Problem(source="a.yaml", message="m", line=line) for line in (3, 9)]
    entries = json.loads(render(checked(*twice)))
    assert len({entry["fingerprint"] for entry in entries}) == 2


def test_failed_cases_are_entries(tested: Checked) -> None:
    (entry,) = json.loads(render(tested("got 1")))
    assert (entry["check_name"], entry["location"]["lines"]["begin"]) == ("CASE", 4)
