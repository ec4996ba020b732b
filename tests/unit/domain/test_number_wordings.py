"""Numbers: each way to write one finds all others, and what is seldom a number is left alone."""

import pytest
from builders import compile_phrases
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.domain.numbers import number_at
from qa_toolkit.domain.phrase import plain


def finds(phrase: str, text: str) -> str | None:
    match = compile_phrases((phrase,)).search(plain(text))
    return match.group() if match else None


@pytest.mark.parametrize(
    "ways",
    [
        pytest.param(("24 hours", "twenty four hours", "Twenty-four hours"), id="tens and ones"),
        pytest.param(("5 days", "five days"), id="ones"),
        pytest.param(("0 stock", "zero stock"), id="nothing"),
        pytest.param(("1 hour", "one hour"), id="one before a unit"),
        pytest.param(("1 business day", "one business day"), id="one before a unit of two words"),
        pytest.param(("in 100 days", "in a hundred days", "in one hundred days"), id="a hundred"),
        pytest.param(
            ("250 points", "two hundred and fifty points", "two hundred fifty points"),
            id="hundreds",
        ),
        pytest.param(
            ("1,250 miles", "1250 miles", "one thousand two hundred and fifty miles",
             "a thousand two hundred fifty miles", "twelve hundred and fifty miles"),
            id="thousands",
        ),
        pytest.param(("15,000", "15000", "fifteen thousand"), id="tens of thousands"),
        pytest.param(("the 5th", "the fifth"), id="an ordinal"),
        pytest.param(("1st line", "first line"), id="first"),
        pytest.param(("the 20th of", "the twentieth of"), id="of ten"),
        pytest.param(("21st", "twenty first", "twenty-first"), id="a longer ordinal"),
        pytest.param(("£38", "38 pounds", "thirty-eight pounds", "38£"), id="pounds"),
        pytest.param(("$5", "five dollars", "5 dollars"), id="dollars"),
        pytest.param(
            ("100%", "100 %", "100 percent", "a hundred per cent", "one hundred percent"),
            id="percent",
        ),
        pytest.param(("24-hour line", "twenty four hour line", "24 hour line"), id="a hyphen"),
        pytest.param(("two-factor", "2 factor", "two factor"), id="a word behind it"),
    ],
)  # fmt: skip
def test_every_way_to_write_a_number_finds_every_other(ways: tuple[str, ...]) -> None:
    for phrase in ways:
        for text in ways:
            assert finds(phrase, f"Well, {text}!") == text, phrase


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        pytest.param("one of", "1 of", id="one is not 1"),
        pytest.param("one moment", "1 moment", id="one before what is no unit"),
        pytest.param("a second", "a 2nd", id="second is not 2nd"),
        pytest.param("2nd", "second", id="2nd is not second"),
        pytest.param("a day", "1 day", id="a is not 1"),
        pytest.param("2", "to", id="to"),
        pytest.param("two", "too", id="too"),
        pytest.param("four", "for", id="for"),
        pytest.param("ate", "8", id="ate"),
        pytest.param("five stars", "4.5 stars", id="the end of a decimal"),
        pytest.param("five", "5.50", id="the beginning of a decimal"),
        pytest.param("5", "5,000", id="the beginning of thousands"),
        pytest.param("38 pounds", "£38.50", id="an amount with pence"),
        pytest.param("20", "twenty four", id="a part of a number in words"),
        pytest.param("4 hours", "twenty-four hours", id="the end of a number in words"),
        pytest.param("4th", "twenty fourth", id="the end of an ordinal"),
        pytest.param("50 pounds", "two hundred and fifty pounds", id="behind hundreds"),
        pytest.param("200", "two hundred and five", id="hundreds of a longer number"),
        pytest.param("5", "five thousand", id="how many thousands"),
        pytest.param("007", "7", id="a code"),
        pytest.param("hundred", "100", id="hundred alone"),
    ],
)
def test_what_is_another_number_or_none_is_left_alone(phrase: str, text: str) -> None:
    assert finds(phrase, text) is None


def test_a_word_for_seconds_is_no_ordinal_behind_a_number() -> None:
    assert finds("twenty second wait", "20 second wait")


@pytest.mark.parametrize(
    "phrase", ["(24|48) hours", "within [about] 48 hours", "wait* ~3 48 hours"]
)
def test_numbers_are_read_in_all_parts_of_a_phrase(phrase: str) -> None:
    assert finds(phrase, "waiting within forty-eight hours") is not None


@given(st.integers(0, 999_999).filter(lambda value: value != 1))
def test_every_way_to_write_a_number_is_read_as_the_same_number(value: int) -> None:
    number = number_at([str(value)])
    assert number is not None
    assert len(set(number.ways)) == len(number.ways)
    for way in number.ways:
        assert number_at([*way, "miles"]) == (len(way), number.ways)


def test_parts_of_a_phrase_may_make_one_number() -> None:
    assert finds("two hundred [and] fifty", "two hundred and fifty")
    assert finds("(twenty|thirty) four", "thirty four")


def test_a_row_of_many_numbers_is_found_as_it_is_written() -> None:
    many = "1250 " * 40
    assert finds(f"({many}|x)", many) == many.strip()
