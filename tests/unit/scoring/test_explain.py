"""Why a score is what it is: sums with quotes, the customer's course, and events."""

import math

import pytest
from builders import criterion, rubric, transcript
from model_builders import model

from qa_toolkit.domain.explanation import Explanation
from qa_toolkit.scoring.explain import explain
from qa_toolkit.signals import measure
from qa_toolkit.signals.sentiment import compound

OWN = "models/own.json"
SECTION = {"id": "s", "title": "S", "weight": 1, "model": OWN, "criteria": [criterion()]}
RUBRIC = rubric(sections=[SECTION], customer_sentiment="customer-sentiment-en")


def explained(dialogue: str, language: str = "en", /, **weights: float) -> Explanation:
    words = transcript(dialogue, language=language)
    models = {OWN: model(**(weights or {"apology": 2.0, "thanks": 0.5}))}
    return explain(words, measure(words), RUBRIC, models, {}, compound)


def test_a_sum_quotes_the_words_it_counts_the_weightiest_first() -> None:
    own = explained("C: It broke.\nA: Thanks, and sorry!").sums[0]
    assert [(item.name, item.amount) for item in own.addends] == [("apology", 2.0), ("thanks", 0.5)]
    assert [(quote.turn, quote.text) for quote in own.addends[0].quotes] == [(1, "sorry")]


@pytest.mark.parametrize("number", [0, 1])
def test_the_addends_and_the_start_add_up_to_the_probability(number: int) -> None:
    found = explained("C: It broke again, I am fed up.\nA: Thanks, sorry! Sorry.").sums[number]
    total = found.base + sum(item.amount for item in found.addends)
    assert 1 / (1 + math.exp(-total)) == pytest.approx(found.probability)


def test_single_words_are_told_as_one() -> None:
    words = {"w:hello": 0.3, "w:you": 0.1, "w:hello you": 0.2}
    (words_together,) = explained("A: Hello you", **words).sums[0].addends
    assert words_together.amount == pytest.approx(0.6)
    assert words_together.meaning == "Single words and pairs: “hello”, “hello you”, “you”."


def test_the_customers_course_is_first_third_against_last() -> None:
    found = explained("C: This is terrible.\nA: Oh.\nC: Yes.\nA: Done.\nC: Wonderful, thank you!")
    assert found.course is not None
    assert found.course[0] < 0 < found.course[1]


def test_two_turns_are_no_course() -> None:
    assert explained("C: Terrible.\nC: Great.").course is None


def test_what_must_not_vanish_in_an_average_is_told_with_its_turn() -> None:
    found = explained("C: Hi\nA: Calm down.\nC: I want to speak to a manager.")
    assert [(event.kind, event.turn) for event in found.events if event.kind != "impatience"] == [
        ("dismissal", 1),
        ("escalation_request", 2),
    ]


def test_in_another_language_there_is_nothing_to_explain() -> None:
    assert explained("C: Kaputt.\nA: Sorry!", "de").sums == ()
