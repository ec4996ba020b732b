"""Days, hours and time zones of a plan."""

from collections.abc import Iterator
from datetime import timedelta
from zoneinfo import available_timezones

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.shop.plan import DayOrDays, PlanFile, lies_in
from qa_toolkit.shops.planning.checks.found import Found
from qa_toolkit.shops.planning.checks.written import text_at, texts_of
from qa_toolkit.shops.planning.hours import zone_of
from qa_toolkit.strict_yaml.document import Document, Path

MOST_DAYS = 1_100
"""Of one plan: three years. What is longer is a slip of the pen."""
_YEARS = range(1970, 2200)


def unknown_zones(document: Document) -> Iterator[Found]:
    """P201: a time zone that nobody knows."""
    at_locations = texts_of(document, "locations", "timezone")
    named = [*text_at(document, ("timezone",)), *(one for one in at_locations if one[1])]
    for path, name in named:
        if zone_of(name) is None:
            hint = "an IANA name, such as Europe/Berlin or America/New_York"
            yield Found("P201", path, f"there is no time zone '{name}'{_meant(name)}", hint)


def backwards(file: PlanFile) -> Iterator[Found]:
    """P202: an end before its start; P203: a plan of years."""
    if file.start > file.end:
        message = f"the plan ends on {file.end}, before it starts on {file.start}"
        yield Found("P202", ("to",), message, "swap 'from' and 'to'")
    elif (file.end - file.start).days >= MOST_DAYS or {file.start.year, file.end.year} - {*_YEARS}:
        message = f"the plan lasts from {file.start} to {file.end}"
        yield Found("P203", ("from",), message, f"plan at most {MOST_DAYS:,} days at a time")
    for path, days in _day_lists(file):
        for n, one in enumerate(days):
            if isinstance(one, tuple) and one[0] > one[1]:
                message = f"the last day, {one[1]}, lies before the first, {one[0]}"
                hint = "write [first, last]; single days stand in the list on their own"
                yield Found("P202", (*path, n), message, hint)


def no_hours(file: PlanFile) -> Iterator[Found]:
    """P204: hours that last no minute, or that name a time zone."""
    for n, location in enumerate(file.locations):
        for weekday, hours in location.hours.items():
            path: Path = ("locations", n, "hours", weekday)
            if hours.start == hours.end:
                hint = "leave the day out when it is closed, and 'hours' when it never closes"
                yield Found("P204", path, f"opens and closes at {hours.start:%H:%M}", hint)
            if hours.start.tzinfo or hours.end.tzinfo:
                hint = "leave the zone out: hours are by the clock of the location"
                yield Found("P204", path, "the hours name a time zone", hint)


def idle_blackout(file: PlanFile, *, written: bool) -> Iterator[Found]:
    """P205: blackout that rules out nothing, or everything.

    Args:
        file: the plan.
        written: whether the file has the key.
    """
    if written and not file.blackout:
        yield Found("P205", ("blackout",), "the list is empty", "leave the key out", "warning")
    if file.start > file.end or (file.end - file.start).days >= MOST_DAYS:
        return
    for n, one in enumerate(file.blackout):
        first, last = one if isinstance(one, tuple) else (one, one)
        if first <= last and (last < file.start or first > file.end):
            message = "the plan has none of these days"
            yield Found("P205", ("blackout", n), message, "is the year right?", "warning")
    days = range((file.end - file.start).days + 1)
    if file.blackout and all(lies_in(file.start + timedelta(days=n), file.blackout) for n in days):
        yield Found("P206", ("blackout",), "leaves the plan no day at all", "shorten it")


def _day_lists(file: PlanFile) -> Iterator[tuple[Path, tuple[DayOrDays, ...]]]:
    yield ("blackout",), file.blackout
    for n, location in enumerate(file.locations):
        yield ("locations", n, "closed"), location.closed
    for n, shopper in enumerate(file.shoppers):
        yield ("shoppers", n, "away"), shopper.away


def _meant(name: str) -> str:
    """A time zone by its city alone, or one that is misspelt."""
    zones = sorted(available_timezones())
    city = name.strip().casefold().replace(" ", "_")
    found = [one for one in zones if "/" in one and one.rpartition("/")[2].casefold() == city]
    return f", did you mean '{found[0]}'?" if found else did_you_mean(name, zones)
