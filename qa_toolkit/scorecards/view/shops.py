"""Mystery shops beside monitored contacts, by location, and by who carried them out."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """A figure in percent, or in percent points where it is a difference.

    Attributes:
        shown: `82.3`, of a difference with its sign; a dash where there is none.
        span: `75.1 to 89.5`, or a dash.
    """

    count: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    shown: str
    span: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationView:
    """One location; the sections in the rubric's order."""

    id: str
    name: str
    total: FigureView
    sections: tuple[FigureView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedView:
    """The total, or one criterion, in monitored contacts and in shops.

    Attributes:
        kind: `share` of a scale of two levels, else `mean`.
        difference: staged less monitored.
        caution: why not to read much into it; or that the difference is beyond chance.
    """

    id: str
    question: str
    section: str
    kind: str
    monitored: FigureView
    staged: FigureView
    difference: FigureView
    caution: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopperView:
    """How much more lenient somebody is than others at the same places.

    Attributes:
        said: how to read it, or why nobody can tell.
    """

    shopper: str
    shops: int
    shared: int
    difference: FigureView
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopsView:
    """What a report on mystery shops shows beside its scorecards.

    Attributes:
        section_titles: of `LocationView.sections`.
        compared: the total first; empty without monitored scorecards.
        warning: what has to be known before anything is compared; empty without anything to.
    """

    section_titles: tuple[str, ...]
    locations: tuple[LocationView, ...]
    compared: tuple[ComparedView, ...]
    shoppers: tuple[ShopperView, ...]
    warning: str
    locations_note: str
    compared_note: str
    shoppers_note: str
