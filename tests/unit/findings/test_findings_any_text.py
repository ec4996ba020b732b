"""Whatever stands in a rubric, every output can be read by what reads its format."""

import json

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given
from hypothesis import strategies as st
from jsonschema.protocols import Validator
from junitparser import JUnitXml

from qa_toolkit.domain.problem import Problem
from qa_toolkit.findings.formats import FORMATS
from qa_toolkit.findings.report import CaseOutcome, Report, RuleText

# with halves of surrogate pairs and control characters, which text() leaves out by itself
ANY_TEXT = st.text(st.characters(), max_size=40) | st.sampled_from(
    [
        "]]>",
        "a|b",
        "```",
        "%0A",
        "\r\n",
        "\x00",
        "\u202e",
        "\ud83d",
        "🙂",
        "{0}",
        "C:\\x",
        "/",
        "..",
    ]
)
PLACES = st.none() | st.integers(1, 10**6)
SEVERITIES = st.sampled_from(["error", "warning", "info"])
PROBLEMS = st.builds(
    Problem, source=ANY_TEXT, message=ANY_TEXT, line=PLACES, column=PLACES,
    code=ANY_TEXT | st.just("R204"), hint=ANY_TEXT, severity=SEVERITIES,
)  # fmt: skip
CASES = st.builds(
    CaseOutcome, file=ANY_TEXT, line=PLACES, criterion=ANY_TEXT, name=ANY_TEXT, said=ANY_TEXT,
    status=st.sampled_from(["passed", "failed", "known_gap"]),
    failures=st.lists(ANY_TEXT, max_size=2).map(tuple), note=ANY_TEXT,
)  # fmt: skip
RULES = st.builds(
    RuleText, code=st.just("R204"), title=ANY_TEXT, severity=SEVERITIES, explanation=ANY_TEXT,
    help_anchor=ANY_TEXT,
)  # fmt: skip
REPORTS = st.builds(
    Report, command=st.sampled_from(["check", "test", "diff"]),
    files=st.lists(ANY_TEXT, max_size=3).map(tuple),
    problems=st.lists(PROBLEMS, max_size=4).map(tuple),
    rules=RULES.map(lambda rule: {rule.code: rule}) | st.just({}),
    cases=st.lists(CASES, max_size=4).map(tuple), known=st.integers(0, 9),
)  # fmt: skip


@given(REPORTS)
def test_json_is_what_its_schema_says(own_schema: Validator, report: Report) -> None:
    own_schema.validate(json.loads(FORMATS["json"](report).encode()))


@given(REPORTS)
def test_sarif_is_what_the_standard_says(sarif_schema: Validator, report: Report) -> None:
    sarif_schema.validate(json.loads(FORMATS["sarif"](report).encode()))


@given(REPORTS)
def test_gitlab_reads_one_entry_a_finding(report: Report) -> None:
    assert len(json.loads(FORMATS["gitlab"](report).encode())) == len(report.findings)


@given(REPORTS)
def test_junit_counts_what_it_holds(report: Report) -> None:
    text = FORMATS["junit"](report)
    root = fromstring(text.encode())
    told = {key: int(root.get(key, "")) for key in ("tests", "failures", "skipped")}
    assert told == {
        "tests": len(root.findall(".//testcase")),
        "failures": len(root.findall(".//failure")),
        "skipped": len(root.findall(".//skipped")),
    }
    assert JUnitXml.fromstring(text.encode()).tests == told["tests"]


@given(REPORTS)
def test_each_annotation_is_one_line(report: Report) -> None:
    shown = FORMATS["github"](report).encode().split(b"\n")
    assert len(shown) - 1 == len(report.findings)
    assert all(line.startswith(b"::") for line in shown[:-1])
    assert not any(b"\r" in line for line in shown)


@given(REPORTS)
def test_every_line_for_people_is_printable(report: Report) -> None:
    for line in FORMATS["text"](report).split("\n"):
        assert not any(character < " " or "\x7f" <= character <= "\x9f" for character in line)
        line.encode()


@pytest.mark.parametrize("name", FORMATS)
@given(report=REPORTS)
def test_the_same_findings_give_the_same_bytes(name: str, report: Report) -> None:
    again = Report(
        command=report.command, files=report.files[::-1], problems=report.problems[::-1],
        rules=dict(reversed(list(report.rules.items()))), cases=report.cases[::-1],
        known=report.known,
    )  # fmt: skip
    assert FORMATS[name](again).encode() == FORMATS[name](report).encode()
