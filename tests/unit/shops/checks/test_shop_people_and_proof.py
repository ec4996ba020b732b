"""Names on the roster, personal data, and files that prove something."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import shop_check_examples as examples

from qa_toolkit.shops.checks.run import findings_of


def _messages(code: str, **changed: Any) -> list[str]:
    return [one.message for one in examples.findings(changed) if one.code == code]


@pytest.mark.parametrize(
    "staff", ["Dana Fox", "dana", "Fox", "Ms. Fox", "D. Fox", "Fox, Dana", "Dana and Eli", "DÁNA"]
)
def test_names_that_the_roster_knows_are_left_alone(staff: str) -> None:
    assert _messages("M701", staff=staff) == []


@pytest.mark.parametrize(
    ("staff", "told"),
    [
        ("Danna", "did you mean 'Dana Fox'?"),
        ("Dana Focks", "did you mean 'Dana Fox'?"),
        ("Zebulon", "(Dana Fox and Eli Wood)"),
        ("unknown", "is no name"),
        ("Dana and Zebulon", "'Zebulon' is not on the roster"),
    ],
)
def test_other_names_are_told_with_the_nearest(staff: str, told: str) -> None:
    (message,) = _messages("M701", staff=staff)
    assert told in message


def test_no_name_with_a_description_is_enough() -> None:
    codes = examples.codes(staff="", staff_description="A low voice, no name was given.")
    assert codes == []


@pytest.mark.parametrize(
    "staff", ["?", "unknown", "N/A", "didn't catch it", "No name given", "\u200f"]
)
def test_a_word_that_stands_in_for_a_name_is_none(staff: str) -> None:
    assert len(_messages("M104", staff=staff)) == 1
    assert _messages("M104", staff=staff, staff_description="A low voice.") == []


@pytest.mark.parametrize("staff", ["Noa Nott", "Nil Anders", "Naomi"])
def test_a_name_that_begins_like_no_is_one(staff: str) -> None:
    assert _messages("M104", staff=staff) == []


@pytest.mark.parametrize(
    ("staff", "told"),
    [("Ann Miller", True), ("Mrs Miller", True), ("ann", True), ("A", False), ("Dana", False)],
)
def test_a_part_of_the_personas_name_is_told(staff: str, *, told: bool) -> None:
    persona = {"name": "Ann Miller", "story": "You lost your card this morning on a bus."}
    assert bool(_messages("M704", staff=staff, scenario={"persona": persona})) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("I signed as Maya L. then.", True),
        ("It was signed M. Lind by me.", True),
        ("She wrote Lind, Maya on it.", True),
        ("She asked for Maya then.", False),
        ("The Lindberg desk was closed then.", False),
    ],
)
def test_the_shopper_is_known_by_an_initial_too(text: str, *, told: bool) -> None:
    assert bool(_messages("M702", comments={"help": text})) is told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("She wrote to maya dot lind at example dot org.", ["an e-mail address"]),
        ("She met me at home dot by dot.", []),
        ("She named sort code 20-00-00 then.", ["the number of an account"]),
        ("She read account number 55779911 to me.", ["the number of an account"]),
        ("She read account 4711 4711 4711 to me.", []),
        ("She wrote to maya@example.org then.", ["an e-mail address"]),
        ("He called me on +49 30 123 45 67 89 then.", ["a telephone number"]),
        ("He called me on (030) 1234-5678 9 then.", ["a telephone number"]),
        ("The card was 4111 1111 1111 1111 then.", ["the number of a card"]),
        ("She read DE89 3704 0044 0532 0130 00 to me.", ["the number of an account"]),
        ("She read DE88 3704 0044 0532 0130 00 to me.", []),
        ("The order was 12345678 and the till 3.", []),
        ("It was 2026-11-10 10:00:00 by the clock.", []),
        ("The reference is 4711 4711 4711.", []),
        ("She gave QH-20417-99881-2213 as the order.", []),
        ("It cost 1,234,567.89 euros in 2026.", []),
    ],
)
def test_personal_data_are_told_and_other_numbers_are_not(text: str, told: list[str]) -> None:
    found = _messages("M703", comments={"help": text}, reference="471147114711")
    assert found == [f"{what} stands in the text" for what in told]


def test_two_required_photos_need_two() -> None:
    wanted = {"evidence": [{"kind": "photo", "text": f"Shelf {n}."} for n in (1, 2)]}
    one = [{"kind": "photo", "taken": "2026-11-10 10:01:00"}]
    assert len(_messages("M501", scenario=wanted, attachments=one)) == 1


@pytest.mark.parametrize(
    ("kind", "taken", "told"),
    [
        ("photo", "2026-11-10 09:45:00", False),
        ("photo", "2026-11-10 09:20:00", True),
        ("photo", "2026-11-10 11:00:00", False),
        ("photo", "2026-11-10 11:30:00", True),
        ("receipt", "2026-11-10 20:00:00", False),
        ("photo", "2026-11-10T09:02:00+00:00", False),
        ("photo", "2027-01-01 10:00:00", True),
    ],
)
def test_photos_are_of_the_time_of_the_shop(kind: str, taken: str, *, told: bool) -> None:
    found = _messages("M503", attachments=[{"kind": kind, "taken": taken}])
    assert bool(found) is told


def test_a_photo_without_a_zone_may_show_the_clock_of_the_stopwatch() -> None:
    times = {"start": "2026-11-10T04:00:00-05:00", "answered": "2026-11-10T04:00:20-05:00"}
    times["end"] = "2026-11-10T04:05:00-05:00"  # ten o'clock in Berlin, where the queue is
    photo = {"kind": "photo", "taken": "2026-11-10 04:02:00"}
    assert _messages("M503", times=times, attachments=[photo]) == []
    late = photo | {"taken": "2026-11-10 06:02:00"}
    assert len(_messages("M503", times=times, attachments=[late])) == 1


def test_a_photo_of_the_hour_that_comes_twice_may_be_of_either() -> None:
    times = {"start": "2026-10-25T02:30:00+01:00", "answered": "2026-10-25T02:31:00+01:00"}
    times["end"] = "2026-10-25T02:50:00+01:00"  # the second one in Berlin
    photo = {"kind": "photo", "taken": "2026-10-25 02:40:00"}
    assert _messages("M503", times=times, attachments=[photo]) == []


@pytest.mark.parametrize("shopper", ["maya", "tom"])
def test_a_photo_of_another_shop_is_told_whoever_brought_it(shopper: str) -> None:
    photo = {"kind": "photo", "hash": "aa", "taken": "2026-11-10 10:02:00"}
    earlier = [{"shop": "autumn-0", "shopper": shopper, "attachments": [photo]}]
    assert len(_messages("M502", attachments=[photo], earlier=earlier)) == 1


def test_a_photo_is_not_told_of_the_shop_that_brought_it_first() -> None:
    photo = {"kind": "photo", "hash": "aa", "taken": "2026-11-10 10:02:00"}
    earlier = [{"shop": "autumn-0", "attachments": [photo]}]
    second = examples.context({"attachments": [photo], "earlier": earlier})
    first = replace(second, first_at=examples.NOW - timedelta(days=2))
    told = [{one.code for one in findings_of(context)} for context in (first, second)]
    assert ["M502" in codes for codes in told] == [False, True]
