"""Measures of care: distress that is answered, in the customer's words, with a step."""

import pytest
from builders import transcript
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.scoring.detectors.detect import detect
from qa_toolkit.scoring.models.measures import MEASURES
from qa_toolkit.scoring.reading import Reading
from qa_toolkit.signals import measure

CARE = ("distress_answered", "specific", "care_and_step", "speaks_to_you")


def value(name: str, dialogue: str) -> float:
    words = transcript(dialogue)
    reading = Reading(transcript=words, signals=measure(words))
    return MEASURES[name](detect(reading), reading)


@pytest.mark.parametrize(
    ("dialogue", "expected"),
    [
        ("C: My lamp is broken.\nA: I'm sorry.", 1),
        ("C: My lamp is broken.\nA: Which one?", 0),
        ("C: My lamp is broken.\nA: Which one?\nC: The red one\nA: Sorry about that.", 1),
        ("C: My lamp is broken.\nA: Which?\nC: Red\nA: And where?\nC: Hall\nA: Sorry.", 0),
        ("C: It broke.\nA: Sorry.\nC: Now I'm locked out.\nA: Try again.", 0.5),
        ("A: I'm sorry.\nC: My lamp is broken.", 0),
        ("C: When do you open?\nA: Sorry, at nine.", 0),
    ],
    ids=["at once", "never", "second turn", "too late", "every other", "before", "no distress"],
)
def test_distress_is_answered_by_a_word_of_care_within_two_turns(
    dialogue: str, expected: float
) -> None:
    assert value("distress_answered", dialogue) == expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("I'm sorry the wedding cake came late.", 1),
        ("I'm sorry that you had to throw the cakes away.", 1),
        ("Sorry about that.", 0),
        ("Sorry about that, which cake was it?", 0),
        ("sorry about that please tell me which cake it was", 0),
        ("The wedding cake is on its way.", 0),
        ("I'm sorry, see https://example.org/wedding", 0),
    ],
    ids=[
        "own words",
        "other form",
        "stock",
        "next clause",
        "unpunctuated",
        "no care",
        "an address",
    ],
)
def test_care_is_specific_when_it_names_the_customers_own_fact(
    answer: str, expected: float
) -> None:
    assert value("specific", f"C: My wedding cake was ruined.\nA: {answer}") == expected


@pytest.mark.parametrize(
    ("dialogue", "expected"),
    [
        ("C: It broke.\nA: I'm sorry, I've refunded the fee.", 1),
        ("C: It broke.\nA: I'm sorry.\nC: And?\nA: I've refunded the fee.", 0),
        ("C: It broke.\nA: I've refunded the fee.", 0),
    ],
    ids=["together", "apart", "step alone"],
)
def test_care_and_a_step_count_together_in_one_turn(dialogue: str, expected: float) -> None:
    assert value("care_and_step", dialogue) == expected


@pytest.mark.parametrize(
    ("said", "expected"), [("It rains.", 0), ("Your turn.", 0.5), ("You and your dog.", 1)]
)
def test_speaking_to_somebody_is_heard_from_you_and_your(said: str, expected: float) -> None:
    assert value("speaks_to_you", f"A: {said}") == expected


def test_the_customers_you_does_not_count_for_the_agent() -> None:
    assert value("speaks_to_you", "C: You and you\nA: Yes") == 0


@given(st.lists(st.sampled_from(["C: It broke.", "A: I'm sorry it broke.", "A: Wait.", "C: Ok"])))
def test_measures_of_care_stay_between_0_and_1(turns: list[str]) -> None:
    dialogue = "\n".join(turns)
    assert all(0 <= value(name, dialogue) <= 1 for name in CARE)
