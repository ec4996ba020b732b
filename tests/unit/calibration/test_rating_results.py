"""Results of scoring as ratings."""

import json

from qa_toolkit.calibration.collect import Collected
from qa_toolkit.calibration.criteria import Criteria
from qa_toolkit.calibration.ratings import Rating, Read
from qa_toolkit.calibration.results import read_document, read_result
from qa_toolkit.domain.score import RatingStatus


def score(**fields: object) -> dict[str, object]:
    return {"status": "rated", "rating": 2, "max": 2, "strength": 0.9, "reason": ""} | fields


def of_line(line: object) -> Read:
    collected = Collected()
    read_result(line, "machine.jsonl", 7, "machine", Criteria(), collected)
    return collected.read()


def test_a_line_gives_a_rating_for_each_criterion() -> None:
    known = of_line({"id": "c-1", "criteria": {"s.c": score()}})
    assert known.evaluators[0].ratings == (
        Rating(
            interaction="c-1", criterion="s.c", status=RatingStatus.RATED, value=2.0, strength=0.9
        ),
    )


def test_an_abstention_keeps_its_strength() -> None:
    known = of_line({"id": "c-1", "criteria": {"s.c": score(status="needs_review", rating=None)}})
    (rating,) = known.evaluators[0].ratings
    assert (rating.status, rating.value, rating.strength) == (RatingStatus.NEEDS_REVIEW, None, 0.9)


def test_a_line_that_tells_an_error_is_a_problem() -> None:
    (problem,) = of_line({"line": 3, "error": {"message": "no turns", "hint": ""}}).problems
    assert str(problem) == "machine.jsonl:7: error: not scored: no turns"


def test_what_is_no_result_is_a_problem() -> None:
    infinite = {"id": "c-1", "criteria": {"s.c": score(rating=10**400)}}
    no_status = {"id": "c-1", "criteria": {"s.c": {"status": "great"}}}
    for line in ([1], {"id": "c-1"}, no_status, infinite):
        (problem,) = of_line(line).problems
        assert "not a result of qa score" in problem.message


def test_an_exported_document_brings_the_agents_along() -> None:
    card = {
        "interaction": {"agent": {"id": "ali"}},
        "result": {"id": "c-1", "criteria": {"s.c": score()}},
    }
    collected = Collected()
    document = json.loads(json.dumps({"scorecards": [card, {"result": {}}]}))
    read_document(document, "export.json", "machine", Criteria(), collected)
    known = collected.read()
    assert known.agents == {"c-1": "ali"}
    assert [problem.place for problem in known.problems] == ["export.json: scorecard 2"]
