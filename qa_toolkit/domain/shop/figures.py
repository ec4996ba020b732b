"""What shops say together: by location, beside monitored contacts, and by who carried them out."""

from collections.abc import Mapping
from dataclasses import dataclass

from qa_toolkit.domain.paired import ENOUGH


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A mean, a share or a difference of them in percent, with its 95 % interval.

    Attributes:
        count: what it is made of: scorecards, or locations where it says so.
        value: None without any.
        low, high: None where nothing can be said: too few, or all alike.
    """

    count: int = 0
    value: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One thing in monitored contacts and in shops.

    Attributes:
        id: of the criterion; empty for the total.
        is_share: whether it is the share that reached the top of a scale of two levels; else the
            mean place on its scale.
        difference: staged less monitored, in percent points.
    """

    id: str
    question: str
    section: str
    is_share: bool
    monitored: Figure
    staged: Figure
    difference: Figure

    @property
    def is_small(self) -> bool:
        """Whether one side has too few scorecards to call the other better."""
        return min(self.monitored.count, self.staged.count) < ENOUGH

    @property
    def is_beyond_chance(self) -> bool:
        """Whether both sides are large enough and the interval leaves out 0."""
        low, high = self.difference.low, self.difference.high
        return not self.is_small and low is not None and high is not None and low * high > 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AtLocation:
    """The shops of one location.

    Attributes:
        sections: by id of the section, which is a stage of the journey.
    """

    id: str
    name: str
    total: Figure
    sections: Mapping[str, Figure]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopperEffect:
    """How much higher or lower somebody rates than others at the same places.

    Attributes:
        shops: all that are final.
        shared: those at a location and scenario where somebody else was, too.
        difference: in percent of the scale, above 0 is more lenient; its count is of locations
            and scenarios.
        cannot_tell: why there is none; empty where there is one.
    """

    shopper: str
    shops: int
    shared: int
    difference: Figure
    cannot_tell: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopFigures:
    """All of it.

    Attributes:
        total: the totals compared; None without monitored scorecards.
        compared: by criterion, in the rubric's order; empty without monitored scorecards.
    """

    locations: tuple[AtLocation, ...] = ()
    shoppers: tuple[ShopperEffect, ...] = ()
    total: Compared | None = None
    compared: tuple[Compared, ...] = ()
