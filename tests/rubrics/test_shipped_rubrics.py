"""The rubrics that ship are clean, give what their cases say, and leave nothing undescribed."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from qa_toolkit.domain.rubric import Criterion
from qa_toolkit.findings.report import CaseOutcome, Report
from qa_toolkit.rubric.layout import format_text
from qa_toolkit.rubric.load import LoadedRubric
from qa_toolkit.workflow.rubric_check import check_report
from qa_toolkit.workflow.rubric_files import load
from qa_toolkit.workflow.rubric_report import case_report

RUBRICS = sorted((Path(__file__).parents[2] / "rubrics").glob("*.yaml"))
NAMES = [path.stem for path in RUBRICS]
MUTATION_SCORE = 0.9


@cache
def loaded(path: Path) -> LoadedRubric:
    return load(path)


@cache
def report_of(path: Path) -> Report:
    return case_report([path], with_coverage=True, with_mutation=True)


def cases() -> Iterator[object]:
    """Every case of every rubric; one that extends another runs the cases of its base, too."""
    for path in RUBRICS:
        for case in report_of(path).cases:
            yield pytest.param(case, id=f"{path.stem}: {case.title}")


def criteria() -> Iterator[object]:
    for path in RUBRICS:
        rubric = loaded(path).rubric
        assert rubric is not None, loaded(path).problems
        for criterion in rubric.criteria():
            if criterion.scored and criterion.rate != "manual":
                yield pytest.param(criterion, id=f"{path.stem}: {criterion.id}")


def test_four_rubrics_ship() -> None:
    assert NAMES == ["chat_support", "compliance", "mystery_visit", "service"]


@pytest.mark.parametrize("path", RUBRICS, ids=NAMES)
def test_a_shipped_rubric_is_clean_to_the_last_advice(path: Path) -> None:
    assert check_report([path]).problems == ()


@pytest.mark.parametrize(
    "path",
    sorted((Path(__file__).parents[2] / "rubrics").rglob("*.yaml")),
    ids=lambda path: f"{path.parent.name}/{path.name}",
)
def test_a_shipped_file_is_laid_out_as_fmt_lays_it_out(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert format_text(text, path.name).text == text


@pytest.mark.parametrize("case", list(cases()))
def test_a_case_gives_what_it_says(case: CaseOutcome) -> None:
    assert (case.status, case.failures) == ("passed", ())


@pytest.mark.parametrize("path", RUBRICS, ids=NAMES)
def test_every_level_and_every_indicator_has_a_case(path: Path) -> None:
    untried = [problem for problem in report_of(path).problems if problem.code in ("T101", "T102")]
    assert untried == []


@pytest.mark.parametrize("path", RUBRICS, ids=NAMES)
def test_the_cases_notice_nine_of_ten_mutants(path: Path) -> None:
    _, mutation = report_of(path).measures
    assert mutation.share >= MUTATION_SCORE


@pytest.mark.parametrize("path", RUBRICS, ids=NAMES)
def test_a_criterion_that_may_not_apply_has_a_case_in_which_it_does_not(path: Path) -> None:
    survivors = [
        problem.message
        for problem in report_of(path).problems
        if "without its condition" in problem.message
    ]
    assert survivors == []


@pytest.mark.parametrize("criterion", list(criteria()))
def test_all_but_the_top_of_what_the_machine_rates_can_be_practised(criterion: Criterion) -> None:
    assert all(criterion.levels.values())
    assert set(criterion.tips) == set(criterion.levels) - {criterion.highest}
