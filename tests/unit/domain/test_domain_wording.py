"""Words for numbers, days, channels and parties, which every output takes from here."""

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

import pytest

from qa_toolkit.domain.answer import NOT_APPLICABLE, NOT_APPLICABLE_TOLD, NOT_APPLICABLE_WORDS
from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rounding import one_place, whole_percent
from qa_toolkit.domain.transcript import OTHER_PARTY
from qa_toolkit.domain.wording import day_shown, plain_number, size_shown, some_of


@pytest.mark.parametrize(
    ("number", "shown"), [("25", "25"), ("25.00", "25"), ("12.5", "12.5"), ("1E+2", "100")]
)
def test_a_number_reads_as_a_person_writes_it(number: str, shown: str) -> None:
    assert plain_number(Decimal(number)) == shown


@pytest.mark.parametrize(
    ("exact", "shown"), [("62.25", "62.3"), ("79.95", "80.0"), ("-0.05", "-0.1"), ("8", "8.0")]
)
def test_half_of_a_tenth_is_rounded_away_from_nothing(exact: str, shown: str) -> None:
    assert str(one_place(Decimal(exact))) == shown
    assert str(one_place(Fraction(exact))) == shown


@pytest.mark.parametrize(("share", "shown"), [(0.125, "13 %"), (0.005, "1 %"), (1.0, "100 %")])
def test_half_a_percent_is_rounded_up(share: float, shown: str) -> None:
    assert whole_percent(share) == shown


@pytest.mark.parametrize(
    ("size", "shown"),
    [(0, "0.1 kB"), (2_400, "2.4 kB"), (2_400_000, "2.4 MB"), (1_234_000_000, "1,234.0 MB")],
)
def test_a_size_reads_in_the_unit_that_fits(size: int, shown: str) -> None:
    assert size_shown(size) == shown


@pytest.mark.parametrize("day", [date(2026, 3, 4), datetime(2026, 3, 4, 23, 59)])  # noqa: DTZ001
def test_a_day_reads_alike_in_every_country(day: date) -> None:
    assert day_shown(day) == "4 Mar 2026"


@pytest.mark.parametrize(
    ("words", "shown"),
    [("", ""), ("a", "a"), ("ab", "a and b"), ("abc", "a, b and 1 more"), ("abcde", "a, b and 3 more")],
)  # fmt: skip
def test_of_many_the_first_are_named_and_how_many_more_there_are(words: str, shown: str) -> None:
    assert some_of(list(words), 2) == shown


def test_every_channel_has_its_words() -> None:
    assert [channel.shown for channel in Channel] == [
        "Call", "Chat", "E-mail", "SMS", "Social media", "Visit",
    ]  # fmt: skip
    assert Channel.SMS.contacts == "text messages"


def test_the_other_party_of_the_other_party_is_oneself() -> None:
    assert all(OTHER_PARTY[other] is party for party, other in OTHER_PARTY.items())


def test_not_applicable_is_read_as_it_is_written() -> None:
    assert {NOT_APPLICABLE, NOT_APPLICABLE_TOLD, "n/a"} <= NOT_APPLICABLE_WORDS
