"""The criteria of one scorecard in words: what counts, and what the machine said beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import TypeVar

from qa_toolkit.domain.certainty import certainties
from qa_toolkit.domain.override import Override, applied
from qa_toolkit.domain.rounding import whole_percent
from qa_toolkit.domain.rubric import Criterion, CriticalRule, Rubric
from qa_toolkit.domain.score import CriterionScore
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.scorecards import wording
from qa_toolkit.scorecards.evidence_view import evidence_views
from qa_toolkit.scorecards.next_level import next_level
from qa_toolkit.scorecards.override_view import override_view
from qa_toolkit.scorecards.view import CriterionView
from qa_toolkit.scorecards.wording import DASH, clean, sentence

_T = TypeVar("_T")
_UNSAID: Sequence[Override] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Beside:
    """What stands beside the criteria of one scorecard.

    Attributes:
        machine: the machine's scores, by criterion.
        sure: how sure it is that the words were said, by criterion.
        counting: the overrides that count, by criterion.
        said: all overrides, by criterion, the oldest first.
    """

    machine: Mapping[str, CriterionScore]
    sure: Mapping[str, float | None]
    counting: Mapping[str, Override]
    said: Mapping[str, Sequence[Override]]


def criterion_views(
    scored: Scored, rubric: Rubric, anchor: str, history: Sequence[Override]
) -> tuple[CriterionView, ...]:
    """The criteria of a scorecard in its order, each with all that people said of it."""
    said: dict[str, list[Override]] = {}
    for override in history:
        said.setdefault(override.criterion, []).append(override)
    beside = _Beside(
        machine={score.criterion: score for score in scored.as_rated.criteria},
        sure=_sure(scored),
        counting=applied(history, rubric) if said else {},
        said=said,
    )
    return tuple(
        [_criterion(score, rubric, scored, anchor, beside) for score in scored.scorecard.criteria]
    )


def _sure(scored: Scored) -> Mapping[str, float | None]:
    """How sure the words are that ratings rest on; of a shop nothing: its shopper was there."""
    return {} if scored.interaction.staged else certainties(scored.as_rated, scored.transcript)


def _criterion(
    score: CriterionScore, rubric: Rubric, scored: Scored, anchor: str, beside: _Beside
) -> CriterionView:
    """One criterion; one that the rubric no longer has is shown by its id."""
    name = score.criterion
    placed = rubric.places.get(name)
    known = placed.criterion if placed else None
    levels = known.levels if known else {}
    points, value = score.points, score.value
    critical = wording.critical(known.critical_class if known else None) if score.critical else ""
    machine, counting = beside.machine.get(name, score), beside.counting.get(name)
    sure = beside.sure.get(name)
    tip, next_text = _advice(known, score)
    anchor_text, reason = _why(score, levels)
    own_text, own_reason = _why(machine, levels) if counting else (anchor_text, reason)
    return CriterionView(
        id=name,
        question=clean(known.question) if known else name,
        weight=score.weight,
        bonus=score.bonus,
        critical=critical,
        critical_class=(known.critical_class if known else None) or "",
        critical_rule=_rule(rubric, known) if score.critical else None,
        critical_failed=score.critical_failed,
        fails_at=(score.fails_at or (score.lowest,)) if score.critical else (),
        points=points,
        levels=tuple(sorted(levels or range(score.lowest, score.highest + 1))),
        lowest=score.lowest,
        highest=score.highest,
        rating=_rating(score),
        share=None if value is None else _percent(value),
        status=wording.STATUSES[score.status],
        status_kind=score.status.value,
        anchor_text=anchor_text,
        reason=reason,
        tip=tip,
        causes=tuple(map(clean, _at(known.causes, points, ()))) if known else (),
        evidence=evidence_views(score.evidence, scored, anchor),
        next_text=next_text,
        certainty="" if sure is None else whole_percent(sure),
        certainty_percent=None if sure is None else wording.percent(sure),
        machine=rated(machine) if counting else "",
        machine_points=machine.points,
        machine_status=wording.STATUSES[machine.status],
        machine_status_kind=machine.status.value,
        machine_anchor_text=own_text,
        machine_reason=own_reason,
        override=override_view(counting, score.highest) if counting else None,
        history=tuple(
            [override_view(item, score.highest) for item in beside.said.get(name, _UNSAID)]
        ),
    )


def _advice(known: Criterion | None, score: CriterionScore) -> tuple[str, str]:
    """The rubric's tip for the level reached, and the next better level; both empty at the top."""
    if known is None or score.points is None or score.points >= score.highest:
        return "", ""
    return sentence(known.tips.get(score.points, "")), sentence(next_level(known, score.points))


def _why(score: CriterionScore, levels: Mapping[int, str]) -> tuple[str, str]:
    """The level reached, and what the reason adds to it."""
    level = _at(levels, score.points, "")
    return sentence(level), sentence(wording.beyond(score.reason, level))


@lru_cache(maxsize=4096)
def _percent(value: Fraction) -> Decimal | None:
    """A place on a scale in percent; there are few scales and many ratings."""
    return wording.one_place(100 * value)


def rated(score: CriterionScore) -> str:
    """`1 of 2`, or why there is no rating: `Not applicable`."""
    return wording.STATUSES[score.status] if score.points is None else _rating(score)


def _rating(score: CriterionScore) -> str:
    return DASH if score.points is None else f"{score.points} of {score.highest}"


def _at(by_level: Mapping[int, _T], points: int | None, nothing: _T) -> _T:
    """What the rubric says of the level reached."""
    return nothing if points is None else by_level.get(points, nothing)


def _rule(rubric: Rubric, known: Criterion | None) -> CriticalRule:
    return rubric.critical_rule(known) if known else "zero"
