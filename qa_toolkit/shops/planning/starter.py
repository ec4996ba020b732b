"""A first plan: a whole file that draws at once, with a word on each key, to be written over."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from json import dumps

from qa_toolkit.domain.shop.plan import Location

_PLAIN = re.compile(r"[A-Za-z]\w*(?:[ /._-]\w+)*", re.ASCII)
_VALUES = ("null", "true", "false")
_DAYS = timedelta(days=25)
"""From a Monday to the Friday three weeks behind it."""
_WEEK = timedelta(days=7)
_HEAD = """\
# Who goes where on which day: drawn by qa shop plan {file}
format: 1
# stays as it is once the plan was drawn: shops are kept under it
id: {name}
title: {title}
# the clock of all locations that name none
timezone: {timezone}
from: {start}
to: {end}
# days without any shop, single or [first, last]
# blackout: [{holiday}]
currency: EUR

rules:
  # the same shopper returns to a location so many days later at the soonest
  days_before_return: 14
  # shops of one shopper in this plan, and on one day
  most_per_shopper: 6
  most_per_day: 2
  # two shops of a location are so many days apart, by whomever
  days_between: 2

# what is wanted: shops of a scenario at each location, or at those that are named
orders:
"""
_ORDER = """\
  - scenario: {scenario}
    each: 1
    # locations: [{location}]
    # for a final shop, and paid back at most
    fee: 15
    most_expenses: 10
"""
_LOCATIONS = """\

# where: shops, queues of calls or chats, or single agents
locations:
"""
_STARTS = """\
  - id: north
    name: North
    kind: location
    address: 1 North Street
    # without hours, it is open at every hour
    hours:
      mon: {from: "09:00", to: "18:00"}
      tue: {from: "09:00", to: "18:00"}
      wed: {from: "09:00", to: "18:00"}
      thu: {from: "09:00", to: "18:00"}
      fri: {from: "09:00", to: "17:00"}
    # names that may be met there, as the checks of logs know them
    staff: [Nana Osei, Bea Kline]
  - id: south
    name: South
    address: 2 South Street
"""
_PEOPLE = """\

# who is sent; what a scenario's persona asks for stands in their profile
shoppers:
  - id: maya
    name: Maya Lind
    profile: {{age: 34, language: [en]}}
    # days without shops, locations with a conflict, shops at most
    # away: [{holiday}]
    # not_at: [{location}]
    # most: 4
  - id: tom
    name: Tom Reed
    profile: {{age: 61, language: [en]}}

# who checks logs, and who plans, releases, pays and cancels
editors: [{{id: mo, name: Mo Berg}}]
managers: [{{id: kim, name: Kim Lee}}]
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What a first plan begins from.

    Attributes:
        name: its id.
        today: it begins on the next Monday.
        timezone: IANA name.
        scenarios: files as its orders name them.
        locations: those there are; none: two to be written over.
    """

    name: str
    today: date
    timezone: str
    scenarios: Sequence[str]
    locations: Sequence[Location] = ()


def starter(start: Start) -> str:
    """The text of a plan's file."""
    monday = start.today + _WEEK - timedelta(days=start.today.weekday())
    first = start.locations[0].id if start.locations else "north"
    said = {
        "file": f"{start.name}.yaml",
        "name": _quoted(start.name),
        "title": _quoted(start.name.replace("_", " ").replace("-", " ").capitalize()),
        "timezone": _quoted(start.timezone),
        "start": monday,
        "end": monday + _DAYS,
        "holiday": monday + _WEEK,
        "location": first,
    }
    orders = (_ORDER.format(scenario=_quoted(one), location=first) for one in start.scenarios)
    places = "".join(_rows(start.locations)) or _STARTS
    return _HEAD.format(**said) + "".join(orders) + _LOCATIONS + places + _PEOPLE.format(**said)


def _rows(locations: Iterable[Location]) -> Iterable[str]:
    """Locations as they stand in a plan, without what is as it is by default."""
    for one in locations:
        yield f"  - id: {_quoted(one.id)}\n"
        for key in ("name", "kind", "address", "timezone", "team"):
            if key in one.model_fields_set:
                yield f"    {key}: {_quoted(getattr(one, key))}\n"
        if one.hours:
            yield "    hours:\n"
        for day, hours in one.hours.items():
            yield f'      {day}: {{from: "{hours.start:%H:%M}", to: "{hours.end:%H:%M}"}}\n'
        if one.staff:
            yield f"    staff: [{', '.join(map(_quoted, one.staff))}]\n"


def _quoted(text: str) -> str:
    """Text in the quotation marks of JSON, which YAML reads alike; plain words without."""
    plain = _PLAIN.fullmatch(text) and text.casefold() not in _VALUES
    return text if plain else dumps(text, ensure_ascii=False)
