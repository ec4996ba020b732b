"""Days with their weekday, and windows, in words."""

from datetime import date, datetime, tzinfo

from qa_toolkit.domain.wording import day_shown

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday_shown(day: date) -> str:
    """`Tuesday, 10 Nov 2026`."""
    return f"{_DAYS[day.weekday()]}, {day_shown(day)}"


def window_shown(opens_at: datetime, closes_at: datetime, zone: tzinfo) -> str:
    """`Tuesday, 10 Nov 2026, 09:00 to 18:00`, by the clock of a zone."""
    first, last = opens_at.astimezone(zone), closes_at.astimezone(zone)
    next_day = "" if first.date() == last.date() else f"{weekday_shown(last)}, "
    return f"{weekday_shown(first)}, {first:%H:%M} to {next_day}{last:%H:%M}"
