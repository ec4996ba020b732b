"""Measures of how an interaction ends, and of facts that say so without words."""

import pytest
from builders import transcript

from qa_toolkit.scoring.detectors.detect import detect
from qa_toolkit.scoring.models.measures import MEASURES
from qa_toolkit.scoring.reading import Reading
from qa_toolkit.signals import measure

POINTS = "A: See https://example.org/help"


def value(name: str, dialogue: str, **facts: str) -> float:
    words = transcript(dialogue)
    reading = Reading(transcript=words, signals=measure(words), facts=facts)
    return MEASURES[name](detect(reading), reading)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (POINTS, 1),
        ("A: Please contact our sales team.", 1),
        (f"{POINTS} and let us know how it goes.", 0),
        (f"{POINTS} Which model is it?", 0),
        (f"{POINTS}?id=7", 1),
        (f"{POINTS}\nA: I'll send you the form, too.", 0),
        ("A: I'll send you the form.\nC: When?\n" + POINTS, 1),
        ("A: It opens at nine.", 0),
    ],
    ids=["link", "desk", "asked back", "question", "query", "promise", "promised before", "answer"],
)
def test_a_bare_pointer_is_a_last_answer_that_points_and_lets_go(
    said: str, expected: float
) -> None:
    assert value("bare_pointer", f"C: It broke.\n{said}") == expected


def test_asking_whether_all_is_well_is_no_gathering_of_information() -> None:
    assert value("asks_last", "C: It broke.\nA: Which model is it?") == 1
    assert value("asks_last", "C: It works.\nA: Is there anything else I can do?") == 0


@pytest.mark.parametrize(
    ("dialogue", "expected"),
    [
        ("C: Is there a fee for that?\nA: No, that is free.", 1),
        ("C: How do I change the size?\n" + POINTS, 1),
        ("C: The app crashed. Is there a fee for that?\nA: No, that is free.", 0.5),
        ("C: Is there a fee for that?\nA: Please contact our sales team.", 0),
        ("C: Is there a fee for that?\nA: Hello!", 0),
        ("C: It broke.\nA: Your parcel is in the depot.", 0),
        ("C: It broke.\nA: Hm.\nC: Yes.\nA: Oh.\nC: Is there a fee for that?\nA: It is free.", 0),
    ],
    ids=[
        "told",
        "shown",
        "beside a fault",
        "sent away",
        "ignored",
        "not asked",
        "asked in passing",
    ],
)
def test_a_question_is_answered_where_the_customer_came_with_it(
    dialogue: str, expected: float
) -> None:
    assert value("question_answered", dialogue) == expected


def test_a_customer_left_asking_has_the_last_word_with_a_question() -> None:
    assert value("left_asking", "C: Hi\nA: Hello\nC: So what about it?") == 1
    assert value("left_asking", "C: Hi\nA: Hello\nC: Thanks!") == 0
    assert value("left_asking", "C: So what about it?\nA: Hello") == 0


def test_a_promise_is_open_until_it_is_done_or_the_matter_is_solved() -> None:
    asked = "C: It broke.\nA: Oh.\nC: Help?\nA: I'll send you a new one.\n"
    assert value("open_promise", asked + "C: ok") == 1
    assert value("open_promise", asked + "A: I've sent it.") == 0
    assert value("open_promise", asked + "C: It works now.") == 0


@pytest.mark.parametrize(
    ("name", "facts", "expected"),
    [
        ("transferred", {}, 0),
        ("transferred", {"transferred": "Yes"}, 1),
        ("transferred", {"transfers": "2"}, 1),
        ("transferred", {"transfers": "0"}, 0),
        ("reopened", {"reopened": "true"}, 1),
        ("reopened", {"repeat_contact": "no"}, 0),
        ("survey", {}, 0),
        ("survey", {"csat": "5"}, 1),
        ("survey", {"csat": "2"}, -0.5),
        ("survey", {"csat": "very good"}, 0),
        ("survey", {"resolved": "no"}, -1),
        ("survey", {"solved": "Y"}, 1),
    ],
)
def test_facts_count_where_they_are_known(
    name: str, facts: dict[str, str], expected: float
) -> None:
    assert value(name, "C: Hi\nA: Hello", **facts) == expected


@pytest.mark.parametrize("name", sorted(MEASURES))
@pytest.mark.parametrize("dialogue", ["", "A: Hi", "C: Hi", "S: Joined", "C: 🙏\nA: 🙏"])
def test_every_measure_stands_odd_transcripts(name: str, dialogue: str) -> None:
    assert abs(value(name, dialogue)) < 10
