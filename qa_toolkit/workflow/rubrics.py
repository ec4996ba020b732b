"""Rubrics: check the files, and run the cases that lie beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.score import CriterionScore, RatingStatus
from qa_toolkit.domain.transcript import WRITTEN
from qa_toolkit.rubric import Case, load_rubric
from qa_toolkit.rubric.cases import case_files, load_cases
from qa_toolkit.rubric.load import rubric_files
from qa_toolkit.scoring import score
from qa_toolkit.signals import measure
from qa_toolkit.workflow.provenance import provenance
from qa_toolkit.workflow.rubric_files import UsableRubric


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedRubric:
    """A rubric file and what is wrong with it; nothing, when `problems` is empty."""

    path: Path
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResult:
    """One case that was run: the ways in which it did not give what it should."""

    file: Path
    name: str
    said: str
    failures: tuple[str, ...]


def check_rubrics(paths: Sequence[Path]) -> tuple[CheckedRubric, ...]:
    """Check every rubric file named or lying in the folders named.

    Raises:
        UsageError: a path does not exist, or no rubric is there.
    """
    return tuple(
        CheckedRubric(path=path, problems=load_rubric(path).problems)
        for path in rubric_files(paths)
    )


def run_cases(rubric_path: Path, rubric: UsableRubric) -> Iterator[CaseResult | Problem]:
    """Run every case beside a rubric; a file of cases that cannot be used is a Problem."""
    known = {criterion.id for criterion in rubric.rubric.criteria()}
    for file in case_files(rubric_path):
        cases, problems = load_cases(file)
        yield from problems
        if cases is None:
            continue
        if cases.criterion not in known:
            message = f"'{cases.criterion}' is no criterion of {rubric.rubric.id}"
            yield Problem(source=str(file), message=message, code="R301")
            continue
        for name, case in cases.cases.items():
            got = _score_case(case, cases.criterion, rubric)
            failures = tuple(_failures(case, got))
            yield CaseResult(file=file, name=name, said=case.said, failures=failures)


def _score_case(case: Case, criterion: str, rubric: UsableRubric) -> CriterionScore:
    transcript = case.transcript()
    scorecard = score(
        transcript, measure(transcript), rubric.rubric, case.channel, provenance(rubric, WRITTEN)
    )
    return next(result for result in scorecard.criteria if result.criterion == criterion)


def _failures(case: Case, got: CriterionScore) -> Iterator[str]:
    if got.status is not case.status:
        yield f"expected {case.status}, got {got.status} ({got.reason})"
    if case.rating is not None and got.points != case.rating:
        yield f"expected rating {case.rating}, got {got.points} ({got.reason})"
    if case.rating is None and case.status is RatingStatus.RATED:
        yield "the case says neither a rating nor another status"
    quotes = [item.quote for item in got.evidence if item.effect]
    shown = ", ".join(f"“{quote}”" for quote in quotes) or "none"
    if case.evidence == () and quotes:
        yield f"expected no evidence, got {shown}"
    for wanted in case.evidence or ():
        if not any(wanted.lower() in quote.lower() for quote in quotes):
            yield f"“{wanted}” is not among the evidence: {shown}"
    for unwanted in case.not_evidence:
        if any(unwanted.lower() in quote.lower() for quote in quotes):
            yield f"“{unwanted}” must not be evidence: {shown}"
