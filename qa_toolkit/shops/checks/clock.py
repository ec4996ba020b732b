"""Moments and spans as findings say them."""

from datetime import datetime, tzinfo

from qa_toolkit.domain.wording import counted


def shown(at: datetime, zone: tzinfo) -> str:
    """A moment by a location's clock: `2026-11-10 10:00:20`."""
    return f"{at.astimezone(zone):%Y-%m-%d %H:%M:%S}"


def span(seconds: float) -> str:
    """A span of time in words: `20 seconds`, `5 minutes`, `1 hour 40 minutes`."""
    whole = round(abs(seconds))
    if whole < 100:
        return counted(whole, "second")
    if whole < 6_000:
        return counted(round(whole / 60), "minute")
    hours, rest = divmod(round(whole / 60), 60)
    if hours >= 48:
        return counted(round(hours / 24), "day")
    return counted(hours, "hour") + (f" {counted(rest, 'minute')}" if rest else "")
