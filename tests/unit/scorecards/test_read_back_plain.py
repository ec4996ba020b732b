"""What people type is understood where it is plain; else told, never guessed."""

import pytest

from qa_toolkit.domain.override import RootCause
from qa_toolkit.scorecards.read_back.plain import cause_of, number_of, rating_of, status_of
from qa_toolkit.workbooks.cells import Value
from qa_toolkit.workbooks.plain import Unclear


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


def test_nothing_stays_nothing() -> None:
    assert (status_of(" "), cause_of(None), number_of(None)) == ("", None, 0)


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
