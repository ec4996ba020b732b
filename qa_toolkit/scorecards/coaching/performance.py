"""How one agent did on each criterion: all ratings of it, and how far each can be trusted."""

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
        override = self.placed.overrides.get(self.score.criterion)
        return override is None or override.in_agents_hands

    @property
    def certainty(self) -> float:
        """How sure it is that the words were said, and by whom; a person's rating is certain."""
        if self.placed.scored.interaction.staged or self.score.criterion in self.placed.overrides:
            return 1.0
        sure = self.placed.certainties.get(self.score.criterion)
        return 1.0 if sure is None else sure


@dataclass(frozen=True, slots=True, kw_only=True)
class Performance:
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
        return mean_of(self.ratings)

    @property
    def own(self) -> tuple[Rated, ...]:
        """The ratings that lie in the agent's hands."""
        return tuple(rated for rated in self.ratings if rated.in_agents_hands)


def performances(placed: Iterable[Placed], rubric: Rubric) -> tuple[Performance, ...]:
    """The rated criteria of one agent in the rubric's order."""
    weights = shares(rubric)
    ratings: dict[str, list[Rated]] = {}
    for item in placed:
        for score in item.scored.scorecard.criteria:
            if score.points is not None:
                ratings.setdefault(score.criterion, []).append(Rated(item, score))
    return tuple(
        Performance(
            section=section,
            criterion=criterion,
            weight=weights[criterion.id],
            ratings=tuple(ratings[criterion.id]),
        )
        for section in rubric.sections
        for criterion in section.all_criteria()
        if criterion.id in ratings
    )


def mean_of(ratings: tuple[Rated, ...]) -> Fraction:
    """Of ratings on one scale: summed as whole points, as fractions would take their time."""
    points = sum((rated.score.points or 0) - rated.score.lowest for rated in ratings)
    scale = ratings[0].score.highest - ratings[0].score.lowest
    return Fraction(points, scale * len(ratings)) if scale else Fraction(1)
