"""Answers in words: the same in the terminal, on the page and beside a rating."""

from dataclasses import replace

import pytest
from shop_builders import form

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.shop.form import Choice, FormQuestion
from qa_toolkit.domain.shop.shown import answer_shown

QUESTIONS = {one.id: one for one in form().questions()}
SEVERAL = replace(
    QUESTIONS["help.way"],
    type="multi_choice",
    choices=(Choice(value="lamp", text="A lamp"), Choice(value="desk", text="A desk")),
)


@pytest.mark.parametrize(
    ("question", "answer", "words"),
    [
        ("welcome.greeted", "no", "No"),
        ("welcome.greeted", "na", "not applicable"),
        ("welcome.greeted", None, "no answer"),
        ("welcome.wait", 20, "20 seconds"),
        ("welcome.wait", 2.0, "2 seconds"),
        ("welcome.wait", 1_234_567.5, "1234567.5 seconds"),
        ("help.way", "courier", "By courier"),
        ("help.way", "drone", "drone"),
        ("help.opinion", "Not bad.", "Not bad."),
    ],
)
def test_an_answer_is_told_in_the_words_of_the_form(
    question: str, answer: Answer | None, words: str
) -> None:
    assert answer_shown(QUESTIONS[question], answer) == words


@pytest.mark.parametrize(
    ("answer", "words"), [(("desk", "lamp"), "A lamp; A desk"), ((), "none of these")]
)
def test_several_stand_in_the_order_of_the_form(answer: Answer, words: str) -> None:
    assert answer_shown(SEVERAL, answer) == words


def test_a_no_with_words_of_its_own_stays_a_no() -> None:
    asked: FormQuestion = replace(
        QUESTIONS["welcome.greeted"],
        choices=(Choice(value="yes", text="Yes"), Choice(value="no", text="Kept waiting")),
    )
    assert answer_shown(asked, "no") == "No: Kept waiting"
