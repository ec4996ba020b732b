"""What somebody types → the answer it stands for."""

from dataclasses import replace

import pytest
from shop_builders import form

from qa_toolkit.domain.shop.form import Choice, FormQuestion
from qa_toolkit.shops.interview.answers import Wrong, read_answer
from qa_toolkit.shops.interview.numbers import read_number

QUESTIONS = {question.id: question for question in form().questions()}
SCALE = replace(
    QUESTIONS["help.way"],
    type="scale",
    choices=tuple(Choice(value=str(n), text=text) for n, text in enumerate(("points", "walks", "hands over"))),
)  # fmt: skip
SEVERAL = replace(QUESTIONS["help.way"], type="multi_choice")


def question(name: str) -> FormQuestion:
    return {"scale": SCALE, "several": SEVERAL}.get(name) or QUESTIONS[name]


@pytest.mark.parametrize(
    ("name", "text", "answer"),
    [
        ("welcome.greeted", "y", "yes"),
        ("welcome.greeted", "NO", "no"),
        ("welcome.greeted", " n/a ", "na"),
        ("help.way", "2", "courier"),
        ("help.way", "by p", "post"),
        ("help.way", "none", "none"),
        ("scale", "0", 0),
        ("scale", "hands", 2),
        ("several", "3,1", ("post", "none")),
        ("several", "1 2", ("post", "courier")),
        ("several", "by post; courier", ("post", "courier")),
        ("several", "0", ()),
        ("welcome.wait", "20", 20),
        ("welcome.wait", "2,5", 2.5),
        ("welcome.wait", "1:20", 80),
        ("welcome.wait", "2 min", 120),
        ("help.opinion", "Yes, quick.", "Yes, quick."),
    ],
)
def test_an_answer_may_be_typed_in_many_ways(name: str, text: str, answer: object) -> None:
    assert read_answer(question(name), text) == answer


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("welcome.greeted", "maybe", "there is no answer 'maybe'; answer with y, n or na"),
        ("help.way", "by", "'by' can be 'By post' or 'By courier'"),
        ("help.way", "4", "there is no answer '4'; answer with 1, 2, 3 or na"),
        ("several", "1, 9", "there is no answer '9'; answer with 1, 2, 3 or na"),
        ("welcome.wait", "soon", "'soon' is no number"),
        ("welcome.wait", "-5", "a time cannot be below zero"),
        ("welcome.wait", "5 km", "'km' is not the unit of this answer: seconds"),
        ("welcome.wait", "1,000", "'1,000' can be 1 or 1000: write one of them"),
        ("welcome.wait", "nan", "'nan' is no number"),
        ("help.opinion", "x" * 4001, "4,001 characters are too many: 4,000 at most"),
    ],
)
def test_what_is_no_answer_is_told_in_one_line(name: str, text: str, told: str) -> None:
    assert read_answer(question(name), text) == Wrong(told)


def test_a_question_that_always_applies_cannot_be_left_as_not_applicable() -> None:
    strict = replace(QUESTIONS["welcome.greeted"], na_allowed=False)
    assert read_answer(strict, "na") == Wrong("this question cannot be answered 'not applicable'")


@pytest.mark.parametrize(
    ("text", "unit", "number"),
    [
        ("90 s", "minutes", 1.5),
        ("1:30", "minutes", 1.5),
        ("3", "questions", 3),
        ("3 questions", "questions", 3),
        ("2.50", "", 2.5),
        ("-4", "degrees", -4),
    ],
)
def test_numbers_come_in_the_unit_of_the_question(text: str, unit: str, number: float) -> None:
    assert read_number(text, unit) == number
