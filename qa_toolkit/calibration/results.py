"""Results of scoring → ratings: lines of `qa score - --jsonl`, documents of `qa export`."""

import math
from collections.abc import Mapping
from typing import Any

from qa_toolkit.calibration.collect import Collected
from qa_toolkit.calibration.criteria import Criteria
from qa_toolkit.calibration.ratings import Rating
from qa_toolkit.domain.problem import Problem, Severity
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.errors import Unusable


def read_document(
    document: Mapping[str, Any], source: str, evaluator: str, criteria: Criteria, found: Collected
) -> None:
    """Gather the scorecards of an exported document."""
    for number, card in enumerate(document["scorecards"], start=1):
        where = f"{source}: scorecard {number}"
        try:
            result = card["result"]
            agent = str(card["interaction"]["agent"]["id"])
        except (KeyError, TypeError):
            found.problem(Problem(source=where, message="not a scorecard of qa export"))
            continue
        _gather(result, where, None, evaluator, criteria, found)
        found.agent(str(result["id"]), agent)


def read_result(
    result: object, source: str, line: int, evaluator: str, criteria: Criteria, found: Collected
) -> None:
    """Gather one line of results; a line that tells an error is a problem."""
    if isinstance(result, dict) and "error" in result:
        error = result["error"]
        message = error.get("message", "") if isinstance(error, dict) else str(error)
        found.problem(Problem(source=source, line=line, message=f"not scored: {message}"))
        return
    _gather(result, source, line, evaluator, criteria, found)


def _gather(
    result: object,
    source: str,
    line: int | None,
    evaluator: str,
    criteria: Criteria,
    found: Collected,
) -> None:
    def place(message: str, severity: Severity) -> Problem:
        return Problem(source=source, line=line, message=message, severity=severity)

    try:
        for rating in _ratings(result):
            criterion = criteria.find(rating["criterion"])
            if criterion is None:
                unknown = place(criteria.unknown(rating["criterion"]), "warning")
                found.repeated(f"{source}\0{rating['criterion']}", unknown)
                continue
            found.add(evaluator, Rating(**rating | {"criterion": criterion}), place)
    except Unusable as reason:
        found.problem(place(reason.message, "error"))


def _ratings(result: object) -> list[dict[str, Any]]:
    """The fields of each rating of a result.

    Raises:
        Unusable: it is no result, or a rating in it is none.
    """
    try:
        interaction, scores = str(result["id"]), result["criteria"]  # type: ignore[index]
        return [_fields(interaction, str(name), score) for name, score in scores.items()]
    except (KeyError, TypeError, AttributeError, ValueError, OverflowError):
        raise Unusable("not a result of qa score: id and criteria are expected") from None


def _fields(interaction: str, criterion: str, score: Mapping[str, Any]) -> dict[str, Any]:
    status, strength = RatingStatus(score["status"]), score.get("strength")
    return {
        "interaction": interaction,
        "criterion": criterion,
        "status": status,
        "value": _finite(score["rating"]) if status is RatingStatus.RATED else None,
        "strength": None if strength is None else _finite(strength),
    }


def _finite(number: float) -> float:
    if not math.isfinite(number):
        raise ValueError(f"{number} is no rating")
    return float(number)
