"""Code Quality reports of GitLab, shown in merge requests.

Source: GitLab, "Code Quality report format": a list of description, check name, fingerprint,
severity and location; a fingerprint may occur only once.
"""

from collections.abc import Mapping

from qa_toolkit.domain.problem import Problem, Severity
from qa_toolkit.findings.baseline import numbered
from qa_toolkit.findings.json import document_text
from qa_toolkit.findings.paths import relative
from qa_toolkit.findings.report import Report

_SEVERITIES: Mapping[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report) -> str:
    """One entry for each finding."""
    return document_text([_entry(problem, mark) for problem, mark in numbered(report.findings)])


def _entry(problem: Problem, mark: str) -> dict[str, object]:
    hint = f" ({problem.hint})" if problem.hint else ""
    return {
        "description": problem.message + hint,
        "check_name": problem.code or "qa rubric",
        "fingerprint": mark,
        "severity": _SEVERITIES[problem.severity],
        # GitLab wants a line: what concerns the whole file stands at its first
        "location": {"path": relative(problem.source), "lines": {"begin": problem.line or 1}},
    }
