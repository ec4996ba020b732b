"""All ratings of one criterion for one agent, and what decides whether it becomes a priority.

How a priority is chosen, in figures: docs/coaching.md.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from qa_toolkit.domain.certainty import certainties
from qa_toolkit.domain.override import Override, RootCause
from qa_toolkit.domain.rubric import Criterion, Rubric, Section
from qa_toolkit.domain.score import CriterionScore
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.domain.shares import shares

IN_DOUBT = 2
"""Ratings without any shortfall that are added to those there are: a habit needs to be seen."""


@dataclass(frozen=True, kw_only=True)
class Placed:
    """A result with its place on the agent's page, and what people said of it that counts."""

    scored: Scored
    anchor: str
    overrides: Mapping[str, Override]

    @cached_property
    def certainties(self) -> Mapping[str, float | None]:
        """How sure it is that the words were said, and by whom, by criterion."""
        return certainties(self.scored.as_rated, self.scored.transcript)


@dataclass(frozen=True, slots=True)
class Rated:
    """One rating of a criterion, and the interaction it was given in."""

    placed: Placed
    score: CriterionScore

    @property
    def value(self) -> Fraction:
        """Its place on the scale, 0..1."""
        return self.score.value or Fraction(0)

    @property
    def is_short(self) -> bool:
        return self.score.points != self.score.highest

    @property
    def cause(self) -> RootCause | None:
        """What a person named as lying behind it; None where nobody did."""
        override = self.placed.overrides.get(self.score.criterion)
        return override.cause if override else None

    @property
    def in_agents_hands(self) -> bool:
        """Unless a person has named a cause that is not the agent's."""
        return self.cause in (None, RootCause.AGENT)

    @property
    def certainty(self) -> float:
        """How sure it is that the words were said, and by whom; a person's rating is certain."""
        if self.score.criterion in self.placed.overrides:
            return 1.0
        sure = self.placed.certainties.get(self.score.criterion)
        return 1.0 if sure is None else sure


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """All ratings of one criterion for one agent.

    Attributes:
        weight: the share of the total it decides where everything applies, 0..1.
    """

    section: Section
    criterion: Criterion
    weight: Fraction
    ratings: tuple[Rated, ...]

    @property
    def mean(self) -> Fraction:
        return _mean(self.ratings)

    @property
    def own(self) -> tuple[Rated, ...]:
        """The ratings that lie in the agent's hands."""
        return tuple(rated for rated in self.ratings if rated.in_agents_hands)


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Why a criterion is worth a talk: weight x shortfall x certainty x frequency.

    Attributes:
        short: the ratings in the agent's hands that fell short; at least one.
        count: the ratings in the agent's hands.
    """

    course: Course
    short: tuple[Rated, ...]
    count: int

    @property
    def shortfall(self) -> Fraction:
        """How far below the top of its scale it lies, 0..1, where it fell short."""
        return 1 - _mean(self.short)

    @property
    def certainty(self) -> float:
        """How sure those ratings are on average, 0..1."""
        return sum(rated.certainty for rated in self.short) / len(self.short)

    @property
    def frequency(self) -> Fraction:
        """How often it falls short, 0..1, drawn towards 0 where few ratings say so."""
        return Fraction(len(self.short), self.count + IN_DOUBT)

    @property
    def points(self) -> float:
        """The points of the total it may be trusted to cost: what priorities are ordered by."""
        sure = float(self.course.weight * self.shortfall * self.frequency) * self.certainty
        return round(100 * sure, 9)  # so that no order hangs on the last digit of a float


def courses(placed: Iterable[Placed], rubric: Rubric) -> tuple[Course, ...]:
    """The rated criteria of one agent in the rubric's order."""
    weights = shares(rubric)
    ratings: dict[str, list[Rated]] = {}
    for item in placed:
        for score in item.scored.scorecard.criteria:
            if score.points is not None:
                ratings.setdefault(score.criterion, []).append(Rated(item, score))
    return tuple(
        Course(
            section=section,
            criterion=criterion,
            weight=weights[criterion.id],
            ratings=tuple(ratings[criterion.id]),
        )
        for section in rubric.sections
        for criterion in section.all_criteria()
        if criterion.id in ratings
    )


def needs(known: Iterable[Course]) -> tuple[Need, ...]:
    """What costs points and lies in the agent's hands, the costliest first."""
    found = []
    for course in known:
        own = course.own if course.weight else ()
        short = tuple(rated for rated in own if rated.is_short)
        if short:
            found.append(Need(course=course, short=short, count=len(own)))
    return tuple(sorted(found, key=lambda need: -need.points))


def _mean(ratings: tuple[Rated, ...]) -> Fraction:
    """Of ratings on one scale: summed as whole points, as fractions would take their time."""
    points = sum((rated.score.points or 0) - rated.score.lowest for rated in ratings)
    scale = ratings[0].score.highest - ratings[0].score.lowest
    return Fraction(points, scale * len(ratings)) if scale else Fraction(1)
