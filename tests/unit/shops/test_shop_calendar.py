"""Assignments in a calendar: read back by icalendar, and looked at line by line."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import shop_builders as built
from icalendar import Calendar

from qa_toolkit.domain.shop.plan import Location
from qa_toolkit.shops.calendar import Entry, calendar

STAMP = datetime(2026, 11, 1, 12, 0, tzinfo=UTC)


def location(**values: str) -> Location:
    return Location.model_validate({"id": "north"} | values)


def entry(**changed: Any) -> Entry:
    values: dict[str, Any] = {
        "assignment": built.assignment(),  # 10 November, 8:00 to 17:00 UTC
        "location": location(name="North desk", address="1 High Street, Dunlane"),
        "title": "A lost card, by telephone",
        "submit_hours": 24,
        "timezone": "Europe/Berlin",
    }
    return Entry(**values | changed)


def read(*entries: Entry) -> Any:
    return parsed(calendar(entries, STAMP))


def parsed(content: bytes) -> Any:
    """As icalendar reads it; its properties have too many types to tell them apart here."""
    return Calendar.from_ical(content)


def unfolded(content: bytes) -> list[str]:
    """Lines as RFC 5545 joins them: a line that begins with a blank goes on with the one before."""
    return content.decode().replace("\r\n ", "").split("\r\n")


def test_an_event_lasts_as_long_as_a_shop_may_begin_by_the_clock_of_the_location() -> None:
    (event,) = read(entry()).walk("VEVENT")
    assert event["DTSTART"].params["TZID"] == "Europe/Berlin"
    assert event["DTSTART"].dt.isoformat() == "2026-11-10T09:00:00+01:00"
    assert event["DTEND"].dt.isoformat() == "2026-11-10T18:00:00+01:00"


def test_the_alarm_rings_the_day_before_and_the_task_is_due_with_the_log() -> None:
    made = read(entry())
    (alarm,), (task,) = made.walk("VALARM"), made.walk("VTODO")
    assert alarm["TRIGGER"].dt == -timedelta(days=1)
    assert task["DUE"].dt.isoformat() == "2026-11-11T18:00:00+01:00"


def test_every_zone_is_described_once_and_in_order() -> None:
    zones = ("Europe/Berlin", "Asia/Tokyo", "Europe/Berlin", "America/New_York")
    made = calendar([entry(timezone=one) for one in zones], STAMP)
    told = [one[5:] for one in unfolded(made) if one.startswith("TZID:")]
    assert told == sorted(set(zones))


def test_the_change_of_clocks_is_described() -> None:
    """In Berlin summer time ends on 25 October 2026."""
    assignment = built.assignment(
        day=date(2026, 10, 25),
        opens_at=datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        closes_at=datetime(2026, 10, 25, 8, 0, tzinfo=UTC),
    )
    (event,) = read(entry(assignment=assignment)).walk("VEVENT")
    assert event["DTSTART"].dt.isoformat() == "2026-10-25T02:30:00+02:00"
    assert event["DTEND"].dt.isoformat() == "2026-10-25T09:00:00+01:00"


@pytest.mark.parametrize(
    "title",
    ["Mystery call about a card", "A staged visit", "Secret shopper in the shop", "An audit"],
)
def test_a_title_that_gives_the_purpose_away_is_left_out(title: str) -> None:
    content = calendar([entry(title=title)], STAMP).decode().casefold()
    assert title.casefold() not in content
    assert "mystery" not in content


def test_other_titles_stand_in_the_description() -> None:
    (event,) = read(entry()).walk("VEVENT")
    assert event["DESCRIPTION"] == "autumn-1: A lost card, by telephone"
    assert (event["SUMMARY"], event["CLASS"]) == ("North desk", "PRIVATE")


def test_a_name_is_shown_where_the_calendar_is_not_the_shoppers_own() -> None:
    (event,) = read(entry(shopper="Maya Lind")).walk("VEVENT")
    assert event["SUMMARY"] == "North desk – Maya Lind"


def test_a_cancelled_shop_is_struck_out() -> None:
    made = read(entry(cancelled=True))
    assert [one["STATUS"] for one in made.walk("VEVENT")] == ["CANCELLED"]
    assert [one["STATUS"] for one in made.walk("VTODO")] == ["CANCELLED"]
    assert made.walk("VALARM") == []


@pytest.mark.parametrize(
    "address",
    [
        "Gate 3; Dock 4, back\\side",
        "Zweite Straße " + "ü" * 120,
        "1 Quay\nDunlane",
        "X\r\nEND:VEVENT",
    ],
    ids=["signs", "long", "two lines", "a line that would end the event"],
)
def test_whatever_an_address_holds_is_folded_escaped_and_read_back(address: str) -> None:
    content = calendar([entry(location=location(address=address))], STAMP)
    assert max(len(line) for line in content.split(b"\r\n")) <= 75
    assert b"\n" not in content.replace(b"\r\n", b"")
    (event,) = parsed(content).walk("VEVENT")
    assert event["LOCATION"] == address.replace("\r\n", "\n")


def test_another_export_has_the_same_names_for_the_same_shops() -> None:
    uids = [
        [one for one in unfolded(calendar([entry()], stamp)) if one.startswith("UID:")]
        for stamp in (STAMP, STAMP + timedelta(days=3))
    ]
    assert (
        uids[0]
        == uids[1]
        == ["UID:autumn-1.autumn@qa-toolkit", "UID:notes-autumn-1.autumn@qa-toolkit"]
    )


def test_a_plan_without_shops_is_an_empty_calendar() -> None:
    assert Calendar.from_ical(calendar([], STAMP)).walk("VEVENT") == []
