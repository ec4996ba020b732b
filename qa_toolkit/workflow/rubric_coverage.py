"""What the cases of a rubric leave untried: levels and indicators, and mutants nobody noticed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.cases import Case
from qa_toolkit.rubric.mutants import Mutant, mutants
from qa_toolkit.rubric.rules.interface import Path as Place
from qa_toolkit.rubric.rules.interface import criteria
from qa_toolkit.strict_yaml.document import Document
from qa_toolkit.workflow.rubric_test import PreparedCase, RanCase, run_case


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """How much of something the cases try, and what they do not, as findings.

    Attributes:
        tried: of `of`; both 0 where there is nothing to try.
    """

    tried: int
    of: int
    missing: tuple[Problem, ...]


def coverage(path: Path, rubric: Rubric, document: Document, ran: Iterable[RanCase]) -> Tried:
    """Which levels and indicators some case exercises: rates so, or finds with.

    Only cases that hold count, and only what they say something about.
    """
    levels, found = _exercised(ran, rubric)
    wanted: list[tuple[Place, str, str, bool]] = []
    for place, criterion in criteria(rubric):
        if criterion.type != "multi_choice":
            for level in criterion.levels:
                message = f"{rubric.id}: no case expects {criterion.id} to be rated {level}"
                at = (*place, "scale", level)
                wanted.append((at, "T101", message, (criterion.id, level) in levels))
        for number, indicator in enumerate(criterion.indicators):
            message = f"{rubric.id}: no case of {criterion.id} holds what {indicator.id} finds"
            at = (*place, "indicators", number)
            wanted.append((at, "T102", message, (criterion.id, indicator.id) in found))
    missing = tuple(
        _finding(path, document, at, code, message)
        for at, code, message, tried in wanted
        if not tried
    )
    return Tried(tried=len(wanted) - len(missing), of=len(wanted), missing=missing)


def mutation(
    path: Path, rubric: Rubric, document: Document, cases: Sequence[PreparedCase]
) -> Tried:
    """How many mutants of the rubric at least one case notices by failing."""
    holding = [case for case in cases if case.case.todo is None and run_case(case, rubric).holds]
    survivors: list[Problem] = []
    total = 0
    for mutant in mutants(rubric):
        total += 1
        if not any(_notices(case, mutant) for case in holding):
            message = f"{rubric.id}: no case notices {mutant.what}"
            survivors.append(_finding(path, document, mutant.path, "T201", message))
    return Tried(tried=total - len(survivors), of=total, missing=tuple(survivors))


def _notices(case: PreparedCase, mutant: Mutant) -> bool:
    """Whether a case that holds for the rubric fails for its mutant; only some can."""
    about = case.case.wanted(case.criterion).keys()
    if not case.case.whole and mutant.criteria.isdisjoint(about):
        return False
    try:
        return bool(run_case(case, mutant.rubric).failures)
    except ValueError:  # an answer that the case or a condition names is no longer there
        return True


def _answered_for_the_machine(criterion: str, case: Case, rubric: Rubric) -> bool:
    """Whether a case gives the answer itself that the dialogue should have earned."""
    return criterion in case.answers and rubric.places[criterion].criterion.by_machine


def _exercised(
    ran: Iterable[RanCase], rubric: Rubric
) -> tuple[set[tuple[str, int]], set[tuple[str, str]]]:
    levels: set[tuple[str, int]] = set()
    found: set[tuple[str, str]] = set()
    for result in ran:
        case = result.prepared.case
        if case.todo is not None or not result.holds:
            continue
        for criterion in case.wanted(result.prepared.criterion):
            score = result.scores[criterion]
            if score.points is not None and not _answered_for_the_machine(criterion, case, rubric):
                levels.add((criterion, score.points))
            # a cue is the situation, not what an indicator found in it
            found |= {(criterion, item.indicator) for item in score.evidence if not item.is_cue}
    return levels, found


def _finding(path: Path, document: Document, at: Place, code: str, message: str) -> Problem:
    place = document.place_of(at)
    return Problem(
        source=place.source or str(path),
        message=message,
        line=place.line,
        column=place.column,
        code=code,
        severity="warning",
    )
