"""What `qa overrides import` brought, as JSON for programs."""

from dataclasses import asdict
from typing import TYPE_CHECKING

from qa_toolkit.scorecards.wording import one_place

if TYPE_CHECKING:
    from decimal import Decimal

    from qa_toolkit.domain.score import CriterionScore
    from qa_toolkit.domain.scorecard import Scored
    from qa_toolkit.workflow.import_agreed import Agreed
    from qa_toolkit.workflow.import_ratings import Given
    from qa_toolkit.workflow.overrides_import import Imported, Total


def document(done: "Imported") -> dict[str, object]:
    """The whole result; problems and conflicts as everywhere, their cell in `source`."""
    return {
        "kept": done.kept,
        "ratings": [
            _rating(item, done.totals[item.override.interaction_id]) for item in done.given
        ],
        "totals": [_total(total) for total in done.totals.values()],
        "agreements": [_agreement(item) for item in done.agreed],
        "problems": [asdict(problem) for problem in done.wrong],
        "conflicts": [asdict(problem) for problem in done.conflicts],
        "remarks": [asdict(problem) for problem in done.remarks],
    }


def _rating(item: "Given", total: "Total") -> dict[str, object]:
    override = item.override
    return {
        "cell": item.at,
        "interaction": override.interaction_id,
        "agent": total.before.interaction.agent.id,
        "criterion": override.criterion,
        "before": _score(total.before, override.criterion),
        "after": _score(total.after, override.criterion),
        "taken_back": override.status is None,
        "reason": override.reason,
        "cause": override.cause.value if override.cause else None,
        "by": override.by,
    }


def _score(scored: "Scored", criterion: str) -> dict[str, object]:
    score: CriterionScore = next(
        known for known in scored.scorecard.criteria if known.criterion == criterion
    )
    return {"status": score.status.value, "points": score.points}


def _total(total: "Total") -> dict[str, object]:
    was, now = total.before.scorecard, total.after.scorecard
    return {
        "interaction": was.interaction_id,
        "agent": total.before.interaction.agent.id,
        "percent_before": _percent(was.percent),
        "percent": _percent(now.percent),
        "outcome_before": was.outcome.value,
        "outcome": now.outcome.value,
    }


def _percent(value: "Decimal | None") -> float | None:
    rounded = one_place(value)
    return None if rounded is None else float(rounded)


def _agreement(item: "Agreed") -> dict[str, object]:
    return {
        "cell": item.at,
        "entry": item.entry.id,
        "is_new": item.is_new,
        "agent": item.entry.agent_id,
        "topic": item.entry.topic,
        "criterion": item.entry.criterion,
        "field": item.change.field.value,
        "before": item.before,
        "value": item.change.value,
        "by": item.change.by,
    }
