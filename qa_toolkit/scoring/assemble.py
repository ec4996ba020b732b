"""Ratings → section percents, total, and the verdict."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from qa_toolkit.domain.rubric import CriticalRule, Rubric, Section, Subsection
from qa_toolkit.domain.score import (
    COVERAGE_NEEDED,
    CriterionScore,
    RatingStatus,
    Weighted,
    to_decimal,
    weighted_percent,
)
from qa_toolkit.domain.scorecard import Outcome, SectionScore
from qa_toolkit.domain.shares import shares
from qa_toolkit.scoring.models import Prediction

_Scores = Sequence[CriterionScore]
_Predictions = Mapping[str, Prediction]
_NONE: _Predictions = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """What the ratings of one interaction add up to; fields as in `Scorecard`."""

    sections: tuple[SectionScore, ...]
    percent: Decimal | None
    computed_percent: Decimal | None
    outcome: Outcome
    reason: str
    coverage: float


def assemble(rubric: Rubric, scores: _Scores, predictions: _Predictions = _NONE) -> Total:
    """Add ratings up under the rubric's policies (rules and sources: `docs/scoring.md`).

    Args:
        rubric: weights, policies, minimums and pass mark.
        scores: one for each criterion of the rubric.
        predictions: what the sections' models say, by section; it enters no total.
    """
    failed = tuple(score for score in scores if score.critical_failed)
    rules = {score.criterion: _rule(rubric, score) for score in failed}
    lost = frozenset(score.section for score in failed if rules[score.criterion] == "section")
    coverage = _coverage(rubric, scores)
    computed = _total(rubric, scores, lost=frozenset())
    total: Fraction | None = None
    waiting = any(score.critical_waiting for score in scores) or bool(_unmet(rubric, scores))
    if failed or (coverage >= COVERAGE_NEEDED and not waiting):
        total = _total(rubric, scores, lost)
    if "zero" in rules.values():
        total = Fraction(0)
    sections = tuple(
        _section_score(rubric, section, scores, lost, predictions.get(section.id))
        for section in rubric.sections
    )
    outcome, reason = _verdict(rubric, scores, total, sections, coverage)
    return Total(
        sections=sections,
        percent=None if total is None else to_decimal(total),
        computed_percent=None if computed is None else to_decimal(computed),
        outcome=outcome,
        reason=reason,
        coverage=float(coverage),
    )


def _rule(rubric: Rubric, score: CriterionScore) -> CriticalRule:
    return rubric.critical_rule(rubric.places[score.criterion].criterion)


def _total(rubric: Rubric, scores: _Scores, lost: frozenset[str]) -> Fraction | None:
    """The total in percent; sections in `lost` count as 0."""
    if _nothing_rated(scores):
        return None
    if rubric.policy.total == "criteria":
        parts = (_weighted(score, rubric, lost) for score in scores)
    else:
        parts = (
            _part(_section_percent(rubric, section, scores, lost), section.weight)
            for section in rubric.sections
        )
    return _capped(weighted_percent(parts), rubric)


def _section_percent(
    rubric: Rubric, section: Section, scores: _Scores, lost: frozenset[str]
) -> Fraction | None:
    """A section's percent; None when nothing in it was rated, so that it leaves the total."""
    own = [score for score in scores if score.section == section.id]
    if _nothing_rated(own):
        return None
    if section.id in lost:
        return Fraction(0)
    direct = (_weighted(score, rubric) for score in own if not score.group)
    parts = (_part(_group_percent(rubric, part, own), part.weight) for part in section.sections)
    return _capped(weighted_percent((*direct, *parts)), rubric)


def _group_percent(rubric: Rubric, group: Subsection, scores: _Scores) -> Fraction | None:
    own = [score for score in scores if score.group == group.id]
    if _nothing_rated(own):
        return None
    return _capped(weighted_percent(_weighted(score, rubric) for score in own), rubric)


def _nothing_rated(scores: _Scores) -> bool:
    """Whether nothing was rated of what could be earned; a bonus alone is no score."""
    return all(score.value is None or score.bonus or not score.weight for score in scores)


def _part(percent: Fraction | None, weight: Decimal) -> Weighted:
    return Weighted(value=None if percent is None else percent / 100, weight=weight)


def _capped(percent: Fraction | None, rubric: Rubric) -> Fraction | None:
    """Bonus points stop at 100 percent, unless the rubric lets them go on."""
    if percent is None or rubric.policy.bonus == "open":
        return percent
    return min(percent, Fraction(100))


def _weighted(
    score: CriterionScore, rubric: Rubric, lost: frozenset[str] = frozenset()
) -> Weighted:
    value = score.value
    full = rubric.policy.not_applicable == "full" and not score.bonus
    if score.status is RatingStatus.NOT_APPLICABLE and full:
        value = Fraction(1)
    if score.section in lost and value is not None:
        value = Fraction(0)
    return Weighted(value=value, weight=score.weight, bonus=score.bonus)


def _section_score(
    rubric: Rubric,
    section: Section,
    scores: _Scores,
    lost: frozenset[str],
    prediction: Prediction | None,
) -> SectionScore:
    percent = _section_percent(rubric, section, scores, lost)
    known = [
        (score.strength, float(score.weight))
        for score in scores
        if score.section == section.id and score.strength is not None
    ]
    weight = sum(weight for _, weight in known)
    strength = sum(strength * own for strength, own in known) / weight if weight else None
    return SectionScore(
        section=section.id,
        title=section.title,
        weight=section.weight,
        percent=None if percent is None else to_decimal(percent),
        strength=prediction.probability if prediction else strength,
        minimum=rubric.minimums.get(section.id),
        parts=tuple(_group_score(rubric, part, scores) for part in section.sections),
        model=prediction.model if prediction else "",
        confidence=prediction.confidence if prediction else None,
    )


def _group_score(rubric: Rubric, group: Subsection, scores: _Scores) -> SectionScore:
    percent = _group_percent(rubric, group, scores)
    return SectionScore(
        section=group.id,
        title=group.title,
        weight=group.weight,
        percent=None if percent is None else to_decimal(percent),
        strength=None,
    )


def _coverage(rubric: Rubric, scores: _Scores) -> Fraction:
    """Rated weight over applicable weight; what a person must still rate is the rest."""
    weights = shares(rubric)
    rated = sum((weights[s.criterion] for s in scores if s.value is not None), Fraction(0))
    open_ = sum(
        (weights[s.criterion] for s in scores if s.status is RatingStatus.NEEDS_REVIEW),
        Fraction(0),
    )
    return rated / (rated + open_) if rated + open_ else Fraction(0)


def _verdict(
    rubric: Rubric,
    scores: _Scores,
    total: Fraction | None,
    sections: tuple[SectionScore, ...],
    coverage: Fraction,
) -> tuple[Outcome, str]:
    """The outcome and why; the total meets the pass mark exactly, before any rounding."""
    if failed := _questions(rubric, (s.criterion for s in scores if s.critical_failed)):
        return Outcome.FAIL, f"failed a critical criterion: {failed}"
    if total is None:
        if not coverage:
            return Outcome.NOT_SCORED, "nothing could be rated by machine"
        if waiting := _questions(rubric, (s.criterion for s in scores if s.critical_waiting)):
            return Outcome.NOT_SCORED, f"a critical criterion waits for a person: {waiting}"
        if unmet := _unmet(rubric, scores):
            names = ", ".join(section.title.lower() for section in unmet)
            return Outcome.NOT_SCORED, f"a section with a minimum waits for a person: {names}"
        return Outcome.NOT_SCORED, "less than half of what applies could be rated by machine"
    short = [section for section in sections if section.below_minimum]
    if short:
        names = ", ".join(section.title.lower() for section in short)
        return Outcome.FAIL, f"under the minimum in {names}"
    if total < Fraction(rubric.pass_mark):
        return Outcome.FAIL, f"under the pass mark of {rubric.pass_mark}"
    return Outcome.PASS, f"reaches the pass mark of {rubric.pass_mark}"


def _unmet(rubric: Rubric, scores: _Scores) -> list[Section]:
    """The sections with a minimum of which people must still rate everything that applies."""
    return [
        section
        for section in rubric.sections
        if section.id in rubric.minimums
        and _nothing_rated(own := [score for score in scores if score.section == section.id])
        and any(score.status is RatingStatus.NEEDS_REVIEW for score in own)
    ]


def _questions(rubric: Rubric, criteria: Iterable[str]) -> str:
    ids = set(criteria)
    return " ".join(item.question for item in rubric.criteria() if item.id in ids)
