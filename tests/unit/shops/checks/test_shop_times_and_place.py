"""Times that cannot be, places and hours, deadlines."""

from dataclasses import replace
from typing import Any

import pytest
import shop_check_examples as examples

from qa_toolkit.shops.checks.run import findings_of

LATE = {"from": "22:00", "to": "02:00"}
PAST_MIDNIGHT = {
    "start": "2026-11-11 00:30:00",
    "answered": "2026-11-11 00:31:00",
    "end": "2026-11-11 00:35:00",
}


def _codes(**changed: Any) -> list[str]:
    return [code for code in examples.codes(**changed) if code.startswith("M4")]


def test_a_shop_past_midnight_is_no_trouble() -> None:
    times = {
        "start": "2026-11-10 23:58:00",
        "answered": "2026-11-10 23:59:00",
        "end": "2026-11-11 00:05:00",
    }
    codes = _codes(times=times, now="2026-11-11 08:00", place={"hours": {"tue": LATE}})
    assert codes == ["M406"]


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        ({"tue": LATE}, False),
        ({"wed": LATE}, True),
        ({"wed": {"from": "00:00", "to": "06:00"}}, False),
        ({}, False),
    ],
    ids=["the night before", "the night after", "early opening", "no hours known"],
)
def test_hours_past_midnight_belong_to_the_day_they_begin(hours: Any, *, told: bool) -> None:
    codes = _codes(times=PAST_MIDNIGHT, now="2026-11-11 08:00", place={"hours": hours})
    assert ("M407" in codes) is told


@pytest.mark.parametrize(
    "changed",
    [
        {"place": {"closed": ["2026-11-10"]}},
        {"place": {"closed": [["2026-11-09", "2026-11-12"]]}},
        {"plan": {"blackout": ["2026-11-10"]}},
    ],
    ids=["closed day", "closed week", "blackout"],
)
def test_closed_days_and_blackouts_are_told(changed: dict[str, Any]) -> None:
    assert _codes(**changed) == ["M407"]


def test_the_end_of_summer_time_is_only_an_info() -> None:
    times = {
        "start": "2026-10-25T02:50:00+02:00",
        "answered": "2026-10-25T02:50:30+02:00",
        "end": "2026-10-25T02:10:00+01:00",
    }
    codes = _codes(times=times, answers={"welcome.wait": 30}, now="2026-10-25 08:00")
    assert codes == ["M404", "M406"]


@pytest.mark.parametrize(
    ("times", "code"),
    [
        ({"start": "10:00:00", "answered": "09:59:00", "end": "10:05:00"}, "M401"),
        ({"start": "10:00:00", "answered": "10:00:20", "end": "09:55:00"}, "M401"),
        (
            {"start": "10:00:00", "answered": "10:00:20", "resumed": "10:02:00", "end": "10:05:00"},
            "M402",
        ),
        (
            {"start": "10:00:00", "answered": "10:00:20", "hold": "10:06:00", "end": "10:05:00"},
            "M401",
        ),
        ({"end": "10:05:00", "start": "10:00:00", "answered": "10:00:20"}, ""),
        ({"start": "10:00:00", "answered": "10:00:00", "end": "10:00:00"}, ""),
        ({}, ""),
        ({"answered": "10:00:20"}, ""),
    ],
)
def test_times_that_do_not_add_up_are_told(times: dict[str, str], code: str) -> None:
    assert (_codes(times=times)[:1] or [""])[0] == code


@pytest.mark.parametrize(
    ("begun", "told"),
    [("08:59:59", True), ("09:00:00", False), ("17:59:59", False), ("18:00:00", True)],
)
def test_a_shop_begins_from_the_first_moment_assigned_and_before_the_last(
    begun: str, *, told: bool
) -> None:
    assert ("M406" in _codes(times={"start": begun}, now="2026-11-10 20:00")) is told


@pytest.mark.parametrize(("end", "told"), [("22:00:00", False), ("22:00:01", True)])
def test_twelve_hours_are_the_most(end: str, *, told: bool) -> None:
    times = {"start": "10:00:00", "answered": "10:00:20", "end": end}
    assert ("M403" in _codes(times=times, now="2026-11-11 08:00")) is told


def test_a_clock_exactly_five_minutes_ahead_is_the_last_allowed() -> None:
    assert "M405" not in _codes(now="2026-11-10 10:00:00")
    assert "M405" in _codes(now="2026-11-10 09:59:59")


def test_a_clock_five_minutes_ahead_is_allowed() -> None:
    assert "M405" not in _codes(now="2026-11-10 10:01:00")
    assert "M405" in _codes(now="2026-11-10 09:59:00")


@pytest.mark.parametrize(("now", "told"), [("2026-11-11 10:05", False), ("2026-11-11 10:06", True)])
def test_the_deadline_is_exact(now: str, *, told: bool) -> None:
    assert ("M408" in _codes(now=now)) is told


def test_a_log_that_is_handed_in_again_is_judged_by_its_first_time() -> None:
    late = examples.context({"now": "2026-11-12 12:00"})
    again = replace(late, first_at=examples.NOW)
    told = [{one.code for one in findings_of(context)} for context in (late, again)]
    assert ["M408" in codes for codes in told] == [True, False]


@pytest.mark.parametrize(
    ("location", "told"),
    [("north", False), ("North desk", False), ("NORTH", False), ("", True), ("nort", True)],
)
def test_the_location_is_known_by_its_id_or_name(location: str, *, told: bool) -> None:
    assert ("M409" in _codes(location=location)) is told


def test_a_time_zone_that_does_not_exist_is_taken_as_utc() -> None:
    assert _codes(place={"timezone": "Mars/Olympus"}) == []
