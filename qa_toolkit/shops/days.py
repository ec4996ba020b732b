"""Days and windows in words: no country reads them as others."""

from datetime import datetime, tzinfo

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day_shown(moment: datetime) -> str:
    """`Tuesday, 10 Nov 2026`."""
    return f"{_DAYS[moment.weekday()]}, {moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def window_shown(opens_at: datetime, closes_at: datetime, zone: tzinfo) -> str:
    """`Tuesday, 10 Nov 2026, 09:00 to 18:00`, by the clock of a zone."""
    first, last = opens_at.astimezone(zone), closes_at.astimezone(zone)
    next_day = "" if first.date() == last.date() else f"{day_shown(last)}, "
    return f"{day_shown(first)}, {first:%H:%M} to {next_day}{last:%H:%M}"
