"""Text and days that people type are understood where they are plain; else told, never guessed."""

import pytest

from qa_toolkit.workbooks.cells import Value, shifted
from qa_toolkit.workbooks.plain import Unclear, day_of, text_of


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


def test_no_day_stays_none() -> None:
    assert (day_of(None), day_of(" ")) == ("", "")


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
