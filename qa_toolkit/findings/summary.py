"""The one line that says how a run went, the same wherever it stands."""

from collections.abc import Iterator

from qa_toolkit.domain.problem import Severity
from qa_toolkit.domain.wording import counted
from qa_toolkit.findings.report import Report

_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


def summary(report: Report) -> str:
    """`3 files, 1 error, 2 warnings`; with cases `1 file, 12 cases, 1 failed, 2 known gaps`."""
    return ", ".join(_parts(report))


def _parts(report: Report) -> Iterator[str]:
    yield counted(len(report.files), "file")
    for severity in _SEVERITIES:
        if count := report.count(severity):
            yield counted(count, severity)
    if not report.problems and report.command != "test":
        yield "no problems"
    if report.cases or report.command == "test":
        yield counted(len(report.cases), "case")
        yield f"{len(report.cases_with('failed')):,} failed"
    if gaps := len(report.cases_with("known_gap")):
        yield counted(gaps, "known gap")
    if report.known:
        yield f"{counted(report.known, 'problem')} of the baseline not shown"
