"""A report is in one order, and knows a failed case for a finding."""

import random
from collections.abc import Callable

import pytest

from qa_toolkit.domain.problem import Problem
from qa_toolkit.findings.report import CaseOutcome, Report, Status
from qa_toolkit.findings.summary import summary

IN_ORDER = (
    Problem(source="a.yaml", message="of the file"),
    Problem(source="a.yaml", line=2, column=1, code="R301", message="left"),
    Problem(source="a.yaml", line=2, column=9, code="R101", message="right"),
    Problem(source="a.yaml", line=10, column=1, code="R101", message="a later line"),
    Problem(source="a.yaml", line=10, column=1, code="R204", message="a greater code"),
    Problem(source="b.yaml", line=1, column=1, code="R101", message="another file"),
)


@pytest.mark.parametrize("seed", range(5))
def test_problems_stand_in_the_order_of_the_files_whatever_found_them_first(
    seed: int, checked: Callable[..., Report]
) -> None:
    found = random.Random(seed).sample(IN_ORDER, k=len(IN_ORDER))  # noqa: S311 - no secret
    assert checked(*found).problems == IN_ORDER


def test_files_are_named_once_and_in_order() -> None:
    report = Report(command="check", files=("b", "a", "b"), problems=(), rules={})
    assert report.files == ("a", "b")


def test_cases_stand_in_the_order_of_their_file() -> None:
    first, second = (
        CaseOutcome(file="c.yaml", line=line, criterion="s.c", name="n", said="", status="passed")
        for line in (2, 11)
    )
    report = Report(command="test", files=(), problems=(), rules={}, cases=(second, first))
    assert report.cases == (first, second)


def test_a_failed_case_is_a_finding(tested: Callable[..., Report]) -> None:
    (finding,) = tested("expected 2, got 1", "expected no evidence").findings
    assert str(finding) == (
        "cases/r/s.c.yaml:4: error: s.c: apologises: expected 2, got 1; expected no evidence [CASE]"
    )


@pytest.mark.parametrize("status", ["passed", "known_gap"])
def test_other_cases_are_none(status: Status, tested: Callable[..., Report]) -> None:
    assert tested("expected 2, got 1", status=status).findings == ()


@pytest.mark.parametrize(
    ("severities", "said"),
    [
        ((), "1 file, no problems"),
        (("error",), "1 file, 1 error"),
        (("warning", "error", "info", "warning"), "1 file, 1 error, 2 warnings, 1 info"),
    ],
    ids=["clean", "one", "all kinds"],
)
def test_one_line_counts_the_problems(severities: tuple[str, ...], said: str) -> None:
    problems = tuple(Problem(source="a", message="m", severity=kind) for kind in severities)  # type: ignore[arg-type]  # read from a table
    assert summary(Report(command="check", files=("a",), problems=problems, rules={})) == said


def test_one_line_counts_the_cases(tested: Callable[..., Report]) -> None:
    assert summary(tested("no")) == "1 file, 1 case, 1 failed"
    assert summary(tested("no", status="known_gap")) == "1 file, 1 case, 0 failed, 1 known gap"


def test_one_line_tells_what_a_baseline_hides() -> None:
    report = Report(command="check", files=("a",), problems=(), rules={}, known=3)
    assert summary(report) == "1 file, no problems, 3 problems of the baseline not shown"
