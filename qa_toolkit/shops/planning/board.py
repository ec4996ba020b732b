"""The board of a draw: which shop lies with which shopper on which day, and what is still free.

Days are counted from the plan's first and kept as the bits of a whole number, so that all days of a
shopper at a location are judged in one step, however long the plan is.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One shop to be placed.

    Attributes:
        id: of the assignment that it becomes.
        fitting: ids of the shoppers who may hold it, sorted.
        days: the days on which it may be held, as bits.
    """

    id: str
    location: str
    fitting: tuple[str, ...]
    days: int


class Spot(NamedTuple):
    """Where a shop is placed; `day` counts from the plan's first."""

    shopper: str
    day: int


class Held(NamedTuple):
    """A shop that is not to be placed; its day may lie outside of the plan."""

    shopper: str
    location: str
    day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What every placement keeps.

    Attributes:
        length: days of the plan.
        present: by shopper, the days on which they are not away, as bits.
        most: by shopper, shops at most.
        earlier: shops that stay where they are, of this plan or others, which count for the days.
        loads: by shopper, how many of these are of this plan, and count for `most`.
    """

    length: int
    present: Mapping[str, int]
    most: Mapping[str, int]
    most_per_day: int
    days_before_return: int
    days_between: int
    earlier: tuple[Held, ...] = ()
    loads: Mapping[str, int] = field(default_factory=dict)


@dataclass(slots=True)
class Budget:
    """How often searches may still look at a shopper: steps, never time, so all machines agree."""

    steps: int


class Board:
    """The state of a draw; whatever `put` takes must be free."""

    def __init__(self, tasks: Iterable[Task], limits: Limits) -> None:
        self.limits = limits
        self.tasks = {task.id: task for task in tasks}
        self.spots: dict[str, Spot] = {}
        # dicts rather than sets of ids: their order is the same in every process
        self.of_shopper: dict[str, dict[str, None]] = {one: {} for one in limits.present}
        self.at_location: dict[str, dict[str, None]] = defaultdict(dict)
        self.waiting: dict[str, dict[str, None]] = defaultdict(dict)
        for task in self.tasks.values():
            self.waiting[task.location][task.id] = None
        self._loads = {one: limits.loads.get(one, 0) for one in limits.present}
        self.on_day = [0] * limits.length
        self._held: dict[str, list[Held]] = defaultdict(list)
        self._counts: dict[tuple[str, int], int] = defaultdict(int)
        self._full: dict[str, int] = defaultdict(int)
        self._blocked: dict[str, int] = {}
        self._returns: dict[tuple[str, str], int] = {}
        for one in limits.earlier:
            self._held[one.location].append(one)
            if 0 <= one.day < limits.length:
                self._count(one.shopper, one.day, 1)

    def load(self, shopper: str) -> int:
        """How many shops of this plan a shopper has."""
        return self._loads[shopper]

    def has_room(self, shopper: str) -> bool:
        """Whether a shopper may take one more shop of this plan."""
        return self._loads[shopper] < self.limits.most[shopper]

    def open_days(self, task: Task, shopper: str) -> int:
        """The days that location and shopper leave, whatever else the shopper does on them."""
        return (
            task.days
            & self.limits.present[shopper]
            & ~self.blocked(task.location)
            & ~self.returning(shopper, task.location)
        )

    def full_days(self, shopper: str) -> int:
        """The days on which a shopper has the most shops of a day."""
        return self._full[shopper]

    def free(self, task: Task, shopper: str) -> int:
        """The days on which a shopper may hold a shop, as bits."""
        if not self.has_room(shopper):
            return 0
        return self.open_days(task, shopper) & ~self._full[shopper]

    def blocked(self, location: str) -> int:
        """The days that lie too near to another shop of the location."""
        known = self._blocked.get(location)
        if known is None:
            known = self._near(self._days_at(location), self.limits.days_between)
            self._blocked[location] = known
        return known

    def kept_off(self, location: str) -> int:
        """The days that lie too near to a shop there which is not to be placed."""
        days = (one.day for one in self._held.get(location, ()))
        return self._near(days, self.limits.days_between)

    def returning(self, shopper: str, location: str) -> int:
        """The days that lie too near to a shop of the same shopper at the location."""
        if not self.limits.days_before_return:
            return 0
        known = self._returns.get((shopper, location))
        if known is None:
            days = self._days_at(location, shopper)
            known = self._near(days, self.limits.days_before_return)
            self._returns[shopper, location] = known
        return known

    def put(self, task: Task, spot: Spot) -> None:
        """Place a shop."""
        self.spots[task.id] = spot
        self.of_shopper[spot.shopper][task.id] = None
        self.at_location[task.location][task.id] = None
        del self.waiting[task.location][task.id]
        self._changed(task, spot, 1)

    def take(self, task: Task) -> Spot:
        """Take a shop off the board; gives where it lay."""
        spot = self.spots.pop(task.id)
        del self.of_shopper[spot.shopper][task.id]
        del self.at_location[task.location][task.id]
        self.waiting[task.location][task.id] = None
        self._changed(task, spot, -1)
        return spot

    def near(self, day: int, apart: int) -> int:
        """The days of the plan that are fewer than `apart` days from a day, as bits."""
        low, high = max(0, day - apart + 1), min(self.limits.length - 1, day + apart - 1)
        return ((1 << (high - low + 1)) - 1) << low if low <= high else 0

    def _near(self, days: Iterable[int], apart: int) -> int:
        found = 0
        for day in days if apart else ():
            found |= self.near(day, apart)
        return found

    def _days_at(self, location: str, shopper: str = "") -> Iterable[int]:
        spots = (self.spots[one] for one in self.at_location.get(location, ()))
        placed = (spot.day for spot in spots if shopper in ("", spot.shopper))
        earlier = (one.day for one in self._held.get(location, ()) if shopper in ("", one.shopper))
        return (*placed, *earlier)

    def _changed(self, task: Task, spot: Spot, by: int) -> None:
        self.on_day[spot.day] += by
        self._loads[spot.shopper] += by
        self._count(spot.shopper, spot.day, by)
        self._blocked.pop(task.location, None)
        self._returns.pop((spot.shopper, task.location), None)

    def _count(self, shopper: str, day: int, by: int) -> None:
        self._counts[shopper, day] += by
        if self._counts[shopper, day] >= self.limits.most_per_day:
            self._full[shopper] |= 1 << day
        else:
            self._full[shopper] &= ~(1 << day)


def bits(days: int) -> Iterable[int]:
    """The days of a number, the first first."""
    while days:
        lowest = days & -days
        yield lowest.bit_length() - 1
        days ^= lowest
