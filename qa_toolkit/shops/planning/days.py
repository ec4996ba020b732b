"""On which days of a plan a scenario can be played at a location, and why not on the others."""

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from qa_toolkit.domain.shop.plan import Location, PlanFile, lies_in
from qa_toolkit.domain.shop.scenario import Window
from qa_toolkit.shops.planning.hours import Opening, clock_at, opening_on, played_on, weekday_of


class Kept(StrEnum):
    """What keeps a shop from a day; the first that holds is told."""

    PAST = "gone by"
    BLACKOUT = "blackout"
    WINDOW = "outside the scenario's days"
    CLOSED = "closed there"
    HOURS = "without hours in common"


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days of a plan for one scenario at one location.

    Attributes:
        possible: as bits, counted from the plan's first day.
        openings: when a shop may begin, by day.
        kept: how many other days are ruled out by what.
    """

    possible: int
    openings: Mapping[int, Opening]
    kept: Mapping[Kept, int]


@dataclass(slots=True)
class Calendar:
    """The days of a plan; equal hours are worked out once.

    Attributes:
        first: the first day that is left; None: all are.
    """

    file: PlanFile
    first: date | None = None
    _known: dict[Hashable, Days] = field(default_factory=dict)

    @property
    def length(self) -> int:
        """Days of the plan, the first and the last included."""
        return (self.file.end - self.file.start).days + 1

    def day(self, number: int) -> date:
        """A day by its number."""
        return self.file.start + timedelta(days=number)

    def number(self, day: date) -> int:
        """The number of a day; outside of the plan where it lies there."""
        return (day - self.file.start).days

    def days(self, location: Location, window: Window) -> Days:
        """The days for a scenario's window at a location."""
        zone = clock_at(location, self.file)
        key = (zone.key, tuple(sorted(location.hours.items())), location.closed, window)
        if key not in self._known:
            self._known[key] = self._worked_out(location, window, zone)
        return self._known[key]

    def _worked_out(self, location: Location, window: Window, zone: ZoneInfo) -> Days:
        openings: dict[int, Opening] = {}
        kept = Counter[Kept]()
        for number in range(self.length):
            found = self._judged(self.day(number), location, window, zone)
            if isinstance(found, Opening):
                openings[number] = found
            else:
                kept[found] += 1
        possible = sum(1 << number for number in openings)
        return Days(possible=possible, openings=openings, kept=kept)

    def _judged(
        self, day: date, location: Location, window: Window, zone: ZoneInfo
    ) -> Opening | Kept:
        if self.first is not None and day < self.first:
            return Kept.PAST
        if lies_in(day, self.file.blackout):
            return Kept.BLACKOUT
        if not played_on(day, window):
            return Kept.WINDOW
        if lies_in(day, location.closed):
            return Kept.CLOSED
        night = not lies_in(day + timedelta(days=1), self.file.blackout)
        found = opening_on(day, location, window, zone, night=night)
        if found is not None:
            return found
        closed = bool(location.hours) and weekday_of(day) not in location.hours
        return Kept.CLOSED if closed else Kept.HOURS
