"""Words of time against a clock: Wednesday 18 November 2026, twenty past two, in London."""

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from builders import transcript

from qa_toolkit.domain.commitment import Commitment, Sureness
from qa_toolkit.scoring.commitments import commitments_of
from qa_toolkit.scoring.commitments.due import due_of
from qa_toolkit.scoring.commitments.times import times_in

LONDON = ZoneInfo("Europe/London")
WEDNESDAY = datetime(2026, 11, 18, 14, 20, tzinfo=LONDON)


def due(words: str, said_at: datetime = WEDNESDAY) -> tuple[str, str]:
    """Earliest and latest moment; empty where there is none."""
    (time,) = times_in(words, 0, len(words))
    found = due_of(time, said_at)[1]
    form = "%Y-%m-%d %H:%M"
    return ("", "") if found is None else (f"{found.earliest:{form}}", f"{found.latest:{form}}")


def sure(words: str) -> str:
    (time,) = times_in(words, 0, len(words))
    return due_of(time, None)[0].value


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("today", "2026-11-18 14:20", "2026-11-18 23:59"),
        ("tonight", "2026-11-18 18:00", "2026-11-18 23:59"),
        ("this afternoon", "2026-11-18 14:20", "2026-11-18 18:00"),
        ("tomorrow", "2026-11-19 00:00", "2026-11-19 23:59"),
        ("tomorrow morning", "2026-11-19 06:00", "2026-11-19 12:00"),
        ("first thing tomorrow", "2026-11-19 08:00", "2026-11-19 10:00"),
        ("the day after tomorrow", "2026-11-20 00:00", "2026-11-20 23:59"),
        ("tomorrow at one", "2026-11-19 13:00", "2026-11-19 13:00"),
        ("by noon tomorrow", "2026-11-18 14:20", "2026-11-19 12:00"),
        ("between 2pm and 4pm tomorrow", "2026-11-19 14:00", "2026-11-19 16:00"),
        ("tomorrow between eight and ten", "2026-11-19 08:00", "2026-11-19 10:00"),
        ("half past two tomorrow", "2026-11-19 14:30", "2026-11-19 14:30"),
        ("tomorrow evening at quarter to nine", "2026-11-19 20:45", "2026-11-19 20:45"),
        ("by friday", "2026-11-18 14:20", "2026-11-20 23:59"),
        ("before friday", "2026-11-18 14:20", "2026-11-19 23:59"),
        ("on friday", "2026-11-20 00:00", "2026-11-20 23:59"),
        ("by 5pm on friday", "2026-11-18 14:20", "2026-11-20 17:00"),
        ("by friday at 17:00", "2026-11-18 14:20", "2026-11-20 17:00"),
        ("on wednesday", "2026-11-25 00:00", "2026-11-25 23:59"),
        ("this wednesday", "2026-11-18 14:20", "2026-11-18 23:59"),
        ("next friday", "2026-11-27 00:00", "2026-11-27 23:59"),
        ("by tues.", "2026-11-18 14:20", "2026-11-24 23:59"),
        ("monday or tuesday", "2026-11-23 00:00", "2026-11-24 23:59"),
        ("next week", "2026-11-23 00:00", "2026-11-29 23:59"),
        ("mid next week", "2026-11-25 00:00", "2026-11-26 23:59"),
        ("by end of friday", "2026-11-18 14:20", "2026-11-20 23:59"),
        ("early next week", "2026-11-23 00:00", "2026-11-25 23:59"),
        ("by the end of the week", "2026-11-18 14:20", "2026-11-20 23:59"),
        ("by end of day", "2026-11-18 14:20", "2026-11-18 23:59"),
        ("by close of business tomorrow", "2026-11-18 14:20", "2026-11-19 18:00"),
        ("end of the month", "2026-11-30 00:00", "2026-11-30 23:59"),
        ("next month", "2026-12-01 00:00", "2026-12-31 23:59"),
        ("this weekend", "2026-11-21 00:00", "2026-11-22 23:59"),
        ("before the weekend", "2026-11-20 23:59", "2026-11-20 23:59"),
        ("within 24 hours", "2026-11-18 14:20", "2026-11-19 14:20"),
        ("within the hour", "2026-11-18 14:20", "2026-11-18 15:20"),
        ("in half an hour", "2026-11-18 14:20", "2026-11-18 14:50"),
        ("in 24-48 hours", "2026-11-19 14:20", "2026-11-20 14:20"),
        ("in a couple of days", "2026-11-18 14:20", "2026-11-20 23:59"),
        ("within two business days", "2026-11-18 14:20", "2026-11-20 23:59"),
        ("within three working days", "2026-11-18 14:20", "2026-11-23 23:59"),
        ("3 to 5 working days", "2026-11-23 00:00", "2026-11-25 23:59"),
        ("in two weeks' time", "2026-11-18 14:20", "2026-12-02 23:59"),
        ("within a fortnight", "2026-11-18 14:20", "2026-12-02 23:59"),
        ("by the 14th", "2026-11-18 14:20", "2026-12-14 23:59"),
        ("on the 25th", "2026-11-25 00:00", "2026-11-25 23:59"),
        ("on 3 march", "2027-03-03 00:00", "2027-03-03 23:59"),
        ("march 3rd, 2028", "2028-03-03 00:00", "2028-03-03 23:59"),
        ("by monday, 23 november at 10:30", "2026-11-18 14:20", "2026-11-23 10:30"),
        ("2026-12-01", "2026-12-01 00:00", "2026-12-01 23:59"),
        ("20/11/2026", "2026-11-20 00:00", "2026-11-20 23:59"),
        ("at 3", "2026-11-18 15:00", "2026-11-18 15:00"),
        ("by 9am", "2026-11-18 14:20", "2026-11-19 09:00"),
        ("after 5pm", "2026-11-18 17:00", "2026-11-18 23:59"),
        ("tomorrow at the latest", "2026-11-18 14:20", "2026-11-19 23:59"),
        ("in the next hour", "2026-11-18 14:20", "2026-11-18 15:20"),
    ],
)
def test_a_time_comes_to_moments(words: str, earliest: str, latest: str) -> None:
    assert due(words) == (earliest, latest)


@pytest.mark.parametrize(
    "words",
    ["asap", "as soon as we can", "shortly", "right now", "in a moment", "in due course",
     "by 31 april", "03/04/2027", "by 25pm", "by 45", "by 2026-11-01", "within 5 business hours", "within 24 hours of delivery"],
)  # fmt: skip
def test_what_names_no_moment_has_none(words: str) -> None:
    assert due(words) == ("", "")


@pytest.mark.parametrize(
    "words",
    ["you may call", "the second", "a minute", "he sat", "your friday slot", "since monday",
     "last week", "every tuesday", "24/7", "for 30 days", "five days ago", "tomorrow's post",
     "until friday", "the march", "a week later", "sunflower", "version 3.11", "in order"],
)  # fmt: skip
def test_words_that_name_no_due_time_are_passed_over(words: str) -> None:
    assert list(times_in(words, 0, len(words))) == []


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("by friday", "exact"),
        ("within 24 hours", "exact"),
        ("by 5pm", "exact"),
        ("tomorrow morning", "about"),
        ("next friday", "about"),
        ("in a few days", "about"),
        ("by 5pm est", "about"),
        ("03/04/2027", "about"),
        ("soon", "vague"),
        ("by 31 april", "about"),
    ],
)
def test_a_time_says_how_sure_it_is(words: str, expected: str) -> None:
    assert sure(words) == expected


@pytest.mark.parametrize(
    ("words", "said_at", "latest"),
    [
        ("within a month", datetime(2027, 1, 31, 9, tzinfo=LONDON), "2027-02-28 23:59"),
        ("by the 31st", datetime(2026, 12, 31, 9, tzinfo=LONDON), "2026-12-31 23:59"),
        ("tomorrow", datetime(2026, 12, 31, 9, tzinfo=LONDON), "2027-01-01 23:59"),
        ("on 29 february", datetime(2028, 1, 5, 9, tzinfo=LONDON), "2028-02-29 23:59"),
        ("by the end of the week", datetime(2026, 11, 21, 9, tzinfo=LONDON), "2026-11-22 23:59"),
        ("in one business day", datetime(2026, 11, 20, 9, tzinfo=LONDON), "2026-11-23 23:59"),
    ],
)
def test_calendars_have_ends(words: str, said_at: datetime, latest: str) -> None:
    assert due(words, said_at)[1] == latest


def test_hours_are_counted_by_the_stop_watch_when_the_clocks_go_back() -> None:
    """On 25 October 2026 London's clocks show 01:00 to 02:00 twice."""
    said_at = datetime(2026, 10, 24, 20, 0, tzinfo=LONDON)
    assert due("within 24 hours", said_at)[1] == "2026-10-25 19:00"


def test_days_keep_the_wall_clock_when_the_clocks_go_forward() -> None:
    said_at = datetime(2026, 3, 28, 20, 0, tzinfo=LONDON)
    (time,) = times_in("tomorrow at 5pm", 0, 15)
    found = due_of(time, said_at)[1]
    assert found is not None
    assert found.latest.utcoffset() == timedelta(hours=1)
    assert f"{found.latest:%H:%M}" == "17:00"


def test_an_hour_that_the_clocks_skip_is_the_one_after_it() -> None:
    assert due("tomorrow at 1:30am", datetime(2026, 3, 28, 9, tzinfo=LONDON))[1] == (
        "2026-03-29 02:30"
    )


def promise(dialogue: str, started_at: datetime | None) -> Commitment:
    (found,) = commitments_of(transcript(dialogue), started_at)
    return found


def test_the_clock_is_that_of_the_turn_in_the_interactions_zone() -> None:
    eastern = timezone(timedelta(hours=-5))
    found = promise(
        "[7200] A: I'll call you today.", datetime(2026, 11, 18, 22, 30, tzinfo=eastern)
    )
    assert found.said_at == datetime(2026, 11, 19, 0, 30, tzinfo=eastern)
    assert found.due is not None
    assert found.due.latest == datetime(2026, 11, 19, 23, 59, tzinfo=eastern)


def test_without_a_clock_the_words_stay_and_say_how_sure_they_are() -> None:
    found = promise("A: I'll call you by Friday.", None)
    assert (found.due, found.due_words, found.sure) == (None, "by Friday", Sureness.EXACT)


def test_a_length_of_time_that_starts_with_an_event_has_no_moment_yet() -> None:
    found = promise("A: Once we have the form, we'll pay you within 3 days.", WEDNESDAY)
    assert (found.due, found.due_words, found.timed) == (None, "within 3 days", True)
