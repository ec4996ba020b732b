"""What a case says when the rubric gives something else."""

from pathlib import Path

import pytest
from builders import criterion, rubric

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.case_references import wrong_references
from qa_toolkit.rubric.cases import load_cases
from qa_toolkit.workflow.rubric_test import RanCase, cases_beside, run_case

SORRY = rubric(
    criterion(critical="customer"),
    criterion(id="s.asked", type="yes_no", scale={}, rate="manual", indicators=[]),
    bands={"Poor": 0, "Fine": 50},
)


def ran(tmp_path: Path, case: str, about: str = "s.c", made: Rubric = SORRY) -> RanCase:
    """The case `one`, written as YAML, run beside a rubric."""
    folder = tmp_path / "cases" / "r"
    folder.mkdir(parents=True)
    head = f"criterion: {about}\n" if about else ""
    (folder / "one.yaml").write_text(f"{head}cases:\n  one: {case}\n", encoding="utf-8")
    (prepared,), problems = cases_beside(tmp_path / "r.yaml", made)
    assert problems == ()
    return run_case(prepared, made)


@pytest.mark.parametrize(
    ("case", "said"),
    [
        pytest.param("{said: 'A: sorry', rating: 0}", "expected rating 0, got 2 (shown)", id="rating"),
        pytest.param("{said: 'A: sorry', status: needs_review}", "expected needs_review, got rated (shown)", id="status"),
        pytest.param("{said: 'A: sorry', rating: 2, evidence: [pardon]}", "“pardon” is not among the evidence: “sorry”", id="evidence"),
        pytest.param("{said: 'A: sorry', rating: 2, evidence: []}", "expected no evidence, got “sorry”", id="no evidence"),
        pytest.param("{said: 'A: sorry', rating: 2, not_evidence: [Sorry]}", "“Sorry” must not be evidence: “sorry”", id="not evidence"),
        pytest.param("{said: 'A: no', answers: {s.asked: 'no'}, outcome: pass}", "expected the outcome pass, got fail", id="outcome"),
        pytest.param("{said: 'A: sorry', answers: {s.asked: 'no'}, percent: 99.9}", "expected 99.9 percent, got 50.0 percent", id="percent"),
        pytest.param("{said: 'A: sorry', answers: {s.asked: 'no'}, sections: {s: 49}}", "expected 49.0 percent in s, got 50.0 percent", id="section"),
        pytest.param("{said: 'A: sorry', answers: {s.asked: 'no'}, sections: {s: null}}", "expected not scored in s, got 50.0 percent", id="section not scored"),
        pytest.param("{said: 'A: no', answers: {s.asked: 'no'}, critical: []}", "expected the critical failures none, got s.c", id="critical"),
        pytest.param("{said: 'A: sorry', answers: {s.asked: 'no'}, band: Poor}", "expected the band Poor, got Fine", id="band"),
    ],
)  # fmt: skip
def test_a_difference_is_told_in_one_sentence(tmp_path: Path, case: str, said: str) -> None:
    about = (
        ""
        if any(key in case for key in ("outcome", "percent", "sections", "critical", "band"))
        else "s.c"
    )
    (failure,) = ran(tmp_path, case, about).failures
    assert failure.startswith(said)


def test_a_failure_shows_what_was_found(tmp_path: Path) -> None:
    found = ran(tmp_path, "{said: 'A: So sorry', rating: 0}").found
    assert found == ("turn 1 “sorry” sorry (+2)",)


def test_a_percent_is_compared_as_it_is_shown(tmp_path: Path) -> None:
    """Two of three is 66.666…, shown as 66.7."""
    made = rubric(criterion(scale={0: "no", 1: "a", 2: "b", 3: "c"}))
    assert ran(tmp_path, "{said: 'A: sorry', percent: 66.7}", "", made).failures == ()


@pytest.mark.parametrize(("rating", "holds"), [(0, True), (2, False)])
def test_a_known_gap_holds_as_long_as_it_is_one(
    tmp_path: Path,
    rating: int,
    holds: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    case = f"{{said: 'A: sorry', rating: {rating}, todo: not yet}}"
    assert ran(tmp_path, case).holds is holds


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("criterion: s.x\ncases: {a: {rating: 1}}", "1:12: there is no criterion 's.x', did you mean 's.c'?", id="criterion"),
        pytest.param("criterion: s.c\ncases: {a: {rating: 7}}", "2:21: s.c has no rating 7; there are 0, 1, 2", id="rating"),
        pytest.param("cases: {a: {expect: {s.b: {rating: 1}}}}", "1:27: there is no criterion 's.b', did you mean 's.c'?", id="expect"),
        pytest.param("cases: {a: {sections: {t: 5}}}", "1:27: there is no section 't'", id="section"),
        pytest.param("cases: {a: {critical: [s.z]}}", "1:23: there is no criterion 's.z', did you mean 's.c'?", id="critical"),
        pytest.param("cases: {a: {band: Fime}}", "1:19: there is no band 'Fime', did you mean 'Fine'?", id="band"),
        pytest.param("cases: {a: {answers: {s.asked: 5}, outcome: pass}}", "1:32: s.asked has no answer 5; there are yes, no", id="answer"),
    ],
)  # fmt: skip
def test_a_name_that_leads_nowhere_is_told_with_its_place(
    tmp_path: Path, text: str, said: str
) -> None:
    (tmp_path / "c.yaml").write_text(text, encoding="utf-8")
    (problem,) = wrong_references(load_cases(tmp_path / "c.yaml"), SORRY)
    assert f"{problem.line}:{problem.column}: {problem.message}" == said
