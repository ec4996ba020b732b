"""Test rubrics: how every case came out, as one report that every output can show."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.findings.report import CaseOutcome, Measure, Report, Status
from qa_toolkit.rubric.cases import Case
from qa_toolkit.rubric.personal_data import personal_data
from qa_toolkit.rubric.sources import rubric_files
from qa_toolkit.workflow.rubric_check import load_named, once, read_with, rule_texts
from qa_toolkit.workflow.rubric_codes import CASE_TEXTS
from qa_toolkit.workflow.rubric_coverage import Tried, coverage, mutation
from qa_toolkit.workflow.rubric_test import PreparedCase, RanCase, cases_beside, run_case


def case_report(
    paths: Sequence[Path], *, with_coverage: bool = False, with_mutation: bool = False
) -> Report:
    """Run the cases beside every rubric; a rubric that cannot be used is told, and has no cases.

    Args:
        paths: files, folders, patterns.
        with_coverage: tell which levels and indicators no case exercises.
        with_mutation: tell which mutants of the rubric no case notices.

    Raises:
        UsageError: a path does not exist, or no rubric is there.
    """
    problems: list[Problem] = []
    outcomes: list[CaseOutcome] = []
    measures: list[Measure] = []
    files: list[str] = []
    inputs: list[str] = []
    for path in rubric_files(paths):
        loaded = load_named(path)
        files.append(str(path))
        if loaded.rubric is None or loaded.document is None:
            problems += loaded.problems
            continue
        inputs += map(str, read_with(loaded.files))
        problems += _without_rubric(path)
        cases, wrong = cases_beside(path, loaded.rubric, loaded.files[1:])
        ran = [run_case(case, loaded.rubric) for case in cases]
        problems += [*wrong, *_private(cases)]
        outcomes += map(_outcome, ran)
        tried: list[tuple[str, Tried]] = []
        if with_coverage:
            tried.append(("coverage", coverage(path, loaded.rubric, loaded.document, ran)))
        if with_mutation:
            tried.append(("mutation", mutation(path, loaded.rubric, loaded.document, cases)))
        for name, result in tried:
            problems += result.missing
            measures.append(Measure(name=name, file=str(path), tried=result.tried, of=result.of))
    return Report(
        command="test",
        files=tuple(files),
        problems=once(problems),
        rules=rule_texts() | {text.code: text for text in CASE_TEXTS},
        cases=tuple(outcomes),
        measures=tuple(measures),
        inputs=tuple(inputs),
    )


def _outcome(ran: RanCase) -> CaseOutcome:
    prepared, case = ran.prepared, ran.prepared.case
    failures = ran.failures
    if case.todo is not None and not failures:
        failures = ("marked 'todo', and holds: take the mark away",)
    status: Status = "known_gap" if ran.failures else "passed"
    return CaseOutcome(
        file=str(prepared.file),
        line=prepared.line,
        criterion=prepared.criterion,
        name=prepared.name,
        said=case.said,
        status=status if ran.holds else "failed",
        failures=failures,
        note=case.todo or "",
        found=ran.found if failures else (),
    )


def _without_rubric(path: Path) -> Iterator[Problem]:
    """Folders of cases that no rubric beside them will ever run: a slip in a name."""
    folders = (path.parent / "cases").glob("*/")
    for folder in sorted(folder for folder in folders if folder.is_dir()):
        beside = (path.parent / f"{folder.name}{suffix}" for suffix in (".yaml", ".yml"))
        if not any(file.is_file() for file in beside) and any(folder.glob("*.y*ml")):
            message = f"there is no rubric '{folder.name}.yaml' for these cases"
            yield _idle(folder, message, "name the folder as the rubric is named")
        for deeper in sorted({file.parent for file in folder.glob("*/**/*.y*ml")}):
            yield _idle(deeper, "cases in a folder of their own are not run", f"move to {folder}")


def _idle(folder: Path, message: str, hint: str) -> Problem:
    return Problem(source=str(folder), message=message, code="T103", severity="warning", hint=hint)


def _private(cases: Iterable[PreparedCase]) -> Iterator[Problem]:
    """Cases go into git and on to everybody who reads it: no real person belongs in them."""
    for prepared in cases:
        for _, _, kind in personal_data(_words(prepared.case)):
            yield Problem(
                source=str(prepared.file),
                message=f"{prepared.name} holds what looks like {kind}",
                line=prepared.line,
                code="R602",
                severity="warning",
                hint="write an invented one that nobody can have, such as name@example.com",
            )


def _words(case: Case) -> str:
    return "\n".join((case.said, *case.metadata.values()))
