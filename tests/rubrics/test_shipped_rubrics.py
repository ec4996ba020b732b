"""The rubric that ships gives what its cases say, and leaves nothing undescribed."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.rubric import Criterion
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.rubric import Case, load_cases, load_rubric
from qa_toolkit.workflow.rubric_files import UsableRubric
from qa_toolkit.workflow.rubrics import CaseResult, run_cases

SERVICE = Path(__file__).parents[2] / "rubrics" / "service.yaml"


def shipped() -> UsableRubric:
    loaded = load_rubric(SERVICE)
    assert loaded.rubric is not None, loaded.problems
    return UsableRubric(rubric=loaded.rubric, hash=loaded.hash, text=loaded.text)


def cases_of(criterion: Criterion) -> list[Case]:
    file = SERVICE.parent / "cases" / SERVICE.stem / f"{criterion.id}.yaml"
    cases, problems = load_cases(file)
    assert cases is not None, problems
    return list(cases.cases.values())


def as_parameters(results: Iterable[CaseResult | Problem]) -> Iterator[object]:
    for result in results:
        match result:
            case CaseResult():
                yield pytest.param(result.failures, id=f"{result.file.stem}: {result.name}")
            case Problem():
                yield pytest.param((str(result),), id=f"{result.source} cannot be read")


RUBRIC = shipped()
CRITERIA = [pytest.param(criterion, id=criterion.id) for criterion in RUBRIC.rubric.criteria()]


@pytest.mark.parametrize("failures", list(as_parameters(run_cases(SERVICE, RUBRIC))))
def test_a_case_gives_what_it_says(failures: tuple[str, ...]) -> None:
    assert failures == ()


@pytest.mark.parametrize("criterion", CRITERIA)
def test_every_level_of_a_criterion_has_a_case(criterion: Criterion) -> None:
    assert {case.rating for case in cases_of(criterion)} >= set(criterion.scale)


@pytest.mark.parametrize("criterion", CRITERIA)
def test_a_criterion_that_may_not_apply_has_a_case_in_which_it_does_not(
    criterion: Criterion,
) -> None:
    unasked = RatingStatus.NOT_APPLICABLE in {case.status for case in cases_of(criterion)}
    assert unasked is (criterion.applies_when is not None)


@pytest.mark.parametrize("criterion", CRITERIA)
def test_every_level_is_described_and_all_but_the_top_can_be_practised(
    criterion: Criterion,
) -> None:
    assert set(criterion.scale) == set(range(criterion.highest + 1))
    assert set(criterion.tips) == set(range(criterion.highest))
