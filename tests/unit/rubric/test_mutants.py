"""Mutants: each breaks one thing, and only cases that look at it can notice."""

from pathlib import Path

import pytest
from builders import criterion, rubric

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.mutants import mutants
from qa_toolkit.strict_yaml.document import Document
from qa_toolkit.workflow.rubric_coverage import coverage, mutation
from qa_toolkit.workflow.rubric_test import cases_beside, run_case

OPTIONS = [{"id": "a", "text": "A", "points": 0}, {"id": "b", "text": "B", "points": 2}]
CHOICE = criterion(id="s.o", type="choice", scale={}, options=OPTIONS, rate="manual", indicators=[])


@pytest.mark.parametrize(
    ("made", "what"),
    [
        pytest.param(rubric(), {"s.c without sorry", "s.c with sorry turned round"}, id="indicators"),
        pytest.param(rubric(CHOICE), {"s.o with its points turned round"}, id="options"),
        pytest.param(
            rubric(criterion(indicators=[], rate="manual", critical=True)),
            {"s.c no longer critical"},
            id="critical",
        ),
        pytest.param(
            rubric(CHOICE, minimums={"s": 50}),
            {"s.o with its points turned round", "without the minimum of s"},
            id="minimums",
        ),
        pytest.param(
            rubric(criterion(indicators=[], rate="manual", applies_when={"channels": ["chat"]})),
            {"s.c without its condition"},
            id="conditions",
        ),
    ],
)  # fmt: skip
def test_every_part_that_decides_is_broken_once(made: Rubric, what: set[str]) -> None:
    assert {mutant.what for mutant in mutants(made)} == what


def test_a_mutant_is_a_rubric_of_its_own() -> None:
    """What was worked out from the original must not come along."""
    original = rubric(CHOICE)
    levels = original.places["s.o"].criterion.levels
    (mutant,) = mutants(original)
    assert levels == {0: "A", 2: "B"}
    assert mutant.rubric.places["s.o"].criterion.levels == {0: "B", 2: "A"}


def test_what_waits_for_an_answer_changes_with_it() -> None:
    waiting = criterion(
        id="s.w", applies_when={"answers": {"s.c": [2]}}, indicators=[], rate="manual"
    )
    affected = {mutant.what: mutant.criteria for mutant in mutants(rubric(criterion(), waiting))}
    assert affected["s.c without sorry"] == {"s.c", "s.w"}


CASES = """\
criterion: s.c
cases:
  said: {said: "A: sorry", rating: 2}
  not_said: {said: "A: no", rating: 0}
"""


def tried(tmp_path: Path, text: str) -> tuple[list[str], list[str]]:
    """What cases leave untried, and the mutants that they do not notice."""
    folder = tmp_path / "cases" / "r"
    folder.mkdir(parents=True)
    (folder / "c.yaml").write_text(text, encoding="utf-8")
    path, made = tmp_path / "r.yaml", rubric()
    cases, _ = cases_beside(path, made)
    covered = coverage(path, made, Document(), [run_case(case, made) for case in cases])
    survived = mutation(path, made, Document(), cases)
    return [p.message for p in covered.missing], [p.message for p in survived.missing]


def test_coverage_names_the_level_that_no_case_reaches(tmp_path: Path) -> None:
    assert tried(tmp_path, CASES) == (["r: no case expects s.c to be rated 1"], [])


def test_coverage_names_the_indicator_that_no_case_exercises(tmp_path: Path) -> None:
    missing, _ = tried(tmp_path, "criterion: s.c\ncases: {a: {said: 'A: no', rating: 0}}")
    assert "r: no case of s.c holds what sorry finds" in missing


def test_what_no_case_depends_on_can_be_broken_unnoticed(tmp_path: Path) -> None:
    """Without the indicator nothing is found, which is what the only case expects."""
    _, survived = tried(tmp_path, "criterion: s.c\ncases: {a: {said: 'A: no', rating: 0}}")
    assert "r: no case notices s.c with sorry turned round" in survived


def test_a_case_that_does_not_hold_covers_nothing(tmp_path: Path) -> None:
    missing, _ = tried(tmp_path, CASES.replace("rating: 2", "rating: 1"))
    assert "r: no case expects s.c to be rated 2" in missing


@pytest.mark.parametrize(
    "more", ["todo: later, ", "answers: {s.c: 2}, "], ids=["a gap", "an answer"]
)
def test_what_the_dialogue_does_not_earn_covers_nothing(tmp_path: Path, more: str) -> None:
    rating = 1 if "todo" in more else 2
    text = f"criterion: s.c\ncases: {{a: {{{more}said: 'A: sorry', rating: {rating}}}}}"
    missing, _ = tried(tmp_path, text)
    assert "r: no case expects s.c to be rated 2" in missing
