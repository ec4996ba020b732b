"""Which days the words of a time name, on the calendar of the day it was said."""

import calendar
import re
from datetime import date, timedelta

from qa_toolkit.scoring.commitments.atoms import MONTHS, WEEKDAYS, Atom

_NUMBERS = re.compile(r"\d+")
_SATURDAY, _SUNDAY, _FRIDAY = 5, 6, 4
Days = tuple[date, date, bool]
"""First day, last day, and whether a convention of ours decides which."""


def days_of(atom: Atom, today: date) -> Days | None:
    """The days a date, a weekday or a period stands for; None when it is on no calendar.

    Raises:
        ValueError, OverflowError: a day that does not exist, such as 31 April.
    """
    match atom.kind:
        case "date":
            return _date(atom.text, today)
        case "nth":
            return _nth(atom.text, today)
        case "day":
            return _day(atom.text, today)
        case _:
            return _period(atom.text, today)


def add_months(day: date, months: int) -> date:
    """The same day of a later month, or its last day where it is shorter."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def add_business_days(day: date, count: int) -> date:
    """The day `count` days later, Saturdays and Sundays not counted; holidays are not known."""
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < _SATURDAY
    return day


def _date(text: str, today: date) -> Days | None:
    numbers = [int(number) for number in _NUMBERS.findall(text)]
    if "-" in text and len(numbers) == 3:
        return _exactly(date(*numbers))
    if "/" in text:
        first, second, year = numbers
        year += 2000 if year < 100 else 0
        if first > 12 or first == second:
            return _exactly(date(year, second, first))
        # 03/04 is two dates; one of them would be wrong
        return _exactly(date(year, first, second)) if second > 12 else None
    month = next(n for n, name in enumerate(MONTHS, start=1) if re.search(rf"\b{name}", text))
    if len(numbers) > 1:
        return _exactly(date(numbers[1], month, numbers[0]))
    day = date(today.year, month, min(numbers[0], 28))
    year = today.year + (day.replace(day=1) < today.replace(day=1))
    named = date(year, month, numbers[0])
    return _exactly(named if named >= today else date(year + 1, month, numbers[0]))


def _nth(text: str, today: date) -> Days:
    number = int(_NUMBERS.findall(text)[0])
    month = today.replace(day=1)
    if "next month" in text or ("this month" not in text and number < today.day):
        month = add_months(month, 1)
    return _exactly(month.replace(day=number))


def _day(text: str, today: date) -> Days:
    if "after tomorrow" in text:
        return _exactly(today + timedelta(days=2))
    if "tom" in text or "tmrw" in text:
        return _exactly(today + timedelta(days=1))
    if text.endswith(("today", "tonight")):
        return _exactly(today)
    wanted = next(n for n, name in enumerate(WEEKDAYS) if re.search(rf"\b{name}", text))
    ahead = (wanted - today.weekday()) % 7
    if text.startswith("next"):
        # of next week, Monday first; many mean the one that comes first
        day = today + timedelta(days=7 - today.weekday() + wanted)
        return day, day, True
    if ahead == 0 and not text.startswith("this"):
        day = today + timedelta(days=7)  # today would have been called today
        return day, day, True
    return _exactly(today + timedelta(days=ahead))


def _period(text: str, today: date) -> Days:
    monday = today - timedelta(days=today.weekday())
    if (
        any(name in text for name in ("next", "following", "coming week")) and "end of" not in text
    ) or "next" in text:
        monday += timedelta(days=7)
    if "month" in text or text == "eom":
        first = add_months(today.replace(day=1), 1 if "next" in text else 0)
        last = add_months(first, 1) - timedelta(days=1)
        return (last if "end of" in text or text == "eom" else max(first, today)), last, True
    if "weekend" in text:
        saturday = monday + timedelta(days=_SATURDAY)
        return max(saturday, today), saturday + timedelta(days=1), True
    if "week" in text or text == "eow":
        return _week(text, monday, today)
    named = next((name for name in WEEKDAYS if re.search(rf"\b{name}", text)), "")
    if named:
        day, _, _ = _day(named, today)
        return day, day, True
    day = today + timedelta(days=1 if "tomorrow" in text else 0)
    return day, day, True


def _week(text: str, monday: date, today: date) -> Days:
    first, last = monday, monday + timedelta(days=_SUNDAY)
    if "end of" in text or text == "eow":
        friday = monday + timedelta(days=_FRIDAY)
        first = last = friday if friday >= today else last
    elif "early" in text:
        last = monday + timedelta(days=2)
    elif "mid" in text:
        first, last = monday + timedelta(days=2), monday + timedelta(days=3)
    return max(first, today), max(last, today), True


def _exactly(day: date) -> Days:
    return day, day, False
