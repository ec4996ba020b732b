"""Locations as they stand in somebody's list, row by row, for a plan to begin from."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from itertools import chain
from typing import get_args

from pydantic import ValidationError

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.said import printable
from qa_toolkit.domain.shop.plan import Location
from qa_toolkit.domain.shop.scenario import WEEKDAYS
from qa_toolkit.shops.planning.hours import zone_of

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "location_id", "store_id", "branch_id", "code"),
    "name": ("name", "location", "location_name", "store", "store_name", "branch", "branch_name"),
    "kind": ("kind",),
    "address": ("address", "phone", "telephone"),
    "timezone": ("timezone", "time_zone"),
    "team": ("team", "region", "area"),
    "staff": ("staff", "roster"),
} | {
    day: (day, long)
    for day, long in zip(
        WEEKDAYS,
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
        strict=True,
    )
}
"""What columns may be called, in small letters with `_` between words, by what they give."""
_LONGEST_ID = 70
_TEXTS = ("name", "address", "team")
_KINDS: tuple[str, ...] = get_args(Location.model_fields["kind"].annotation)
_CLOSED = ("", "-", "–", "closed")
_HOURS = re.compile(r"(\d{1,2}:\d{2}) ?(?:-|–|to) ?(\d{1,2}:\d{2})", re.ASCII)
_NO_NAME = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Listed:
    """A row of a list: its number in the file, from 1, and its cells by what they give."""

    line: int
    cells: Mapping[str, str]


def locations_of(rows: Iterable[Listed], source: str) -> tuple[list[Location], list[Problem]]:
    """The locations of a list, and all that is wrong with its rows.

    A location without an id gets one from its name. Where a list has columns for days of the week,
    an empty cell means closed, and a row without any hours is open at every hour.
    """
    found: dict[str, Location] = {}
    problems: list[Problem] = []
    for row in rows:
        cells = {name: " ".join(printable(text).split()) for name, text in row.cells.items()}
        wrong = [*_wrong(cells)]
        name = cells.get("id", "") or _made_id(cells.get("name", ""), found)
        if not name:
            wrong.append("the location has neither an id nor a name")
        elif name in found:
            wrong.append(f"the id '{name}' stands twice in the list")
        if not wrong:
            try:
                found[name] = Location.model_validate(_values(name, cells))
            except ValidationError as error:
                wrong = [
                    f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()
                ]
        problems += [Problem(source=source, line=row.line, message=one) for one in wrong]
    return list(found.values()), problems


def _values(name: str, cells: Mapping[str, str]) -> dict[str, object]:
    """The location as it would stand in a plan; what is empty is left out."""
    values: dict[str, object] = {"id": name}
    values |= {key: cells[key] for key in _TEXTS if cells.get(key) and cells[key] != name}
    if kind := cells.get("kind"):
        values["kind"] = kind.casefold()
    if zone := cells.get("timezone"):
        values["timezone"] = zone
    if staff := cells.get("staff"):
        values["staff"] = [one.strip() for one in re.split("[;,]", staff) if one.strip()]
    hours = {day: _hours(cells.get(day, "")) for day in WEEKDAYS}
    values["hours"] = {day: one for day, one in hours.items() if one}
    return values


def _wrong(cells: Mapping[str, str]) -> Iterable[str]:
    """What cannot be read in a row, in words."""
    kind, zone = cells.get("kind", "").casefold(), cells.get("timezone", "")
    if kind and kind not in _KINDS:
        near = did_you_mean(kind, _KINDS)
        yield f"the kind is one of {', '.join(_KINDS)}, not '{cells['kind']}'{near}"
    if zone and zone_of(zone) is None:
        yield f"there is no time zone '{zone}'; an IANA name, such as Europe/Berlin"
    for day in WEEKDAYS:
        said = cells.get(day, "")
        if said.casefold() not in _CLOSED and _hours(said) is None:
            yield f"{day}: hours are written as 09:00-18:00, not '{said}'"


def _hours(said: str) -> dict[str, str] | None:
    """`09:00-18:00` as a plan writes it; None for what is no span of a day's clock."""
    found = _HOURS.fullmatch(said)
    if found is None:
        return None
    clocks = [one.zfill(5) for one in found.groups()]
    try:
        start, end = map(time.fromisoformat, clocks)
    except ValueError:
        return None
    return {"from": clocks[0], "to": clocks[1]} if start != end else None


def _made_id(name: str, known: Mapping[str, object]) -> str:
    """`High Street` as `high-street`, with a number where that is taken."""
    made = _NO_NAME.sub("-", name.casefold()).strip("-")[:_LONGEST_ID]
    ids = chain([made], (f"{made}-{number}" for number in range(2, len(known) + 3)))
    return next(one for one in ids if one not in known) if made else ""
