"""When a shop may begin on a day: the hours of the location and of the scenario together.

Hours are by the location's clock and may reach past midnight; such a night belongs to the day on
which it begins. Where clocks change, a time that does not exist or comes twice is read so that the
span is the shorter one: nobody is sent to a closed door.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from qa_toolkit.domain.shop.moments import with_offset
from qa_toolkit.domain.shop.plan import Location, PlanFile, lies_in
from qa_toolkit.domain.shop.scenario import WEEKDAYS, Hours, Weekday, Window
from qa_toolkit.errors import UsageError

_DAY = timedelta(days=1)
_Span = tuple[timedelta, timedelta]
"""From the midnight that a day begins with; it may end on the next day."""
_MIDNIGHT = timedelta(0)
_ALL_DAY: _Span = (_MIDNIGHT, _DAY)
_EVER: _Span = (_MIDNIGHT, 2 * _DAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """The moments between which a shop must begin, by the location's clock, with its offset."""

    opens_at: datetime
    closes_at: datetime


def zone_of(name: str) -> ZoneInfo | None:
    """The time zone of an IANA name; None where there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def clock_at(location: Location, file: PlanFile) -> ZoneInfo:
    """The time zone of a location: its own, or its plan's.

    Raises:
        UsageError: this machine does not know it; a plan that was drawn elsewhere may name one.
    """
    name = location.timezone or file.timezone
    zone = zone_of(name)
    if zone is None:
        whose = f"of location '{location.id}' in the plan" if location.timezone else "of the plan"
        raise UsageError(
            f"unknown time zone '{name}' {whose} '{file.id}'",
            hint="correct it in the plan's file and draw that again, or update the time zones of "
            "this machine",
        )
    return zone


def weekday_of(day: date) -> Weekday:
    """`mon` to `sun`."""
    return WEEKDAYS[day.weekday()]


def played_on(day: date, window: Window) -> bool:
    """Whether a scenario's window has this day."""
    early = window.start is not None and day < window.start
    late = window.end is not None and day > window.end
    return not early and not late and (not window.days or weekday_of(day) in window.days)


def opening_on(
    day: date, location: Location, window: Window, zone: tzinfo, *, night: bool = True
) -> Opening | None:
    """When a shop may begin on a day of the scenario's window; None where no time is common.

    Args:
        day: by the location's clock.
        location: with its hours and closed days.
        window: the scenario's.
        zone: the location's.
        night: whether it may reach past midnight.
    """
    for opened, played in _nights(day, location, window):
        begins, ends = max(opened[0], played[0], _MIDNIGHT), min(opened[1], played[1])
        ends = ends if night else min(ends, _DAY)
        if begins < ends:
            found = _opening(day, begins, ends, zone)
            if found is not None:
                return found
    return None


def _nights(day: date, location: Location, window: Window) -> Iterator[tuple[_Span, _Span]]:
    """Hours of location and scenario that may meet on a day, the likeliest first."""
    played = None if window.hours is None else _span(window.hours)
    if not location.hours:
        yield (_EVER if played else _ALL_DAY), played or _ALL_DAY
        return
    opened, before = _opened(day, location), _opened(day - _DAY, location)
    if opened:
        yield opened, played or _EVER
    if played and before:  # the small hours of the location's night before
        yield _a_day_before(before), played
    if played and opened and played_on(day - _DAY, window):  # those of the scenario's
        yield opened, _a_day_before(played)


def _opened(day: date, location: Location) -> _Span | None:
    hours = location.hours.get(weekday_of(day))
    return None if hours is None or lies_in(day, location.closed) else _span(hours)


def _span(hours: Hours) -> _Span:
    start, end = (_since_midnight(one) for one in (hours.start, hours.end))
    return start, end + _DAY if end < start else end


def _a_day_before(span: _Span) -> _Span:
    return span[0] - _DAY, span[1] - _DAY


def _since_midnight(clock: time) -> timedelta:
    return timedelta(
        hours=clock.hour,
        minutes=clock.minute,
        seconds=clock.second,
        microseconds=clock.microsecond,
    )


def _opening(day: date, begins: timedelta, ends: timedelta, zone: tzinfo) -> Opening | None:
    midnight = datetime.combine(day, time())
    opens_at, closes_at = max(_read(midnight + begins, zone)), min(_read(midnight + ends, zone))
    if opens_at >= closes_at:
        return None
    return Opening(opens_at=_offset(opens_at, zone), closes_at=_offset(closes_at, zone))


def _offset(moment: datetime, zone: tzinfo) -> datetime:
    """A moment by the clock of a zone, with its offset: what is kept and read back is the same."""
    return with_offset(moment.astimezone(zone))


def _read(wall: datetime, zone: tzinfo) -> tuple[datetime, datetime]:
    """The two moments, in UTC, that a clock on the wall may mean; mostly they are the same."""
    first, second = (wall.replace(tzinfo=zone, fold=fold) for fold in (0, 1))
    return first.astimezone(UTC), second.astimezone(UTC)
