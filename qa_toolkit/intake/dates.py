"""Points in time as exports write them, to aware datetimes in UTC.

A date such as 05/06/2026 is never guessed: its order comes from `intake.date_order`, or from
proof (some date of the same column is valid in one order only), or it stays unread.
"""

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from qa_toolkit.errors import Unusable, UsageError
from qa_toolkit.intake.options import DateOrder, IntakeOptions

_CLOCK = r"""(?:[T ,_-]+ (?P<hour>\d{1,2}) [:.h-] (?P<minute>\d{2}) (?:[:.-] (?P<second>\d{2}) (?:[.,]\d+)?)?
    \ ? (?P<half>[AaPp]\.?[Mm]\.?)? )?"""
_FLAGS = re.VERBOSE | re.ASCII
_YEAR_FIRST = re.compile(
    r"(?P<day>\d{4} (?P<sep>[-/._]) \d{1,2} (?P=sep) \d{1,2})" + _CLOCK, _FLAGS
)
_YEAR_LAST = re.compile(
    r"(?P<day>\d{1,2} (?P<sep>[-/.]) \d{1,2} (?P=sep) (?:\d{4}|\d{2}))" + _CLOCK, _FLAGS
)
_COMPACT = re.compile(
    r"(\d{4})(\d{2})(\d{2}) (?:[T_-]? (\d{2}) [-:]? (\d{2}) (?:[-:]? (\d{2}))?)?", _FLAGS
)
_UNIX = re.compile(r"\d{10}(?:\.\d+)?|\d{13}", re.ASCII)
_ORDERS: tuple[DateOrder, ...] = tuple(filter(None, get_args(DateOrder)))
_YEARS = range(1970, 2200)


def zone_named(name: str) -> ZoneInfo:
    """The time zone of an IANA name.

    Raises:
        UsageError: there is no such zone.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise UsageError(
            f"unknown time zone {name!r} in intake.timezone",
            hint='use an IANA name in qa.toml, such as timezone = "Europe/London"',
        ) from None


def read_moment(text: str, options: IntakeOptions, proven: DateOrder = "") -> datetime:
    """One point in time, in UTC; a time without a zone is local time of `intake.timezone`.

    Read are ISO 8601, `2026-11-02 09:14`, `20261102_091400`, `02/11/2026 9:14 AM`,
    `02.11.2026 09:14` (day first) and Unix seconds or milliseconds. In the hour that a change
    of clocks repeats, a time without a zone is the earlier one.

    Args:
        text: as the source writes it.
        options: the zone, and the order of day and month where it is set.
        proven: the order that the whole column has proven, for when it is not set.

    Raises:
        Unusable: the text is none of these, or its order of day and month is not known.
        UsageError: `intake.timezone` is no time zone.
    """
    zone = zone_named(options.timezone)
    text = " ".join(text.removesuffix(" UTC").split()) + ("Z" if text.endswith(" UTC") else "")
    try:
        moment = _read(text, options.date_order or proven)
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=zone)
        moment = moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise Unusable(
            f"{text[:60]!r} is not a date and time", hint="write it like 2026-11-02T09:14:00+00:00"
        ) from None
    if moment.year not in _YEARS:
        raise Unusable(f"{text!r} lies outside the years {_YEARS[0]} to {_YEARS[-1]}")
    return moment


def _read(text: str, order: DateOrder) -> datetime:
    if text[4:5] == "-":
        with suppress(ValueError):
            return datetime.fromisoformat(text)
    if _UNIX.fullmatch(text):
        return datetime.fromtimestamp(float(text) / (1000 if len(text) == 13 else 1), UTC)
    if found := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
        return datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - read_moment adds the zone
    if found := _YEAR_FIRST.fullmatch(text):
        return _with_clock(_calendar_day(found["day"], "ymd"), found)
    if found := _YEAR_LAST.fullmatch(text):
        return _with_clock(_calendar_day(found["day"], _order_of(found["day"], order)), found)
    raise ValueError(text)


def _order_of(day: str, order: DateOrder) -> DateOrder:
    if "." in day:
        return "dmy"  # wherever dates are written with dots and the year last
    if order:
        return order
    if not possible_orders(day):
        raise ValueError(day)
    raise Unusable(
        f"{day!r} does not say which number is the day and which the month",
        hint='set date_order = "dmy" or "mdy" under [intake] in qa.toml',
    )


def _calendar_day(text: str, order: DateOrder) -> date:
    numbers = dict(zip(order, map(int, re.split(r"[-/._]", text)), strict=True))
    year = numbers["y"] + (2000 if numbers["y"] < 100 else 0)
    return date(year, numbers["m"], numbers["d"])


def _with_clock(day: date, found: re.Match[str]) -> datetime:
    hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
    if half := found["half"]:
        if not 1 <= hour <= 12:
            raise ValueError(hour)
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    return datetime(day.year, day.month, day.day, hour, minute, second)  # noqa: DTZ001 - as above


@lru_cache(maxsize=4096)
def possible_orders(day: str) -> frozenset[DateOrder]:
    """The orders in which a day such as 25/12/2026 is a day of the calendar."""
    return frozenset(order for order in _ORDERS if _is_day(day, order))


def _is_day(day: str, order: DateOrder) -> bool:
    if order == "ymd" and len(day) - max(map(day.rfind, "/-.")) > 3:
        return False  # the last number has four digits, so it is the year
    try:
        return bool(_calendar_day(day, order))
    except ValueError:
        return False


def proven_order(texts: Iterable[str]) -> DateOrder:
    """The only order that fits all dates of one column; empty where two fit, or none."""
    possible = frozenset(_ORDERS)
    for text in texts:
        found = _YEAR_LAST.match(text.lstrip())
        if found and "." not in found["day"]:
            # a day that is in no calendar says nothing about the others
            possible &= possible_orders(found["day"]) or possible
    return next(iter(possible)) if len(possible) == 1 else ""
