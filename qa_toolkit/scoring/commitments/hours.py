"""Which time of a day the words of a time name, in minutes after midnight."""

import re

from qa_toolkit.scoring.commitments.atoms import Atom
from qa_toolkit.scoring.commitments.numbers import amount

LAST_MINUTE = 24 * 60 - 1
"""A day that is named as such lasts until 23:59."""
_PARTS = (
    ("first thing", 8 * 60, 10 * 60),
    ("morning", 6 * 60, 12 * 60),
    ("afternoon", 12 * 60, 18 * 60),
    ("evening", 18 * 60, 22 * 60),
    ("midnight", LAST_MINUTE, LAST_MINUTE),
    ("tonight", 18 * 60, LAST_MINUTE),
    ("night", 20 * 60, LAST_MINUTE),
    ("noon", 12 * 60, 12 * 60),
    ("midday", 12 * 60, 12 * 60),
    ("lunch", 12 * 60, 14 * 60),
    ("close of", 18 * 60, 18 * 60),
    ("cob", 18 * 60, 18 * 60),
)
"""Conventions; "afternoon" stands before "noon", which it ends with."""
_POINTS = frozenset({"noon", "midday"})
_TIME = re.compile(r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?")
_HALF = re.compile(r"([ap])\.?m\b\.?")
_WORKDAY_STARTS = 8

Hours = tuple[int, int, bool]
"""First minute, last minute, and whether a convention of ours decides which."""


def part_of_day(text: str) -> Hours | None:
    """The hours of "morning", "noon", "close of business" and the like; None for other words."""
    for name, first, last in _PARTS:
        if name in text:
            return first, last, name not in _POINTS
    return None


def clock_time(atom: Atom, part: Hours | None) -> Hours | None:
    """The minutes that a clock atom names; None when no clock shows them.

    A time without am or pm is taken for waking hours, or for the part of the day named with it.
    """
    ranged = re.split(r" ?(?:-|–|\bto\b|\band\b) ?", atom.text)
    if len(ranged) == 2 and "quarter" not in atom.text:
        half = _HALF.search(ranged[1])
        first, last = (
            _minutes(piece if half is None or _HALF.search(piece) else piece + half[0], part)
            for piece in ranged
        )
        return None if first is None or last is None else (first[0], max(first[0], last[0]), True)
    said = _minutes(atom.text, part)
    return None if said is None else (said[0], said[0], said[1])


def _minutes(text: str, part: Hours | None) -> tuple[int, bool] | None:
    found = _TIME.search(text)
    if found:
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
    else:
        words = re.sub(r"half past|quarter (?:past|to)|o'?clock|[ap]\.?m\.?$", "", text).strip()
        hour, minute = amount(words).high, 0
    if "half past" in text:
        minute = 30
    elif "quarter" in text:
        minute, hour = (15, hour) if "past" in text else (45, hour - 1)
    if half := _HALF.search(text):
        if not 1 <= hour <= 12:
            return None
        return (hour % 12 + (12 if half[1] == "p" else 0)) * 60 + minute, False
    if not 0 <= hour <= 23 or minute > 59:
        return None
    if hour > 12 or re.match(r"0\d:", text):
        return hour * 60 + minute, False
    late = part[0] >= 12 * 60 if part else hour < _WORKDAY_STARTS
    return (hour % 12 + (12 if late or (hour == 12 and not part) else 0)) * 60 + minute, True
