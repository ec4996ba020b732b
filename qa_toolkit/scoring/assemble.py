"""Ratings → section percents, total, and the verdict."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import NamedTuple

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
MOST_KNOWN = 20_000
"""Ways to rate a section that are remembered; a rubric with more starts again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """What the ratings of one interaction add up to; fields as in `Scorecard`."""

    sections: tuple[SectionScore, ...]
    percent: Decimal | None
    computed_percent: Decimal | None
    outcome: Outcome
    reason: str
    coverage: float


class _Sums(NamedTuple):
    """What the sections of one interaction add up to; fields as in `Scorecard`."""

    percent: Decimal | None
    computed_percent: Decimal | None
    outcome: Outcome
    reason: str
    coverage: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Own:
    """What the ratings of one section come to by themselves.

    Attributes:
        percent: None when nothing in it was rated, so that it leaves the total.
        shown: its percent as it is kept, after a critical failure that makes it 0.
        parts: the results of its subsections.
        weighted: its criteria, for a total over all of them.
        counts: whether anything was rated of what could be earned; a bonus alone is no score.
        failed: the critical criteria that failed, with what their failure does.
        waiting: the critical criteria that a person must still rate.
        unmet: whether it has a minimum, and people must still rate everything that applies.
        rated, left: what was rated, and what a person must still rate, in shares of the total.
    """

    percent: Fraction | None
    shown: Decimal | None
    parts: tuple[SectionScore, ...]
    weighted: tuple[Weighted, ...]
    counts: bool
    failed: Mapping[str, CriticalRule]
    waiting: tuple[str, ...]
    unmet: bool
    rated: int
    left: int

    @property
    def lost(self) -> bool:
        """Whether a critical failure makes it 0."""
        return "section" in self.failed.values()


def assemble(rubric: Rubric, scores: _Scores, predictions: _Predictions = _NONE) -> Total:
    """Add ratings up under the rubric's policies (rules and sources: `docs/scoring.md`).

    Args:
        rubric: weights, policies, minimums and pass mark.
        scores: one for each criterion of the rubric.
        predictions: what the sections' models say, by section; it enters no total.
    """
    return Assembly(rubric).total(scores, predictions)


class Assembly:
    """Adds up the ratings of any number of interactions under one rubric.

    What equal ratings of a section come to is worked out once: few sections have more than some
    hundred ways to be rated.
    """

    def __init__(self, rubric: Rubric) -> None:
        self._rubric = rubric
        parts = shares(rubric)
        whole = lcm(*(part.denominator for part in parts.values()))
        self._shares = {name: int(part * whole) for name, part in parts.items()}
        self._minimums = {name: Fraction(least) for name, least in rubric.minimums.items()}
        self._pass_mark = Fraction(rubric.pass_mark)
        self._known: dict[tuple[object, ...], _Own] = {}
        self._summed: dict[tuple[_Own, ...], _Sums] = {}

    def total(
        self, scores: _Scores, predictions: _Predictions = _NONE, *, role_confidence: float = 1.0
    ) -> Total:
        """The total of one interaction; scores in the same order for all of them.

        Args:
            scores: one for each criterion of the rubric.
            predictions: what the sections' models say, by section; it enters no total.
            role_confidence: how sure it is who is who; no section is surer.
        """
        by_section: dict[str, list[CriterionScore]] = {}
        for score in scores:
            by_section.setdefault(score.section, []).append(score)
        sections = self._rubric.sections
        held = [by_section.get(section.id, []) for section in sections]
        own = tuple(map(self._own, sections, held))
        sums = self._sums(own)
        return Total(
            sections=tuple(
                [
                    self._section_score(
                        section, part, found, predictions.get(section.id), role_confidence
                    )
                    for section, part, found in zip(sections, own, held, strict=True)
                ]
            ),
            percent=sums.percent,
            computed_percent=sums.computed_percent,
            outcome=sums.outcome,
            reason=sums.reason,
            coverage=sums.coverage,
        )

    def _sums(self, own: tuple[_Own, ...]) -> _Sums:
        """What the sections add up to, worked out once for equal ratings."""
        known = self._summed.get(own)
        if known is None:
            if len(self._summed) >= MOST_KNOWN:
                self._summed.clear()
            known = self._summed[own] = self._added_up(own)
        return known

    def _added_up(self, own: tuple[_Own, ...]) -> _Sums:
        rated, left = sum(part.rated for part in own), sum(part.left for part in own)
        computed = self._percent(own)
        total: Fraction | None = None
        failed = {name: rule for part in own for name, rule in part.failed.items()}
        waiting = any(part.waiting or part.unmet for part in own)
        if failed or (rated and rated >= COVERAGE_NEEDED * (rated + left) and not waiting):
            lost = any(part.lost for part in own)
            total = self._percent(own, with_lost=True) if lost else computed
        if "zero" in failed.values():
            total = Fraction(0)
        outcome, reason = self._verdict(total, own, covered=bool(rated))
        return _Sums(
            percent=None if total is None else to_decimal(total),
            computed_percent=None if computed is None else to_decimal(computed),
            outcome=outcome,
            reason=reason,
            coverage=rated / (rated + left) if rated else 0.0,
        )

    def _own(self, section: Section, scores: _Scores) -> _Own:
        """What a section's ratings come to, worked out once for equal ratings."""
        ratings = [score.status if score.points is None else score.points for score in scores]
        key = (section.id, *ratings)
        known = self._known.get(key)
        if known is None:
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            known = self._known[key] = self._worked_out(section, scores)
        return known

    def _worked_out(self, section: Section, scores: _Scores) -> _Own:
        rubric = self._rubric
        weights = self._shares
        nothing = _nothing_rated(scores)
        percent = None if nothing else self._section_percent(section, scores)
        failed = {
            score.criterion: rubric.critical_rule(rubric.places[score.criterion].criterion)
            for score in scores
            if score.critical_failed
        }
        shown = Fraction(0) if percent is not None and "section" in failed.values() else percent
        needs_review = [score for score in scores if score.status is RatingStatus.NEEDS_REVIEW]
        return _Own(
            percent=percent,
            shown=None if shown is None else to_decimal(shown),
            parts=tuple(self._group_score(part, scores) for part in section.sections),
            weighted=tuple(_weighted(score, rubric) for score in scores),
            counts=not nothing,
            failed=failed,
            waiting=tuple(score.criterion for score in scores if score.critical_waiting),
            unmet=section.id in rubric.minimums and nothing and bool(needs_review),
            rated=sum(weights[score.criterion] for score in scores if score.value is not None),
            left=sum(weights[score.criterion] for score in needs_review),
        )

    def _section_percent(self, section: Section, scores: _Scores) -> Fraction | None:
        direct = [_weighted(score, self._rubric) for score in scores if not score.group]
        for part in section.sections:
            percent = self._group_percent(part, scores)
            direct.append(Weighted(value=percent and percent / 100, weight=part.weight))
        return self._capped(weighted_percent(direct))

    def _group_percent(self, group: Subsection, scores: _Scores) -> Fraction | None:
        own = [score for score in scores if score.group == group.id]
        if _nothing_rated(own):
            return None
        return self._capped(weighted_percent(_weighted(score, self._rubric) for score in own))

    def _group_score(self, group: Subsection, scores: _Scores) -> SectionScore:
        percent = self._group_percent(group, scores)
        return SectionScore(
            section=group.id,
            title=group.title,
            weight=group.weight,
            percent=None if percent is None else to_decimal(percent),
            strength=None,
        )

    def _percent(self, own: Sequence[_Own], *, with_lost: bool = False) -> Fraction | None:
        """The total in percent; lost sections count as 0 where they are told apart."""
        if not any(part.counts for part in own):
            return None
        weighted: list[Weighted] = []
        for section, part in zip(self._rubric.sections, own, strict=True):
            if self._rubric.policy.total == "criteria":
                ratings = part.weighted
            else:
                percent = part.percent
                value = None if percent is None else percent / 100
                ratings = (Weighted(value=value, weight=section.weight),)
            weighted += map(_lost, ratings) if with_lost and part.lost else ratings
        return self._capped(weighted_percent(weighted))

    def _capped(self, percent: Fraction | None) -> Fraction | None:
        """Bonus points stop at 100 percent, unless the rubric lets them go on."""
        if percent is None or self._rubric.policy.bonus == "open":
            return percent
        return min(percent, Fraction(100))

    def _section_score(
        self,
        section: Section,
        own: _Own,
        scores: _Scores,
        said: Prediction | None,
        role_confidence: float,
    ) -> SectionScore:
        return SectionScore(
            section=section.id,
            title=section.title,
            weight=section.weight,
            percent=own.shown,
            strength=said.probability if said else _strength(scores),
            minimum=self._rubric.minimums.get(section.id),
            parts=own.parts,
            model=said.model if said else "",
            confidence=min(said.confidence, role_confidence) if said else None,
        )

    def _verdict(
        self, total: Fraction | None, own: Sequence[_Own], *, covered: bool
    ) -> tuple[Outcome, str]:
        """The outcome and why; the total meets the pass mark exactly, before any rounding."""
        rubric = self._rubric
        if failed := [name for part in own for name in part.failed]:
            return Outcome.FAIL, f"failed a critical criterion: {_questions(rubric, failed)}"
        named = zip(rubric.sections, own, strict=True)
        if total is None:
            if not covered:
                return Outcome.NOT_SCORED, "nothing could be rated by machine"
            if waiting := [name for part in own for name in part.waiting]:
                asked = _questions(rubric, waiting)
                return Outcome.NOT_SCORED, f"a critical criterion waits for a person: {asked}"
            if unmet := [section for section, part in named if part.unmet]:
                names = ", ".join(section.title.lower() for section in unmet)
                return Outcome.NOT_SCORED, f"a section with a minimum waits for a person: {names}"
            return Outcome.NOT_SCORED, "less than half of what applies could be rated by machine"
        if short := [section for section, part in named if self._below_minimum(section, part)]:
            names = ", ".join(section.title.lower() for section in short)
            return Outcome.FAIL, f"under the minimum in {names}"
        if total < self._pass_mark:
            return Outcome.FAIL, f"under the pass mark of {rubric.pass_mark}"
        return Outcome.PASS, f"reaches the pass mark of {rubric.pass_mark}"

    def _below_minimum(self, section: Section, own: _Own) -> bool:
        least = self._minimums.get(section.id)
        return least is not None and own.percent is not None and own.percent < least


def _strength(scores: _Scores) -> float | None:
    """The mean of the criteria's strengths by their weights; None where none has one."""
    known = [
        (score.strength, float(score.weight)) for score in scores if score.strength is not None
    ]
    weight = sum(weight for _, weight in known)
    return sum(strength * own for strength, own in known) / weight if weight else None


def _lost(part: Weighted) -> Weighted:
    """What was rated in a section that a critical failure makes 0."""
    return part if part.value is None else replace(part, value=Fraction(0))


def _nothing_rated(scores: _Scores) -> bool:
    """Whether nothing was rated of what could be earned; a bonus alone is no score."""
    return all(score.value is None or score.bonus or not score.weight for score in scores)


def _weighted(score: CriterionScore, rubric: Rubric) -> Weighted:
    value = score.value
    full = rubric.policy.not_applicable == "full" and not score.bonus
    if score.status is RatingStatus.NOT_APPLICABLE and full:
        value = Fraction(1)
    return Weighted(value=value, weight=score.weight, bonus=score.bonus)


def _questions(rubric: Rubric, criteria: Iterable[str]) -> str:
    ids = set(criteria)
    return " ".join(item.question for item in rubric.criteria() if item.id in ids)
