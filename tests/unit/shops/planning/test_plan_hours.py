"""When a shop may begin: hours of location and scenario, nights, and days on which clocks change."""

from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import shop_builders as build

from qa_toolkit.domain.shop.plan import Location
from qa_toolkit.domain.shop.scenario import WEEKDAYS, Window
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.planning.days import Calendar
from qa_toolkit.shops.planning.hours import opening_on

BERLIN = ZoneInfo("Europe/Berlin")
FRIDAY = date(2026, 11, 6)
Span = tuple[str, str]


def hours(span: Span) -> dict[str, str]:
    return {"from": span[0], "to": span[1]}


def place(opened: dict[str, Span] | Span | None, **more: Any) -> Location:
    """A location; one span is that of every day."""
    days = dict.fromkeys(WEEKDAYS, opened) if isinstance(opened, tuple) else opened or {}
    known = {day: hours(span) for day, span in days.items()}
    return Location.model_validate({"id": "bar", "hours": known, **more})


def window(span: Span | None, **more: Any) -> Window:
    return Window.model_validate({"hours": hours(span) if span else None, **more})


def read(day: date, location: Location, played: Window, **more: Any) -> str | None:
    found = opening_on(day, location, played, BERLIN, **more)
    return None if found is None else f"{found.opens_at:%d. %H:%M} {found.closes_at:%d. %H:%M}"


@pytest.mark.parametrize(
    ("opened", "played", "expected"),
    [
        pytest.param(None, None, "06. 00:00 07. 00:00", id="always"),
        pytest.param(("09:00", "18:00"), None, "06. 09:00 06. 18:00", id="the location's"),
        pytest.param(None, ("10:00", "12:00"), "06. 10:00 06. 12:00", id="the scenario's"),
        pytest.param(
            ("09:00", "18:00"), ("16:00", "20:00"), "06. 16:00 06. 18:00", id="what is common"
        ),
        pytest.param(
            ("09:00", "12:00"), ("12:00", "20:00"), None, id="one ends as the other starts"
        ),
        pytest.param(("18:00", "02:00"), None, "06. 18:00 07. 02:00", id="past midnight"),
        pytest.param(
            ("18:00", "02:00"), ("22:00", "01:00"), "06. 22:00 07. 01:00", id="both past midnight"
        ),
        pytest.param(None, ("22:00", "01:00"), "06. 22:00 07. 01:00", id="a night at a queue"),
        pytest.param(
            ("18:00", "02:00"), ("00:00", "01:00"), "06. 00:00 06. 01:00", id="the night before"
        ),
        pytest.param(
            ("00:00", "04:00"), ("22:00", "02:00"), "06. 00:00 06. 02:00", id="the window before"
        ),
        pytest.param({"sat": ("09:00", "18:00")}, None, None, id="closed that day of the week"),
    ],
)
def test_a_shop_begins_when_the_location_is_open_and_the_scenario_is_played(
    opened: Any, played: Span | None, expected: str | None
) -> None:
    assert read(FRIDAY, place(opened), window(played)) == expected


def test_a_night_ends_at_midnight_before_a_blackout() -> None:
    bar = place(("18:00", "02:00"))
    assert read(FRIDAY, bar, window(None), night=False) == "06. 18:00 07. 00:00"


@pytest.mark.parametrize(("blackout", "closes"), [([], "07. 02:00"), (["2026-11-07"], "07. 00:00")])
def test_the_days_of_a_plan_cut_a_night_that_reaches_into_a_blackout(
    blackout: list[str], closes: str
) -> None:
    bar = place(("18:00", "02:00"))
    calendar = Calendar(file=build.plan_file(blackout=blackout, locations=[bar]))
    friday = calendar.days(bar, window(None)).openings[calendar.number(FRIDAY)]
    assert f"{friday.closes_at:%d. %H:%M}" == closes


def test_a_closed_day_has_no_night_that_reaches_into_the_next() -> None:
    bar = place(("18:00", "02:00"), closed=["2026-11-05"])
    assert read(FRIDAY, bar, window(("00:00", "01:00"))) is None


@pytest.mark.parametrize(
    ("day", "span", "expected"),
    [
        pytest.param("2026-03-29", ("01:00", "02:30"), "00:00 00:30", id="an end that is skipped"),
        pytest.param("2026-03-29", ("02:30", "04:00"), "01:30 02:00", id="a start that is skipped"),
        pytest.param("2026-03-29", ("02:00", "03:00"), None, id="an hour that does not exist"),
        pytest.param(
            "2026-10-25", ("02:30", "04:00"), "01:30 03:00", id="a start that comes twice"
        ),
        pytest.param("2026-10-25", ("01:00", "02:30"), "23:00 00:30", id="an end that comes twice"),
        pytest.param("2026-10-25", ("02:10", "02:50"), None, id="both come twice"),
    ],
)
def test_where_clocks_change_the_shorter_reading_counts(
    day: str, span: Span, expected: str | None
) -> None:
    found = opening_on(date.fromisoformat(day), place(None), window(span), BERLIN)
    told = found and " ".join(
        f"{one.astimezone(UTC):%H:%M}" for one in (found.opens_at, found.closes_at)
    )
    assert told == expected


def test_a_moment_is_equal_to_itself_after_it_was_written_and_read() -> None:
    """In the hour that comes twice, a moment with a zone would not be equal to one with an offset."""
    found = opening_on(date(2026, 10, 25), place(None), window(("02:30", "04:00")), BERLIN)
    assert found is not None
    assert datetime.fromisoformat(found.opens_at.isoformat()) == found.opens_at


@pytest.mark.parametrize(
    ("zone", "told"),
    [
        pytest.param("", "unknown time zone 'Mars/Olympus' of the plan 'autumn'", id="the plan's"),
        pytest.param("Mars/Pavonis", "of location 'bar' in the plan 'autumn'", id="its own"),
    ],
)
def test_a_time_zone_that_this_machine_does_not_know_is_blamed_on_the_plan(
    zone: str, told: str
) -> None:
    """Drawn elsewhere, where it was known; qa.toml has nothing to do with it."""
    file = build.plan_file(timezone="Mars/Olympus")
    with pytest.raises(UsageError, match=told) as error:
        Calendar(file).days(place(None, timezone=zone), Window())
    assert "intake" not in f"{error.value} {error.value.hint}"
