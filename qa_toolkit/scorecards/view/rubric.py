"""The rubric as people read it."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricCriterionView:
    """One line of the rubric as people read it.

    Attributes:
        part: the title of its subsection; empty where it stands in the section itself.
        weight: None where its answer is not scored.
        causes: root causes by level.
    """

    section: str
    part: str
    id: str
    question: str
    guidance: str
    weight: Decimal | None
    bonus: bool
    critical: str
    applies: str
    levels: str
    tips: str
    causes: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricPartView:
    """A subsection's weight in its section."""

    id: str
    title: str
    weight: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricSectionView:
    """A section's weight and least percent."""

    id: str
    title: str
    weight: Decimal
    minimum: Decimal | None
    parts: tuple[RubricPartView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricView:
    """The scoring guide: who is judged by what.

    Attributes:
        bands: names for totals with the percent each starts at, the lowest first.
        appeal: until when the agent may object, said to the agent; empty where the rubric is silent.
        chained: whether criteria depend on the answers to others.
    """

    title: str
    version: str
    description: str
    pass_mark: Decimal
    bands: tuple[tuple[str, Decimal], ...]
    rules: tuple[tuple[str, str], ...]
    appeal: str
    chained: bool
    sections: tuple[RubricSectionView, ...]
    criteria: tuple[RubricCriterionView, ...]

    @property
    def has_parts(self) -> bool:
        return any(section.parts for section in self.sections)

    @property
    def has_classes(self) -> bool:
        """Whether it says of a critical criterion who is harmed by its failure."""
        return any(criterion.critical not in ("", "Critical") for criterion in self.criteria)

    @property
    def has_bonus(self) -> bool:
        return any(criterion.bonus for criterion in self.criteria)
