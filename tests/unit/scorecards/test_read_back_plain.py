"""What people type is understood where it is plain; else told, never guessed."""

import pytest

from qa_toolkit.domain.override import RootCause
from qa_toolkit.scorecards.read_back.cells import Value, shifted
from qa_toolkit.scorecards.read_back.plain import (
    Unclear,
    cause_of,
    day_of,
    number_of,
    rating_of,
    status_of,
    text_of,
)


@pytest.mark.parametrize(
    ("value", "rating"),
    [
        pytest.param(2.0, 2, id="a number"),
        pytest.param("2", 2, id="a number as text"),
        pytest.param(" 2 ", 2, id="with blanks"),
        pytest.param("2.0", 2, id="as LibreOffice may write it"),
        pytest.param(-1.0, -1, id="below zero"),
        pytest.param(0.0, 0, id="zero is a rating"),
        pytest.param("N/A", "na", id="N/A"),
        pytest.param(" n/a ", "na", id="small, with blanks"),
        pytest.param(None, None, id="empty"),
        pytest.param("  ", None, id="blanks"),
    ],
)
def test_a_rating_is_read_in_all_plain_forms(value: Value, rating: object) -> None:
    assert rating_of(value) == rating


@pytest.mark.parametrize(
    "value", ["-", "–", "two", "1.5", 1.5, "1 or 2", True, "#N/A", "NA", "Not applicable", "2" * 99]
)
def test_what_is_no_plain_rating_is_told(value: Value) -> None:
    with pytest.raises(Unclear, match="is no rating"):
        rating_of(value)


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(46360.0, id="as spreadsheets count days"),
        pytest.param(46360.75, id="with a time"),
        pytest.param("2026-12-04", id="ISO"),
        pytest.param(" 2026-12-04 00:00:00 ", id="with midnight"),
        pytest.param("2026/12/04", id="slashes, the year first"),
        pytest.param("04.12.2026", id="dots"),
        pytest.param("4 Dec 2026", id="in words"),
        pytest.param("December 4, 2026", id="in words, the month first"),
    ],
)
def test_a_day_is_read_in_all_forms_that_mean_one_day(value: Value) -> None:
    assert day_of(value) == "2026-12-04"


def test_days_may_be_counted_from_1904() -> None:
    assert day_of(44898.0, from_1904=True) == "2026-12-04"


@pytest.mark.parametrize("value", ["3/4/2026", "next Friday", "2026-02-30", 4.0, 1e9, "yes", True])
def test_what_is_no_day_or_could_mean_two_is_told(value: Value) -> None:
    with pytest.raises(Unclear, match="is no day"):
        day_of(value)


def test_nothing_stays_nothing() -> None:
    assert (day_of(None), status_of(" "), cause_of(None), number_of(None)) == ("", "", None, 0)


def test_a_cause_is_read_whatever_its_case() -> None:
    assert cause_of(" Process ") is RootCause.PROCESS
    with pytest.raises(Unclear, match="'weather' is no root cause"):
        cause_of("weather")


def test_a_status_is_open_or_closed() -> None:
    assert status_of("Closed") == "closed"
    with pytest.raises(Unclear, match="'done' is no status"):
        status_of("done")


@pytest.mark.parametrize("value", ["-1", "seven", 1.5])
def test_a_number_of_ours_that_was_changed_is_told(value: Value) -> None:
    with pytest.raises(Unclear, match="not the number that was written here"):
        number_of(value)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param(1042.0, "1042", id="an id of digits"),
        pytest.param(0.5, "0.5", id="a share"),
        pytest.param(" a\r\nb\x07 ", "a\nb", id="lines end in one way"),
        pytest.param(False, "FALSE", id="as it is shown"),
    ],
)
def test_text_is_kept_as_people_read_it(value: Value, text: str) -> None:
    assert text_of(value) == text


def test_the_input_is_two_columns_from_its_key_wherever_that_is() -> None:
    assert [shifted(at, "A", "C") for at in ("A", "Y", "Z", "ZZ")] == ["C", "AA", "AB", "AAB"]
