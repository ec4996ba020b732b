"""Ratings → section percents, total, and the verdict."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from qa_toolkit.domain.rubric import Rubric, Section
from qa_toolkit.domain.score import (
    COVERAGE_NEEDED,
    CriterionScore,
    RatingStatus,
    Weighted,
    to_decimal,
    weighted_percent,
)
from qa_toolkit.domain.scorecard import Outcome, SectionScore

_Scores = Sequence[CriterionScore]


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """What the ratings of one interaction add up to; fields as in `Scorecard`."""

    sections: tuple[SectionScore, ...]
    percent: Decimal | None
    computed_percent: Decimal | None
    outcome: Outcome
    reason: str
    coverage: float


def assemble(rubric: Rubric, scores: _Scores) -> Total:
    """Add ratings up under the rubric's policies (rules and sources: `docs/scoring.md`).

    Args:
        rubric: weights, policies, minimums and pass mark.
        scores: one for each criterion of the rubric.
    """
    failed = tuple(score for score in scores if score.critical_failed)
    lost = frozenset(score.section for score in failed if rubric.policy.critical == "section")
    coverage = _coverage(rubric, scores)
    computed = _total(rubric, scores, lost=frozenset())
    total: Fraction | None = None
    waiting = any(score.critical_waiting for score in scores)
    if failed or (coverage >= COVERAGE_NEEDED and not waiting):
        total = _total(rubric, scores, lost)
    if failed and rubric.policy.critical == "zero":
        total = Fraction(0)
    sections = tuple(_section_score(rubric, section, scores, lost) for section in rubric.sections)
    outcome, reason = _verdict(rubric, scores, total, sections, coverage)
    return Total(
        sections=sections,
        percent=None if total is None else to_decimal(total),
        computed_percent=None if computed is None else to_decimal(computed),
        outcome=outcome,
        reason=reason,
        coverage=float(coverage),
    )


def _total(rubric: Rubric, scores: _Scores, lost: frozenset[str]) -> Fraction | None:
    """The total in percent; sections in `lost` count as 0."""
    if all(score.value is None for score in scores):
        return None
    if rubric.policy.total == "criteria":
        return weighted_percent(
            Weighted(value=Fraction(0), weight=score.weight)
            if score.section in lost
            else _weighted(score, rubric)
            for score in scores
        )
    percents = (
        (_section_percent(rubric, section, scores, lost), section.weight)
        for section in rubric.sections
    )
    return weighted_percent(
        Weighted(value=None if percent is None else percent / 100, weight=weight)
        for percent, weight in percents
    )


def _section_percent(
    rubric: Rubric, section: Section, scores: _Scores, lost: frozenset[str]
) -> Fraction | None:
    """A section's percent; None when nothing in it was rated, so that it leaves the total."""
    own = [score for score in scores if score.section == section.id]
    if all(score.value is None for score in own):
        return None
    if section.id in lost:
        return Fraction(0)
    return weighted_percent(_weighted(score, rubric) for score in own)


def _weighted(score: CriterionScore, rubric: Rubric) -> Weighted:
    value = score.value
    if score.status is RatingStatus.NOT_APPLICABLE and rubric.policy.not_applicable == "full":
        value = Fraction(1)
    return Weighted(value=value, weight=score.weight)


def _section_score(
    rubric: Rubric, section: Section, scores: _Scores, lost: frozenset[str]
) -> SectionScore:
    percent = _section_percent(rubric, section, scores, lost)
    known = [
        (score.strength, float(score.weight))
        for score in scores
        if score.section == section.id and score.strength is not None
    ]
    weight = sum(weight for _, weight in known)
    return SectionScore(
        section=section.id,
        title=section.title,
        weight=section.weight,
        percent=None if percent is None else to_decimal(percent),
        strength=sum(strength * own for strength, own in known) / weight if weight else None,
        minimum=rubric.minimums.get(section.id),
    )


def _coverage(rubric: Rubric, scores: _Scores) -> Fraction:
    """Rated weight over applicable weight; what a person must still rate is the rest."""
    weights = _shares(rubric)
    rated = sum((weights[s.criterion] for s in scores if s.value is not None), Fraction(0))
    open_ = sum(
        (weights[s.criterion] for s in scores if s.status is RatingStatus.NEEDS_REVIEW),
        Fraction(0),
    )
    return rated / (rated + open_) if rated + open_ else Fraction(0)


def _shares(rubric: Rubric) -> dict[str, Fraction]:
    """Each criterion's weight in the total when everything applies, in the rubric's own units."""
    shares: dict[str, Fraction] = {}
    for section in rubric.sections:
        whole = sum((Fraction(criterion.weight) for criterion in section.criteria), Fraction(0))
        for criterion in section.criteria:
            own = Fraction(criterion.weight)
            by_section = rubric.policy.total == "sections"
            shares[criterion.id] = Fraction(section.weight) * own / whole if by_section else own
    return shares


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
        return Outcome.NOT_SCORED, "less than half of what applies could be rated by machine"
    short = [section for section in sections if section.below_minimum]
    if short:
        names = ", ".join(section.title.lower() for section in short)
        return Outcome.FAIL, f"under the minimum in {names}"
    if total < Fraction(rubric.pass_mark):
        return Outcome.FAIL, f"under the pass mark of {rubric.pass_mark}"
    return Outcome.PASS, f"reaches the pass mark of {rubric.pass_mark}"


def _questions(rubric: Rubric, criteria: Iterable[str]) -> str:
    ids = set(criteria)
    return " ".join(item.question for item in rubric.criteria() if item.id in ids)
