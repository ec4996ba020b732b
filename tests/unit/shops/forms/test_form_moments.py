"""Times as people write them, by the clock of the place."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from qa_toolkit.shops.forms.cell_times import said_in
from qa_toolkit.shops.forms.moments import Clock, written
from qa_toolkit.workbooks.plain import Unclear

BERLIN = ZoneInfo("Europe/Berlin")
CLOCK = Clock(day=date(2026, 11, 10), zone=BERLIN)
FIRST = datetime.fromisoformat("2026-11-10T23:58:00+01:00")


def meant(text: str, first: datetime | None = None, clock: Clock = CLOCK) -> str:
    return clock.moment(written(text), first)[0].isoformat()


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("14:05", "2026-11-10T14:05:00+01:00"),
        ("14:05:10", "2026-11-10T14:05:10+01:00"),
        ("9:05:10.25", "2026-11-10T09:05:10.250000+01:00"),
        ("2:05 pm", "2026-11-10T14:05:00+01:00"),
        ("12:05 a.m.", "2026-11-10T00:05:00+01:00"),
        ("2026-07-01 14:05", "2026-07-01T14:05:00+02:00"),
        ("2026-11-10T14:05:10-05:00", "2026-11-10T14:05:10-05:00"),
        ("2026-11-10 13:05Z", "2026-11-10T13:05:00+00:00"),
    ],
)
def test_a_time_is_read_in_all_plain_forms(text: str, moment: str) -> None:
    assert meant(text) == moment


@pytest.mark.parametrize(
    "text", ["14", "25:00", "14:60", "13:00 pm", "noon", "2026-02-30 14:05", "9999-12-31 23:59"]
)
def test_what_is_no_time_is_told(text: str) -> None:
    with pytest.raises(Unclear, match="is no time"):
        written(text)


def test_a_time_before_the_first_is_past_midnight() -> None:
    moment, is_later = CLOCK.moment(written("00:03"), FIRST)
    assert (moment.isoformat(), is_later) == ("2026-11-11T00:03:00+01:00", True)


def test_a_time_long_before_the_first_is_a_slip() -> None:
    with pytest.raises(Unclear, match="22:58:00 lies before the first time of the form, 23:58:00"):
        CLOCK.moment(written("22:58"), FIRST)


def test_a_time_that_the_clock_never_showed_is_told() -> None:
    clock = Clock(day=date(2026, 3, 29), zone=BERLIN)
    with pytest.raises(Unclear, match="the clock never showed 2026-03-29 02:30:00") as caught:
        clock.moment(written("02:30"), None)
    assert caught.value.hint == "if that is meant, write 03:30:00"


def test_a_time_that_the_clock_showed_twice_goes_on_from_the_first() -> None:
    """The clocks went back from 03:00 to 02:00 between the two."""
    clock = Clock(day=date(2026, 10, 25), zone=BERLIN)
    first = datetime.fromisoformat("2026-10-25T02:50:00+02:00")
    assert meant("02:10", first, clock) == "2026-10-25T02:10:00+01:00"


def test_of_two_equal_times_the_one_behind_the_last_is_meant() -> None:
    """Started at 02:10 and answered at 02:50 before the clocks went back, ended at 02:20 after."""
    clock = Clock(day=date(2026, 10, 25), zone=BERLIN)
    start, answered = (datetime.fromisoformat(f"2026-10-25T02:{at}:00+02:00") for at in (10, 50))
    moment, _ = clock.moment(written("02:20"), start, answered)
    assert moment.isoformat() == "2026-10-25T02:20:00+01:00"


def test_a_first_time_past_midnight_is_within_the_window_of_the_night() -> None:
    window = (datetime(2026, 11, 10, 21, tzinfo=UTC), datetime(2026, 11, 11, 1, tzinfo=UTC))
    clock = Clock(day=date(2026, 11, 10), zone=BERLIN, window=window)
    assert meant("00:30", None, clock) == "2026-11-11T00:30:00+01:00"
    assert meant("22:30", None, clock) == "2026-11-10T22:30:00+01:00"


def test_a_moment_that_the_clock_showed_twice_is_written_with_its_offset() -> None:
    later = datetime.fromisoformat("2026-10-25T01:10:00+00:00")
    assert CLOCK.shown(later) == "2026-10-25 02:10:00+01:00"
    assert CLOCK.shown(FIRST) == "2026-11-10 23:58:00"


def test_spans_across_a_change_of_the_clock_are_true() -> None:
    clock = Clock(day=date(2026, 10, 25), zone=BERLIN)
    start = clock.moment(written("01:30"), None)[0]
    end = clock.moment(written("03:30"), start)[0]
    assert (end - start).total_seconds() == 3 * 3600


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        pytest.param(0.5868055555555556, "14:05:00", id="a share of a day"),
        pytest.param(0.0, "00:00:00", id="midnight"),
        pytest.param(46336.58690972222, "2026-11-10 14:05:09", id="a day with a share"),
        pytest.param("14:05", "14:05:00", id="text"),
        pytest.param("2026-11-10T14:05:09", "2026-11-10 14:05:09", id="text with a day"),
    ],
)
def test_a_cell_tells_a_time_as_any_program_keeps_it(value: float | str, shown: str) -> None:
    said = said_in(value)
    assert said is not None
    assert f"{said.day or ''} {said.at}".strip() == shown


def test_days_may_be_counted_from_1904() -> None:
    said = said_in(46336.5 - 1462, from_1904=True)
    assert said is not None
    assert said.day == date(2026, 11, 10)


@pytest.mark.parametrize("value", [14.0, 14.05, -0.1, True, 1e9])
def test_a_number_that_is_no_time_is_told(value: float) -> None:
    with pytest.raises(Unclear, match="is no time"):
        said_in(value)


def test_an_empty_cell_is_no_time() -> None:
    assert said_in(None) is None
