"""When something is due: the words of a time against the clock of the moment they were said.

A day that is named lasts until 23:59, a working day included: nothing is overdue before the day
is over. Working days leave out Saturday and Sunday; public holidays are not known.
"""

import re
from datetime import UTC, date, datetime, time, timedelta

from qa_toolkit.domain.commitment import Due, Sureness
from qa_toolkit.scoring.commitments.atoms import Atom
from qa_toolkit.scoring.commitments.days import Days, add_business_days, add_months, days_of
from qa_toolkit.scoring.commitments.hours import LAST_MINUTE, Hours, clock_time, part_of_day
from qa_toolkit.scoring.commitments.numbers import amount
from qa_toolkit.scoring.commitments.times import TimeWords

_DAY_KINDS = frozenset(["date", "nth", "day", "period"])
_CLOCK_KINDS = frozenset(["clock", "bare"])
_DEADLINES = frozenset(["by", "before", "no later than", "within"])
_UNIT = re.compile(
    r"[ -]?(?:working|business|calendar|full|week)?[ -]?\b(?P<unit>min|hour|hr|day|week|fortnight|month)"
)
_HALF_AN_HOUR = timedelta(minutes=30)
_ABSOLUTE = {
    "min": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "hr": timedelta(hours=1),
}
_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14}
_ANY_CLOCK = datetime(2000, 1, 3, 12, tzinfo=UTC)


def due_of(words: TimeWords, said_at: datetime | None) -> tuple[Sureness, Due | None]:
    """How surely the words say when, and when that is.

    Args:
        words: a time, as `times_in` finds it.
        said_at: the moment it was said, with time zone; None gives no time but still says how
            sure one would be.
    """
    if words.kinds <= {"vague"} or words.of_an_event:
        return Sureness.VAGUE, None
    clock = said_at or _ANY_CLOCK
    try:
        about, due = _resolve(words, clock)
    except (ValueError, OverflowError):
        return Sureness.ABOUT, None  # a day that no calendar has
    if due is None:
        return Sureness.ABOUT if about else Sureness.VAGUE, None
    if due.latest < clock:
        return Sureness.ABOUT, None  # a date that was over when it was said
    sure = Sureness.ABOUT if about or words.other_zone else Sureness.EXACT
    return sure, None if said_at is None else due


def _resolve(words: TimeWords, said_at: datetime) -> tuple[bool, Due | None]:
    spans = [atom.text for atom in words.atoms if atom.kind == "span"]
    if spans:
        return _length(spans[-1], said_at)
    dated = [
        (atom, known)
        for atom in words.atoms
        if atom.kind in _DAY_KINDS and (known := days_of(atom, said_at.date()))
    ]
    hours = _hours(words.atoms)
    if words.kinds & _DAY_KINDS and not dated:
        return True, None  # 03/04 is a day, but nobody can tell which
    if not dated and hours is None:
        return False, None
    first, last, about = _days(dated) if dated else _next(hours, said_at)
    earliest = _at(first, hours[0] if hours else 0, said_at)
    latest = _at(last, hours[1] if hours else LAST_MINUTE, said_at)
    if words.lead == "after" and hours:
        latest, about = _at(last, LAST_MINUTE, said_at), True
    if words.lead == "before" or words.atoms[0].text.startswith("before"):
        latest = earliest if hours else earliest - timedelta(minutes=1)
    if words.lead in _DEADLINES or earliest < said_at:
        earliest = said_at
    about = about or bool(hours and hours[2])
    return about, Due(earliest=min(earliest, latest), latest=latest)


def _days(dated: list[tuple[Atom, Days]]) -> Days:
    """A date weighs more than the weekday beside it; of several days, from the first to the last."""
    named = [known for atom, known in dated if atom.kind == "date"]
    if not named:
        # "end of day tomorrow": the period says the hour, the day says which
        skip = len(dated) > 1 and dated[0][0].kind == "period"
        named = [known for _, known in dated[skip:]]
    return min(d[0] for d in named), max(d[1] for d in named), any(d[2] for d in named)


def _hours(atoms: tuple[Atom, ...]) -> Hours | None:
    part = next((known for atom in atoms if (known := part_of_day(atom.text))), None)
    clocks = [
        known
        for atom in atoms
        if atom.kind in _CLOCK_KINDS and (known := clock_time(atom, part)) is not None
    ]
    if not clocks:
        return part
    return clocks[0][0], max(known[1] for known in clocks), any(known[2] for known in clocks)


def _next(hours: Hours | None, said_at: datetime) -> Days:
    """Today, or tomorrow where the hours named are over today."""
    over = hours is not None and _at(said_at.date(), hours[1], said_at) < said_at
    day = said_at.date() + timedelta(days=1 if over else 0)
    return day, day, over


def _length(text: str, said_at: datetime) -> tuple[bool, Due | None]:
    before, unit, _ = _UNIT.split(text, maxsplit=1)
    working = "business" in text or "working" in text
    if text.startswith("half"):
        return True, Due(earliest=said_at, latest=_later(said_at, _HALF_AN_HOUR))
    count = amount(before)
    if step := _ABSOLUTE.get(unit):
        if working:
            return False, None  # nobody knows whose office hours
        low, high = _later(said_at, count.low * step), _later(said_at, count.high * step)
    else:
        today = said_at.date()
        low = _at(_days_later(today, count.low, unit, working=working), 0, said_at)
        high = _at(_days_later(today, count.high, unit, working=working), LAST_MINUTE, said_at)
    ranged = count.low != count.high and not count.loose
    return count.loose, Due(earliest=low if ranged else said_at, latest=high)


def _days_later(day: date, count: int, unit: str, *, working: bool) -> date:
    if working and unit == "day":
        return add_business_days(day, count)
    if unit == "month":
        return add_months(day, count)
    return day + timedelta(days=count * _DAYS_OF[unit])


def _later(moment: datetime, step: timedelta) -> datetime:
    """So much later on a stop watch, whatever the clocks do in between."""
    return (moment.astimezone(UTC) + step).astimezone(moment.tzinfo)


def _at(day: date, minute: int, said_at: datetime) -> datetime:
    """A wall-clock time in the zone of `said_at`; one that a change of clocks skips moves on."""
    hour, minute = divmod(minute, 60)
    wall = datetime.combine(day, time(hour, minute), tzinfo=said_at.tzinfo)
    return wall.astimezone(UTC).astimezone(said_at.tzinfo)
