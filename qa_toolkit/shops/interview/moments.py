"""Times of the day as people type them → moments with their time zone."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from qa_toolkit.domain.shop.log import LONGEST_SHOP
from qa_toolkit.domain.shop.moments import with_offset

_CLOCK = re.compile(r"(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?(am|pm)?", re.IGNORECASE)


def read_clock(text: str) -> time | None:
    """`14:05`, `14.05.30`, `14h05`, `2:05pm`; None for anything else."""
    typed = _CLOCK.fullmatch(text)
    if typed is None:
        return None
    hour, minute, second = int(typed[1]), int(typed[2]), int(typed[3] or 0)
    if half := (typed[4] or "").casefold():
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return time(hour, minute, second)


def moment_at(day: date, clock: time, zone: tzinfo, after: datetime | None = None) -> datetime:
    """The moment at which a clock of this zone shows a time.

    An hour that the change of clocks shows twice is the first of them, or the second where the
    first lies before `after`. One that it leaves out is the same time after the change: see
    `never_shown`.
    """
    there = datetime.combine(day, clock, tzinfo=zone)
    first = with_offset(there.astimezone(UTC).astimezone(zone))
    if after is not None and first < after:
        second = with_offset(there.replace(fold=1).astimezone(UTC).astimezone(zone))
        return max(first, second)
    return first


def never_shown(clock: time, moment: datetime) -> str:
    """What to say of a time that the clock of a place leaves out; empty for one that it shows.

    Args:
        clock: as it was typed.
        moment: what `moment_at` takes it for, by the clock of the place.
    """
    if moment.time() == clock:
        return ""
    return (
        f"the clock never showed {moment:%Y-%m-%d} {clock}: it was put forward then; by a clock "
        f"that was, it is {moment:%H:%M:%S}"
    )


def following(clock: time, day: date, zone: tzinfo, after: datetime) -> datetime:
    """The moment of a time that follows another one, on the next day where it went past midnight."""
    start = after.astimezone(zone).date()
    for candidate in (start, start + timedelta(days=1)):
        moment = moment_at(candidate, clock, zone, after)
        if after <= moment <= after + LONGEST_SHOP:
            return moment
    return moment_at(day, clock, zone, after)


def beginning(
    clock: time, day: date, zone: tzinfo, opens_at: datetime, closes_at: datetime
) -> datetime:
    """The moment at which a shop of this day began: within its window where one fits."""
    for candidate in _near(day):
        moment = moment_at(candidate, clock, zone)
        if opens_at <= moment < closes_at:
            return moment
    return moment_at(day, clock, zone)


def _near(day: date) -> Iterator[date]:
    yield day
    if day < date.max:
        yield day + timedelta(days=1)
    if day > date.min:
        yield day - timedelta(days=1)
