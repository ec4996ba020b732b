"""Assignments as an iCalendar file (RFC 5545), for the calendar of a shopper or a planner.

A calendar lies open on desks and telephones, so nothing in it says what the appointment is for:
the entry is called after the location, its class is private, and a title of a scenario that would
give the purpose away is left out. The brief says the rest.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, Todo

from qa_toolkit.domain.shop.plan import Assignment, Location

_GIVES_AWAY = re.compile(
    r"\b(mystery|secret|undercover|staged?|shoppers?|shopping|test\w*|audit\w*|evaluat\w*)\b",
    re.IGNORECASE,
)
_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One assignment with what a calendar shows of it.

    Attributes:
        title: of the scenario.
        submit_hours: until when the log is due, counted from the last moment to begin.
        timezone: IANA name, of the location.
        shopper: name to show beside the location; empty in a shopper's own calendar.
        cancelled: event and task stay in the file, so that calendars strike them out.
    """

    assignment: Assignment
    location: Location
    title: str
    submit_hours: int
    timezone: str
    shopper: str = ""
    cancelled: bool = False


def calendar(entries: Sequence[Entry], stamp: datetime) -> bytes:
    """An iCalendar file: for each assignment an event with an alarm the day before, and a task.

    The event lasts from the first to the last moment to begin, by the clock of the location; the
    task is due when the log is. UIDs stay the same over exports, so that importing again corrects
    what was imported before.

    Args:
        entries: in any order.
        stamp: the moment of the export, with time zone.
    """
    made = Calendar()
    made.add("prodid", "-//qa-toolkit//plan//EN")
    made.add("version", "2.0")
    ordered = sorted(entries, key=lambda one: (one.assignment.day, one.assignment.id))
    for zone in _zones(ordered):
        made.add_component(zone)
    for entry in ordered:
        made.add_component(_event(entry, stamp))
        made.add_component(_task(entry, stamp))
    return bytes(made.to_ical())


def _zones(entries: Sequence[Entry]) -> Iterable[Timezone]:
    if not entries:
        return ()
    first = min(one.assignment.day for one in entries) - _YEAR
    last = max(one.assignment.day for one in entries) + _YEAR
    names = sorted({one.timezone for one in entries})
    return (Timezone.from_tzid(name, first_date=first, last_date=last) for name in names)


def _event(entry: Entry, stamp: datetime) -> Event:
    assignment, zone = entry.assignment, ZoneInfo(entry.timezone)
    event = Event()
    event.add("uid", _uid(assignment))
    event.add("dtstamp", stamp.astimezone(UTC))
    event.add("dtstart", assignment.opens_at.astimezone(zone))
    event.add("dtend", assignment.closes_at.astimezone(zone))
    event.add("summary", _summary(entry))
    event.add("description", _description(entry))
    if entry.location.address:
        event.add("location", entry.location.address)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")  # a span to begin in, not hours that are taken
    if not entry.cancelled:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", _summary(entry))
        alarm.add("trigger", -timedelta(days=1))
        event.add_component(alarm)
    return event


def _task(entry: Entry, stamp: datetime) -> Todo:
    due = entry.assignment.closes_at + timedelta(hours=entry.submit_hours)
    task = Todo()
    task.add("uid", f"notes-{_uid(entry.assignment)}")
    task.add("dtstamp", stamp.astimezone(UTC))
    task.add("due", due.astimezone(ZoneInfo(entry.timezone)))
    task.add("summary", f"Notes: {_summary(entry)}")
    task.add("description", _description(entry))
    task.add("class", "PRIVATE")
    if entry.cancelled:
        task.add("status", "CANCELLED")
    return task


def _summary(entry: Entry) -> str:
    name = entry.location.shown
    return f"{name} – {entry.shopper}" if entry.shopper else name


def _description(entry: Entry) -> str:
    said = "" if _GIVES_AWAY.search(entry.title) else f": {entry.title}"
    return f"{entry.assignment.id}{said}"


def _uid(assignment: Assignment) -> str:
    return f"{assignment.id}.{assignment.plan}@qa-toolkit"
