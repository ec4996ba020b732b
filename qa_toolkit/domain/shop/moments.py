"""Moments as they are kept: with their distance from UTC, and not the name of a place."""

from datetime import datetime, timedelta, timezone


def with_offset(moment: datetime) -> datetime:
    """The same moment with its distance from UTC alone.

    Python subtracts and compares two moments of one place by the hands of its clock, which is an
    hour wrong where the clock was changed in between.
    """
    return moment.replace(tzinfo=timezone(moment.utcoffset() or timedelta()), fold=0)
