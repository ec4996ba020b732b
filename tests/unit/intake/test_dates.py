"""Points in time in the forms that exports use."""

import pytest

from qa_toolkit.errors import Unusable, UsageError
from qa_toolkit.intake.dates import proven_order, read_moment
from qa_toolkit.intake.options import DateOrder, IntakeOptions

UTC_TIMES = IntakeOptions()
LONDON = IntakeOptions(timezone="Europe/London")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-02T09:14:00+00:00", "2026-11-02T09:14:00+00:00"),
        ("2026-11-02T09:14:00Z", "2026-11-02T09:14:00+00:00"),
        ("2026-11-02T09:14:00.250+01:00", "2026-11-02T08:14:00.250000+00:00"),
        ("2026-11-02 09:14", "2026-11-02T09:14:00+00:00"),
        ("2026-11-02 9:14:05", "2026-11-02T09:14:05+00:00"),
        ("2026-11-02 09:14:05 UTC", "2026-11-02T09:14:05+00:00"),
        ("2026-11-02", "2026-11-02T00:00:00+00:00"),
        ("2026/11/02 09:14", "2026-11-02T09:14:00+00:00"),
        ("02.11.2026 09:14", "2026-11-02T09:14:00+00:00"),
        ("20261102_091400", "2026-11-02T09:14:00+00:00"),
        ("20261102091400", "2026-11-02T09:14:00+00:00"),
        ("2026-11-02_09-14-00", "2026-11-02T09:14:00+00:00"),
        ("1793610840", "2026-11-02T09:14:00+00:00"),
        ("1793610840500", "2026-11-02T09:14:00.500000+00:00"),
    ],
)
def test_a_clear_moment_is_read_as_utc(text: str, expected: str) -> None:
    assert read_moment(text, UTC_TIMES).isoformat() == expected


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("02/11/2026 09:14", "dmy", "2026-11-02T09:14"),
        ("11/02/2026 9:14 PM", "mdy", "2026-11-02T21:14"),
        ("11/2/2026, 12:05:30 am", "mdy", "2026-11-02T00:05"),
        ("02-11-26 09:14", "dmy", "2026-11-02T09:14"),
        ("26/11/02 09:14", "ymd", "2026-11-02T09:14"),
    ],
)
def test_a_slash_date_follows_the_order_it_is_told(
    text: str, order: DateOrder, expected: str
) -> None:
    options = IntakeOptions(date_order=order)
    assert read_moment(text, options).isoformat().startswith(expected)


def test_a_slash_date_without_an_order_is_not_guessed() -> None:
    with pytest.raises(Unusable) as caught:
        read_moment("05/06/2026 10:00", UTC_TIMES)
    assert "date_order" in caught.value.hint


def test_a_day_of_no_calendar_is_no_date_rather_than_an_unclear_one() -> None:
    with pytest.raises(Unusable, match="is not a date"):
        read_moment("99/99/2026", UTC_TIMES)


def test_the_setting_goes_before_what_the_column_proves() -> None:
    options = IntakeOptions(date_order="mdy")
    assert read_moment("05/06/2026", options, "dmy").month == 5


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "31/02/2026",
        "2026-13-01",
        "25:99",
        "13:05 PM",
        "99/99/9999",
        "0",
        "",
        "2026-11-02 13:00 PM",
    ],
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(Unusable):
        read_moment(text, IntakeOptions(date_order="dmy"))


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00", "9999-12-31T23:59:59-12:00"])
def test_a_placeholder_year_is_refused(text: str) -> None:
    with pytest.raises(Unusable):
        read_moment(text, UTC_TIMES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2026-07-01 12:00", 11), ("2026-12-01 12:00", 12), ("2026-10-25 01:30", 0)],
    ids=["summer", "winter", "the hour that comes twice is the earlier one"],
)
def test_a_time_without_a_zone_is_local_time(text: str, expected: int) -> None:
    assert read_moment(text, LONDON).hour == expected


@pytest.mark.parametrize("name", ["Europe/Nowhere", "", "../etc/passwd", "Europe"])
def test_an_unknown_time_zone_names_its_setting(name: str) -> None:
    with pytest.raises(UsageError, match=r"intake\.timezone"):
        read_moment("2026-07-01 12:00", IntakeOptions(timezone=name))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["05/06/2026", "25/06/2026 10:00"], "dmy"),
        (["05/06/2026", "06/25/2026"], "mdy"),
        (["05/06/2026", "07/08/2026"], ""),
        (["25/06/2026", "06/25/2026"], ""),
        (["99/99/2026", "06/25/2026"], "mdy"),
        (["05.06.2026", "25.06.2026"], ""),
        (["05/06/26", "31/12/26"], ""),
        (["31/12/45", "45/12/31"], ""),
        (["05/06/26", "12/31/26"], "mdy"),
        ([], ""),
    ],
    ids=[
        "day above 12 first",
        "day above 12 second",
        "nothing above 12",
        "contradiction",
        "no date at all proves nothing",
        "dots need no proof",
        "two-digit years could stand first",
        "years above 31 on both sides",
        "only one order is in the calendar",
        "no values",
    ],
)
def test_the_order_is_taken_only_where_it_is_proven(texts: list[str], expected: str) -> None:
    assert proven_order(texts) == expected
