"""Roles that are estimated are carried into the score: nothing in it is surer than they are."""

from typing import Any

import pytest
from builders import criterion, rubric, transcript
from model_builders import model

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.explanation import Explanation
from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.scorecard import Outcome, Provenance, Scorecard
from qa_toolkit.scoring import score
from qa_toolkit.scoring.explain import explain
from qa_toolkit.scoring.plan import Plan
from qa_toolkit.signals import measure
from qa_toolkit.signals.sentiment import compound

OWN = "models/own.json"
MADE = Provenance(
    rubric_id="", rubric_version="", rubric_hash="", engine="", model="", options="", evaluator=""
)
KIND = "C: It broke.\nA: Sorry!"
RUDE: dict[str, Any] = {
    "id": "s.rude",
    "critical": True,
    "scale": {0: "rude", 1: "civil"},
    "base": 1,
    "indicators": [{"id": "rude", "kind": "phrase", "any": ["calm down"], "points": -1}],
}


def scored(
    made: Rubric, sure: float | None, dialogue: str = KIND, weight: float = 6.0, **fields: Any
) -> Scorecard:
    words = transcript(dialogue, role_confidence=sure)
    signals = measure(words)
    models = {OWN: model(apology=weight)}
    return score(words, signals, made, Channel.CALL, MADE, models=models, **fields)


def with_model(**fields: object) -> Rubric:
    section = {"id": "s", "title": "S", "weight": 1, "model": OWN}
    return rubric(sections=[section | {"criteria": [criterion(**fields)]}])


@pytest.mark.parametrize(
    ("sure", "weight", "expected"),
    [
        pytest.param(None, 6.0, 0.998, id="roles are known"),
        pytest.param(0.8, 6.0, 0.8, id="the roles are less sure than the model"),
        pytest.param(0.8, 0.5, 0.622, id="the model is less sure than the roles"),
    ],
)
def test_no_section_is_surer_than_its_roles(
    sure: float | None, weight: float, expected: float
) -> None:
    (section,) = scored(with_model(), sure, weight=weight).sections
    assert section.confidence == pytest.approx(expected, abs=1e-3)


def test_the_explanation_is_no_surer_either() -> None:
    words = transcript(KIND, role_confidence=0.7)
    models = {OWN: model(apology=6.0)}
    found: Explanation = explain(words, measure(words), with_model(), models, {}, compound)
    assert found.sums[0].confidence == 0.7


@pytest.mark.parametrize(
    ("sure", "reason"),
    [
        (0.76, "shown"),
        (0.74, "nothing was found, and who speaks is only 74 % sure"),
    ],
)
def test_no_model_confirms_that_nothing_is_there_where_roles_are_too_unsure(
    sure: float, reason: str
) -> None:
    made = with_model(min_confidence=0.75, base=2)
    words = transcript("C: It broke.\nA: One moment please, thanks.", role_confidence=sure)
    models = {OWN: model(thanks=6.0)}
    card = score(words, measure(words), made, Channel.CALL, MADE, models=models)
    assert card.criteria[0].reason == reason


@pytest.mark.parametrize(
    ("sure", "status"),
    [
        (None, RatingStatus.RATED),
        (0.9, RatingStatus.RATED),
        (0.89, RatingStatus.NEEDS_REVIEW),
        (0.6, RatingStatus.NEEDS_REVIEW),
    ],
)
@pytest.mark.parametrize("said", ["Calm down!", "One moment."])
def test_a_critical_criterion_rests_on_roles_that_are_nearly_certain(
    sure: float | None, status: RatingStatus, said: str
) -> None:
    assert scored(rubric(criterion(**RUDE)), sure, f"A: {said}").criteria[0].status is status


def test_a_person_sees_the_words_that_would_have_failed_the_call() -> None:
    found = scored(rubric(criterion(**RUDE)), 0.8, "A: Calm down!").criteria[0]
    assert found.reason == "critical, and who speaks is estimated: 80 % sure"
    assert [item.quote for item in found.evidence] == ["Calm down"]


def test_nothing_passes_or_fails_until_a_person_has_rated_what_is_critical() -> None:
    made = rubric(criterion(), criterion(**RUDE))
    assert scored(made, 0.8, "A: Sorry!").outcome is Outcome.NOT_SCORED
    answers: dict[str, Answer] = {"s.rude": 1}
    assert scored(made, 0.8, "A: Sorry!", answers=answers).outcome is Outcome.PASS


def test_what_is_not_critical_is_rated_by_estimated_roles() -> None:
    found = scored(rubric(), 0.61)
    assert (found.outcome, found.role_confidence) == (Outcome.PASS, 0.61)


def test_roles_that_are_hardly_better_than_a_coin_rate_nothing() -> None:
    found = scored(rubric(), 0.59)
    assert (found.outcome, found.reason) == (
        Outcome.NOT_SCORED,
        "who speaks is not certain: 59 % sure",
    )


def test_the_scorecard_keeps_what_a_reader_should_know() -> None:
    words = transcript(KIND, remarks=("the line is noisy",))
    card = score(words, measure(words), rubric(), Channel.CALL, MADE)
    assert (card.remarks, card.role_confidence) == (("the line is noisy",), None)


def test_one_plan_tells_sure_calls_from_unsure_ones() -> None:
    """Scores of criteria where nothing is found are remembered, not from one call to the other."""
    plan = Plan(rubric(criterion(**RUDE)))
    found = [scored(plan.rubric, sure, "A: Hello.", plan=plan) for sure in (0.95, 0.8, None)]
    assert [card.outcome for card in found] == [Outcome.PASS, Outcome.NOT_SCORED, Outcome.PASS]
