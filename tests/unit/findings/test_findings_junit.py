"""JUnit XML, read back with junitparser and with ElementTree."""

from collections.abc import Callable

import pytest
from defusedxml.ElementTree import fromstring
from junitparser import JUnitXml, TestSuite

from qa_toolkit.domain.problem import Problem
from qa_toolkit.findings.junit import render
from qa_toolkit.findings.report import CaseOutcome, Report

Checked = Callable[..., Report]


def suites_of(report: Report) -> list[TestSuite]:
    """The suites as junitparser reads them."""
    return list(JUnitXml.fromstring(render(report).encode()))


def test_each_file_checked_is_a_test_case(checked: Checked) -> None:
    report = checked(
        Problem(source="a.yaml", message="first", line=3, column=7, code="R204"),
        Problem(source="a.yaml", message="second", line=5, code="R101"),
        Problem(source="b.yaml", message="vague", severity="warning"),
    )
    (suite,) = suites_of(report)
    assert (suite.name, suite.tests, suite.failures) == ("qa rubric check", 2, 1)
    bad, vague = suite
    assert (bad.name, bad.is_failure, vague.name, vague.is_passed) == (
        "a.yaml", True, "b.yaml", True,
    )  # fmt: skip


def test_the_failure_of_a_file_tells_every_problem(checked: Checked) -> None:
    report = checked(
        Problem(source="a.yaml", message="first", line=3, column=7, code="R204", hint="mend it"),
        Problem(source="a.yaml", message="vague", line=5, code="R402", severity="warning"),
    )
    ((case,),) = suites_of(report)
    (failure,) = case.result
    assert (failure.message, failure.type) == ("1 error: first", "R204")
    assert failure.text == (
        "a.yaml:3:7: error: first (mend it) [R204]\na.yaml:5: warning: vague [R402]"
    )


def test_warnings_alone_stand_in_the_output_of_a_case_that_passes(checked: Checked) -> None:
    ((case,),) = suites_of(checked(Problem(source="a.yaml", message="m", severity="warning")))
    assert case.is_passed
    assert case.system_out == "a.yaml: warning: m"


def test_a_clean_file_passes() -> None:
    ((case,),) = suites_of(Report(command="check", files=("a.yaml",), problems=(), rules={}))
    assert (case.name, case.is_passed, case.system_out) == ("a.yaml", True, None)


def test_a_failed_case_shows_its_dialogue(tested: Checked) -> None:
    ((case,),) = suites_of(tested("expected 2, got 1", "no evidence"))
    (failure,) = case.result
    assert (case.classname, case.name, failure.type) == ("s.c", "apologises", "CASE")
    assert failure.message == "expected 2, got 1; no evidence"
    assert failure.text == "C: It broke.\nA: Sorry.\n\nexpected 2, got 1\nno evidence"


def test_a_known_gap_is_skipped_and_says_why(tested: Checked) -> None:
    (suite,) = suites_of(tested("got 1", status="known_gap", note="no such phrase yet"))
    (case,) = suite
    assert (suite.tests, suite.failures, suite.skipped) == (1, 0, 1)
    assert case.result[0].message == "known gap: no such phrase yet"


def test_each_file_of_cases_is_a_suite() -> None:
    cases = tuple(
        CaseOutcome(file=file, line=1, criterion="s.c", name=name, said="", status="passed")
        for file, name in (("b.yaml", "one"), ("a.yaml", "one"), ("a.yaml", "two"))
    )
    report = Report(command="test", files=("r.yaml",), problems=(), rules={}, cases=cases)
    assert [(suite.name, suite.tests) for suite in suites_of(report)] == [
        ("a.yaml", 2),
        ("b.yaml", 1),
    ]


def test_a_file_of_cases_that_cannot_be_used_fails(tested: Checked) -> None:
    broken = Problem(source="cases/r/broken.yaml", message="not a mapping", line=1, code="R004")
    suites = suites_of(tested("got 1", problems=(broken,)))
    assert [(suite.name, suite.failures) for suite in suites] == [
        ("cases/r/broken.yaml", 1),
        ("cases/r/s.c.yaml", 1),
    ]


@pytest.mark.parametrize(
    "hostile",
    ["]]></failure>", "<a b='\"'>&amp;", "\x00\x08\x1b[2J", "\ufffe\ud800", "é 日本 🙂 \u202e"],
    ids=["CDATA", "markup", "control", "no character", "letters"],
)
def test_hostile_text_stays_text(hostile: str, tested: Checked) -> None:
    report = tested(hostile, said=hostile, name=hostile, file=f"{hostile}.yaml")
    root = fromstring(render(report))
    (read,) = JUnitXml.fromstring(render(report).encode())
    assert read.failures == 1
    assert [element.tag for element in root.iter()] == [
        "testsuites", "testsuite", "testcase", "failure",
    ]  # fmt: skip
    assert all(value.isprintable() for element in root.iter() for value in element.attrib.values())
