"""Presses of the stopwatch and times that are typed afterwards."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from interview_builders import interview, typed
from shop_builders import START, assignment, form

from qa_toolkit.domain.shop.log import Mark, ShopLog, measured_s
from qa_toolkit.shops.interview.answers import Wrong
from qa_toolkit.shops.interview.moments import following, moment_at, read_clock
from qa_toolkit.shops.interview.stopwatch import Stopwatch, drift_told
from qa_toolkit.shops.interview.timing import SPACE
from qa_toolkit.shops.interview.typed_times import typed_times

BERLIN = ZoneInfo("Europe/Berlin")
EMPTY = ShopLog(shop="autumn-1", scenario_hash="f0", shopper="maya")


def taken(text: str, log: ShopLog = EMPTY, **changed: object) -> ShopLog:
    typed_log = typed_times(
        form(), log, text, assignment=assignment(**changed), zone=BERLIN, now=START
    )
    assert isinstance(typed_log, ShopLog), typed_log
    return typed_log


def refused(text: str, log: ShopLog = EMPTY) -> str:
    wrong = typed_times(form(), log, text, assignment=assignment(), zone=BERLIN, now=START)
    assert isinstance(wrong, Wrong), wrong
    return wrong.message


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("14:05", time(14, 5)),
        ("14.05.30", time(14, 5, 30)),
        ("9h05", time(9, 5)),
        ("2:05pm", time(14, 5)),
        ("12:10am", time(0, 10)),
        ("24:00", None),
        ("13:00pm", None),
        ("1405", None),
        ("14:05:61", None),
    ],
)
def test_times_are_read_as_people_write_them(text: str, clock: time | None) -> None:
    assert read_clock(text) == clock


def test_bare_times_are_start_answered_and_end() -> None:
    log = taken("10:00 10:00:20 10:05")
    assert [(one.mark, one.at) for one in log.marks] == [
        (Mark.START, START),
        (Mark.ANSWERED, START + timedelta(seconds=20)),
        (Mark.END, START + timedelta(minutes=5)),
    ]


def test_named_times_change_one_of_them() -> None:
    log = taken("end 10:07", taken("10:00 10:00:20 10:05"))
    assert measured_s(log.marks)["duration"] == 420


def test_holds_that_are_remembered_after_the_end_stand_before_it() -> None:
    log = taken("hold 10:02 resume 10:03:30", taken("10:00 10:00:20 10:05"))
    assert [one.mark for one in log.marks][-1] is Mark.END
    assert measured_s(log.marks)["hold"] == 90


def test_times_past_midnight_are_of_the_next_day() -> None:
    log = taken(
        "23:58 00:01 0:20",
        opens_at=datetime(2026, 11, 10, 21, tzinfo=UTC),
        closes_at=datetime(2026, 11, 11, 1, tzinfo=UTC),
    )
    assert measured_s(log.marks) == {"wait": 180, "hold": 0, "duration": 1320}
    assert [one.at.date() for one in log.marks] == [date(2026, 11, 10), *[date(2026, 11, 11)] * 2]


def test_a_start_past_midnight_is_within_the_window_of_the_night() -> None:
    log = taken(
        "0:30",
        opens_at=datetime(2026, 11, 10, 21, tzinfo=UTC),
        closes_at=datetime(2026, 11, 11, 1, tzinfo=UTC),
    )
    assert log.marks[0].at.date() == date(2026, 11, 11)


def test_a_time_before_the_one_before_it_is_kept_for_the_checks() -> None:
    """Twenty hours of waiting would be a wilder guess than a wrong digit."""
    assert measured_s(taken("10:00 9:59 10:05").marks)["wait"] == -60


def test_a_day_may_be_said() -> None:
    assert taken("2026-11-12 10:00").marks[0].at == START + timedelta(days=2)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("soon", "'soon' is no time: write 14:05, 14:05:30 or now"),
        ("10:00 10:01 10:02 10:03", "which time is it? Write it like 'start 14:05' or 'end 14:12:30'"),
        ("resume 10:02", "nothing is on hold: 'hold 14:07 resume 14:08' says both"),
        ("2026-11-12", "2026-11-12 needs a time behind it, such as 2026-11-12 14:05"),
    ],
)  # fmt: skip
def test_what_is_no_time_is_told_in_one_line(text: str, told: str) -> None:
    assert refused(text) == told


def test_a_change_of_clocks_between_two_times_is_no_hour_of_waiting() -> None:
    """On 25 October 2026 the clocks of Berlin go from 03:00 back to 02:00."""
    start = moment_at(date(2026, 10, 25), time(1, 59), BERLIN)
    again = following(time(2, 1), date(2026, 10, 25), BERLIN, start)
    assert (again - start).total_seconds() == 120
    second = following(time(2, 0), date(2026, 10, 25), BERLIN, again + timedelta(minutes=30))
    assert (second - start).total_seconds() == 3660


def test_a_time_that_the_clock_never_showed_is_refused_with_the_one_it_showed() -> None:
    """On 29 March 2026 the clocks of Berlin go from 02:00 on to 03:00."""
    told = "the clock never showed 2026-03-29 02:30:00: it was put forward then; by a clock that was, it is 03:30:00"
    assert refused("2026-03-29 02:30") == told
    spring = assignment(day=date(2026, 3, 29))
    wrong = typed_times(form(), EMPTY, "1:50 2:30 3:40", assignment=spring, zone=BERLIN, now=START)
    assert wrong == Wrong(told)


def test_presses_are_kept_by_the_clock_of_the_place() -> None:
    """The computer may stand in another zone; times that are typed later are of the same one."""
    after = typed(interview("Dana", "", ""), "", "10:01 10:05").interview
    assert {one.at.utcoffset() for one in after.log.marks} == {timedelta(hours=1)}


def test_the_keys_press_start_answered_hold_resume_and_end() -> None:
    at = interview("Dana", "", "")
    after = typed(at, SPACE, SPACE, SPACE, SPACE, "").interview
    assert [one.mark.value for one in after.log.marks] == ["start", "answered", "hold", "resumed", "end"]  # fmt: skip
    assert after.at == "welcome.greeted"


def test_undo_takes_back_the_last_press() -> None:
    after = typed(interview("Dana", "", ""), "", "", ":undo").interview
    assert [one.mark for one in after.log.marks] == [Mark.START]


def test_a_clock_that_is_set_does_not_change_the_stopwatch() -> None:
    watch = Stopwatch(began_at=START, began_s=100.0)
    assert watch.at(130.5) == START + timedelta(seconds=30.5)
    assert watch.drift_s(START + timedelta(hours=1, seconds=30), 130.0) == 3600
    assert "set forward by 3,600 s" in drift_told(3600)


def test_small_corrections_of_the_clock_are_not_worth_a_word() -> None:
    assert drift_told(-1.9) == ""
    assert "set back by 3 s" in drift_told(-3.0)
