"""Text for people at a terminal: plain here, coloured by the command line through its tones."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from qa_toolkit.domain.problem import Problem, Severity
from qa_toolkit.findings.report import CaseOutcome, Report
from qa_toolkit.findings.summary import summary
from qa_toolkit.findings.texts import lines, visible

Tone = Literal["plain", "faint", "good", "notice", "warning", "error"]
_TONES: Mapping[Severity, Tone] = {"error": "error", "warning": "warning", "info": "notice"}


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a line, and how loud it is."""

    text: str
    tone: Tone = "plain"


Line = tuple[Part, ...]


def render(report: Report) -> str:
    """Findings file by file, failed cases with their dialogue, and a last line with counts."""
    return "".join(f"{''.join(part.text for part in line)}\n" for line in lines_of(report))


def lines_of(report: Report) -> Iterator[Line]:
    """The same, line by line, with tones."""
    for _, problems in groupby(report.problems, key=lambda problem: problem.source):
        for problem in problems:
            yield from _problem(problem)
        yield ()
    for case in report.cases_with("failed"):
        yield from _failed(case)
        yield ()
    gaps = report.cases_with("known_gap")
    for case in gaps:
        yield _gap(case)
    if gaps:
        yield ()
    for measure in report.measures:
        yield (Part(visible(str(measure))),)
    yield (Part(summary(report), _verdict(report)),)


def _problem(problem: Problem) -> Iterator[Line]:
    # place first and whole, the form that editors and terminals make clickable
    yield (
        Part(f"{visible(problem.place)}: "),
        Part(f"{problem.severity}: ", _TONES[problem.severity]),
        Part(visible(problem.message)),
        Part(f" [{visible(problem.code)}]" if problem.code else "", "faint"),
    )
    if problem.hint:
        yield (Part(f"    → {visible(problem.hint)}"),)


def _failed(case: CaseOutcome) -> Iterator[Line]:
    yield (Part(f"{_place(case)}: "), Part("failed: ", "error"), Part(visible(case.title)))
    for line in lines(case.said):
        yield (Part(f"    {line}", "faint"),)
    for failure in case.failures:
        yield (Part("  ✗ ", "error"), Part(visible(failure)))
    for evidence in case.found:
        yield (Part(f"    found in {visible(evidence)}"),)


def _gap(case: CaseOutcome) -> Line:
    note = f" ({visible(case.note)})" if case.note else ""
    return (
        Part(f"{_place(case)}: "),
        Part("known gap: ", "notice"),
        Part(f"{visible(case.title)}{note}"),
    )


def _place(case: CaseOutcome) -> str:
    return visible(case.file if case.line is None else f"{case.file}:{case.line}")


def _verdict(report: Report) -> Tone:
    if report.count("error") or report.cases_with("failed"):
        return "error"
    return "warning" if report.count("warning") else "good"
