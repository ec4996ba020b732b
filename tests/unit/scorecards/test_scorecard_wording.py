"""Rounding and words."""

from collections.abc import Mapping
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction

import pytest
from scored_builders import FULL, Rating, scored

from qa_toolkit.domain.wording import minutes
from qa_toolkit.scorecards import wording


@pytest.mark.parametrize(
    ("exact", "shown"),
    [
        ("62.25", "62.3"),
        ("62.35", "62.4"),
        ("79.95", "80.0"),
        ("79.949999", "79.9"),
        ("0.05", "0.1"),
        ("0", "0.0"),
        ("100", "100.0"),
    ],
)
def test_numbers_are_rounded_half_up_to_one_place(exact: str, shown: str) -> None:
    assert wording.number(Decimal(exact)) == shown


def test_a_fraction_is_rounded_like_its_decimal() -> None:
    assert wording.number(Fraction(200, 3)) == "66.7"


def test_no_number_is_a_dash_and_never_zero() -> None:
    assert wording.number(None) == "–"
    assert wording.one_place(None) is None


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0.0, "0:00"), (7.9, "0:07"), (60.0, "1:00"), (3599.0, "59:59"), (3723.0, "1:02:03")],
)
def test_times_in_calls_read_like_a_player(seconds: float, shown: str) -> None:
    assert minutes(seconds) == shown


def test_dates_name_the_month() -> None:
    moment = datetime(2026, 3, 4, 9, 5, tzinfo=UTC)
    assert wording.date_and_time(moment) == "4 Mar 2026, 09:05"
    assert wording.date_and_time(None) == "–"


def test_characters_that_break_workbooks_are_taken_out() -> None:
    assert wording.clean("a\x00b\x0bc\ud83dd\ufffee\tf\ng") == "abcde\tf\ng"


def test_clipped_text_says_how_much_is_missing() -> None:
    assert wording.clipped("x" * 1_005, 5) == "xxxxx … (1,000 more characters not shown)"
    assert wording.clipped("short", 5) == "short"


def test_a_reason_does_not_repeat_the_level() -> None:
    assert wording.beyond("ignores it (0 of 1 occasions taken)", "ignores it") == (
        "0 of 1 occasions taken"
    )
    assert wording.beyond("ignores it", "ignores it") == ""


def test_why_nothing_was_scored_says_why_a_critical_criterion_waits() -> None:
    """Who is to listen should know what to listen for."""
    waits = scored("i-1", {"politeness.no_rudeness": "review"}).scorecard
    assert wording.outcome_reason(waits) == (
        "a critical criterion waits for a person: Does the agent show no rudeness? "
        "(roles are doubtful)"
    )


@pytest.mark.parametrize(
    "ratings", [{}, {"politeness.no_rudeness": 0}, dict.fromkeys(FULL, "na")], ids=str
)
def test_other_reasons_stay_as_they_are(ratings: Mapping[str, Rating]) -> None:
    card = scored("i-1", ratings).scorecard
    assert wording.outcome_reason(card) == card.reason


def test_a_day_without_a_time_shows_the_day_only() -> None:
    day = datetime.fromisoformat("2026-03-14T00:00:00+01:00")
    assert wording.date_and_time(day) == "14 Mar 2026"
    assert wording.date_and_time(day.replace(minute=1)) == "14 Mar 2026, 00:01"
