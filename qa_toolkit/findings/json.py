"""JSON for programs of one's own; its shape is `report.schema.json` beside this file."""

import json

from qa_toolkit import __version__
from qa_toolkit.domain.problem import Problem
from qa_toolkit.findings.paths import relative
from qa_toolkit.findings.report import CaseOutcome, Measure, Report
from qa_toolkit.findings.texts import whole

FORMAT = 1
"""Version of the document's shape; raised when a reader of the old one would break."""


def render(report: Report) -> str:
    """One document: counts, findings, cases. Absent numbers are null, absent texts empty."""
    files = sorted({relative(file) for file in report.files})
    document = {
        "format": FORMAT,
        "tool": {"name": "qa_toolkit", "version": __version__},
        "command": report.command,
        "counts": {"files": len(files), **_counts(report)},
        "files": files,
        "findings": [_finding(problem) for problem in report.problems],
        "cases": [_case(case) for case in report.cases],
        "measures": [_measure(measure) for measure in report.measures],
    }
    return document_text(document)


def document_text(document: object) -> str:
    """JSON with two spaces, readable letters and no half surrogate pairs, which readers refuse."""
    return whole(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _counts(report: Report) -> dict[str, int]:
    return {
        "errors": report.count("error"),
        "warnings": report.count("warning"),
        "infos": report.count("info"),
        "known": report.known,
        "cases": len(report.cases),
        "passed": len(report.cases_with("passed")),
        "failed": len(report.cases_with("failed")),
        "known_gaps": len(report.cases_with("known_gap")),
    }


def _finding(problem: Problem) -> dict[str, object]:
    return {
        "file": relative(problem.source),
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "severity": problem.severity,
        "message": problem.message,
        "hint": problem.hint,
    }


def _case(case: CaseOutcome) -> dict[str, object]:
    return {
        "file": relative(case.file),
        "line": case.line,
        "criterion": case.criterion,
        "name": case.name,
        "status": case.status,
        "said": case.said,
        "failures": list(case.failures),
        "note": case.note,
        "found": list(case.found),
    }


def _measure(measure: Measure) -> dict[str, object]:
    return {
        "name": measure.name,
        "file": relative(measure.file),
        "tried": measure.tried,
        "of": measure.of,
        "share": round(measure.share, 4),
    }
