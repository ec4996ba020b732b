"""Plans: the file that says who may be sent where, and the assignments that come of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from qa_toolkit.domain.rubric.words import Identifier, Number, Part, Title, Whole
from qa_toolkit.domain.shop.plan_values import (
    CURRENCY,
    MOST_MONEY,
    NAME,
    a_day_or_two,
    coded,
    in_cents,
    named,
)
from qa_toolkit.domain.shop.scenario import Day, Hours, Texts, Weekday

CENT = Decimal("0.01")
"""What amounts are rounded to: the least that `Money` says."""
Name = Annotated[str, Field(pattern=NAME, max_length=80), BeforeValidator(named)]
"""An id as it stands in other files: letters, digits, and `_ . -` between them."""
Many = Annotated[int, Field(ge=0, le=100_000), Whole]
Money = Annotated[
    Decimal,
    Field(ge=0, le=MOST_MONEY, decimal_places=2),
    Number,
    BeforeValidator(in_cents),
]
DayOrDays = Annotated[
    Day | Annotated[tuple[Day, Day], Field(description="First and last day.")],
    BeforeValidator(a_day_or_two),
]


def lies_in(day: date, days: tuple[DayOrDays, ...]) -> bool:
    """Whether a day is one of these, or between the first and last of a span."""
    return any(one[0] <= day <= one[1] if isinstance(one, tuple) else day == one for one in days)


class Person(Part):
    """Somebody who checks, decides or carries out."""

    id: Annotated[Name, Field(description="Named with --by.")]
    name: Annotated[str, Field(description="As people call them.")] = ""

    @property
    def shown(self) -> str:
        """The name, or the id where there is none."""
        return self.name or self.id


class Location(Part):
    """Where shops are held: a shop, a queue of calls or chats, or one agent."""

    id: Name
    name: Annotated[str, Field(description="As people call it.")] = ""
    kind: Annotated[Literal["location", "queue", "agent"], Field(description="What it is.")] = (
        "location"
    )
    address: Annotated[str, Field(description="Address, number or page to go to.")] = ""
    timezone: Annotated[str, Field(description="IANA name; else the plan's.")] = ""
    hours: Annotated[
        dict[Weekday, Hours],
        Field(default_factory=dict, description="Open then; every hour where none are given."),
    ]
    closed: Annotated[tuple[DayOrDays, ...], Field(description="Days it is not open.")] = ()
    staff: Annotated[Texts, Field(description="The roster: names that may be met there.")] = ()
    team: Annotated[str, Field(description="Of its staff, as scorecards group agents.")] = ""

    @property
    def shown(self) -> str:
        """The name, or the id where there is none."""
        return self.name or self.id

    @property
    def with_address(self) -> str:
        """`North desk, +49 30 1234`."""
        return f"{self.shown}, {self.address}" if self.address else self.shown


class Shopper(Person):
    """Who carries shops out."""

    profile: Annotated[
        dict[Identifier, Title | Annotated[int, Whole] | tuple[Title, ...]],
        Field(default_factory=dict, description="What personas ask for.", examples=[{"age": 34}]),
    ]
    most: Annotated[Many | None, Field(description="Shops at most in this plan.")] = None
    away: Annotated[tuple[DayOrDays, ...], Field(description="Days without shops.")] = ()
    not_at: Annotated[tuple[Name, ...], Field(description="Locations with a conflict.")] = ()


class Order(Part):
    """How many shops of a scenario are wanted where."""

    scenario: Annotated[Title, Field(description="Its file from here.")]
    each: Annotated[Many, Field(ge=1, description="Shops at each location.")] = 1
    locations: Annotated[tuple[Name, ...], Field(description="Else all.")] = ()
    fee: Annotated[Money, Field(description="For one final shop.")] = Decimal(0)
    most_expenses: Annotated[Money, Field(description="Paid back at most.")] = Decimal(0)


class Rules(Part):
    """What every assignment must keep."""

    days_before_return: Annotated[
        Many, Field(description="Before the same shopper returns to a location.")
    ] = 0
    most_per_shopper: Annotated[Many | None, Field(description="Shops in the plan.")] = None
    most_per_day: Annotated[Many, Field(ge=1, description="Of one shopper.")] = 3
    days_between: Annotated[Many, Field(description="Between two shops of a location.")] = 0


class PlanFile(Part):
    """What a plan is made from, format 1."""

    format: Literal[1]
    id: Name
    title: Title
    timezone: Annotated[str, Field(description="IANA name, such as Europe/Berlin.")] = "UTC"
    start: Annotated[Day, Field(alias="from", description="The first day.")]
    end: Annotated[Day, Field(alias="to", description="The last day.")]
    blackout: Annotated[tuple[DayOrDays, ...], Field(description="Days without any shop.")] = ()
    currency: Annotated[str, Field(pattern=CURRENCY), BeforeValidator(coded)] = "EUR"
    rules: Rules = Rules()
    orders: Annotated[tuple[Order, ...], Field(min_length=1)]
    locations: Annotated[tuple[Location, ...], Field(min_length=1)]
    shoppers: Annotated[tuple[Shopper, ...], Field(min_length=1)]
    editors: Annotated[tuple[Person, ...], Field(min_length=1, description="Who check.")]
    managers: Annotated[
        tuple[Person, ...], Field(description="Who plan, release, pay and cancel; else editors.")
    ] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """One shop to be held: who, where, what and when.

    Attributes:
        id: short, derived from the plan, scenario, location and number: stable over drawings.
        scenario_hash: BLAKE2b of the scenario's and its rubric's meaning, in hex: the version of
            the form.
        day: by the location's clock.
        opens_at: the first moment at which it may begin, with time zone.
        closes_at: the moment it must have begun before, with time zone.
        fee, most_expenses: in the plan's currency.
    """

    id: str
    plan: str
    scenario: str
    scenario_version: str
    scenario_hash: str
    location: str
    shopper: str
    day: date
    opens_at: datetime
    closes_at: datetime
    fee: Decimal = Decimal(0)
    most_expenses: Decimal = Decimal(0)
    currency: str = "EUR"

    @property
    def shown(self) -> str:
        """What is held by whom: `lost_card at north by maya, 2026-11-10, 09:00–18:00 +0100`."""
        hours = f"{self.opens_at:%H:%M}–{self.closes_at:%H:%M} {self.opens_at:%z}"
        return f"{self.scenario} at {self.location} by {self.shopper}, {self.day}, {hours}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """A shop that was ordered and could not be placed, with the reason in words for people."""

    scenario: str
    location: str
    number: int
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Replanned:
    """How a plan was drawn again on its way, beside the drawing before.

    Attributes:
        first_day: what was drawn anew lies on this day or later.
        begun: ids of shops that somebody had begun, which stay as they were.
        cancelled: ids of shops that nobody holds; their places are free.
    """

    first_day: date
    begun: tuple[str, ...] = ()
    cancelled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopPlan:
    """The assignments of a plan with all that somebody needs to draw them again.

    Attributes:
        seed: same seed and same file, same assignments.
        file_hash: BLAKE2b of the plan file's meaning with the scenarios it names, in hex.
        file: the plan file as it was, so that the plan can be drawn again and people be named.
        scenarios: hash of the form by the file that an order names.
        counted: ids of the shops of other plans that the rules counted, too.
        replanned: how it was drawn again from the drawing before; None where it was drawn whole.
        method: number of the method it was drawn by: another one draws another plan.
    """

    id: str
    title: str
    seed: str
    file_hash: str
    file: str
    assignments: tuple[Assignment, ...]
    unplaced: tuple[Unplaced, ...]
    scenarios: Mapping[str, str] = field(default_factory=dict)
    counted: tuple[str, ...] = ()
    replanned: Replanned | None = None
    method: int = 1
