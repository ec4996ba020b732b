"""Annotations of GitHub Actions: workflow commands that put a finding beside its line.

Source: GitHub, "Workflow commands for GitHub Actions", and the escaping of its toolkit's
`@actions/core`: `%`, CR and LF everywhere, `:` and `,` in properties too.
"""

from collections.abc import Mapping

from qa_toolkit.domain.problem import Problem, Severity
from qa_toolkit.findings.paths import relative
from qa_toolkit.findings.report import Report
from qa_toolkit.findings.texts import whole

_COMMANDS: Mapping[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def render(report: Report) -> str:
    """One line for each finding; GitHub shows ten errors, warnings and notices each of a step."""
    return "".join(f"{_annotation(problem)}\n" for problem in report.findings)


def _annotation(problem: Problem) -> str:
    properties = {
        "file": relative(problem.source),
        "line": problem.line,
        "col": problem.column,
        "title": problem.code or None,
    }
    told = ",".join(
        f"{name}={_property(str(value))}" for name, value in properties.items() if value is not None
    )
    message = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return f"::{_COMMANDS[problem.severity]} {told}::{_data(message)}"


def _data(text: str) -> str:
    return whole(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
