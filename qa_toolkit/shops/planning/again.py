"""A plan drawn again on its way: what stays, whatever the changed file says, and what may stay."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from qa_toolkit.domain.shop.plan import Assignment, Replanned
from qa_toolkit.shops.planning.board import Spot
from qa_toolkit.shops.planning.days import Calendar
from qa_toolkit.shops.planning.demand import Wanted


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """The drawing before, and how it is drawn again.

    Attributes:
        assignments: of the drawing before.
        how: from which day, and what became of its shops.
    """

    assignments: tuple[Assignment, ...]
    how: Replanned

    @property
    def held(self) -> tuple[Assignment, ...]:
        """Those that somebody holds or may hold: all that were not cancelled."""
        return tuple(one for one in self.assignments if one.id not in self.how.cancelled)


def staying(before: Before, wanted: Mapping[str, Wanted]) -> dict[str, Assignment]:
    """The shops that are not drawn, by id: begun, cancelled, or held with the notes still to come.

    A shop before the first day is taken for held until its notes are overdue; from then on it was
    missed, and is drawn anew.
    """
    how = before.how
    aside = {*how.begun, *how.cancelled}
    return {
        one.id: one
        for one in before.assignments
        if one.id in aside or (one.id in wanted and _awaited(one, wanted[one.id], how))
    }


def spots(before: Before, left: Iterable[str], calendar: Calendar) -> dict[str, Spot]:
    """Where shops that are drawn lay before, by id; without days that the plan no longer has."""
    drawn = {*left}
    return {
        one.id: Spot(one.shopper, calendar.number(one.day))
        for one in before.assignments
        if one.id in drawn and 0 <= calendar.number(one.day) < calendar.length
    }


def _awaited(one: Assignment, wanted: Wanted, how: Replanned) -> bool:
    if one.day >= how.first_day:
        return False
    morning = datetime.combine(how.first_day, datetime.min.time(), one.closes_at.tzinfo)
    return one.closes_at + timedelta(hours=wanted.scenario.submit_hours) > morning
