"""Annotations of GitHub Actions, escaped as its own toolkit escapes them."""

from collections.abc import Callable

import pytest

from qa_toolkit.domain.problem import Problem, Severity
from qa_toolkit.findings.github import render
from qa_toolkit.findings.report import Report

Checked = Callable[..., Report]


def test_a_problem_stands_beside_its_line(checked: Checked) -> None:
    problem = Problem(source="a.yaml", message="out of reach", line=3, column=7, code="R204")
    assert render(checked(problem)) == (
        "::error file=a.yaml,line=3,col=7,title=R204::out of reach\n"
    )


@pytest.mark.parametrize(
    ("severity", "command"), [("error", "error"), ("warning", "warning"), ("info", "notice")]
)
def test_severities_have_their_command(severity: Severity, command: str, checked: Checked) -> None:
    problem = Problem(source="a.yaml", message="m", severity=severity)
    assert render(checked(problem)) == f"::{command} file=a.yaml::m\n"


@pytest.mark.parametrize(
    ("message", "escaped"),
    [
        ("50% off: a, b", "50%25 off: a, b"),
        ("one\r\ntwo", "one%0D%0Atwo"),
        ("ok\n::stop-commands::x", "ok%0A::stop-commands::x"),
        ("%0A", "%250A"),
        ("½ 日本 🙂", "½ 日本 🙂"),
    ],
    ids=["percent", "lines", "command", "escaped already", "letters"],
)
def test_a_message_is_escaped(message: str, escaped: str, checked: Checked) -> None:
    assert render(checked(Problem(source="a", message=message))) == f"::error file=a::{escaped}\n"


def test_a_property_is_escaped_further(checked: Checked) -> None:
    problem = Problem(source="100%,a:b\n.yaml", message="m")
    assert render(checked(problem)) == "::error file=100%25%2Ca%3Ab%0A.yaml::m\n"


def test_the_hint_is_a_line_of_its_own(checked: Checked) -> None:
    problem = Problem(source="a", message="what", hint="do this")
    assert render(checked(problem)) == "::error file=a::what%0Ado this\n"


def test_a_failed_case_is_an_error(tested: Checked) -> None:
    assert render(tested("got 1")) == (
        "::error file=cases/r/s.c.yaml,line=4,title=CASE::s.c: apologises: got 1\n"
    )


def test_nothing_found_says_nothing(checked: Checked) -> None:
    assert render(checked()) == ""
