"""The form that a scenario and its rubric make."""

import pytest
import shop_builders as build
import yaml
from shop_builders import form, log, marks, plan_file

from qa_toolkit.domain.answer import Answer
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.shop.form import AskedWhen
from qa_toolkit.domain.shop.form_making import form_of
from qa_toolkit.domain.shop.log import Mark, measured_s


def test_questions_stand_in_the_order_of_the_journey() -> None:
    assert [question.id for question in form().questions()] == [
        "welcome.greeted", "welcome.name", "welcome.wait", "help.blocked", "help.way", "help.opinion",
    ]  # fmt: skip


@pytest.mark.parametrize(("greeted", "asked"), [("yes", True), ("no", False), ("na", False)])
def test_a_question_is_asked_where_the_answer_before_it_calls_for_it(
    greeted: Answer, *, asked: bool
) -> None:
    known = {question.id for question in form().asked({"welcome.greeted": greeted})}
    assert ("welcome.name" in known) is asked


@pytest.mark.parametrize(("greeted", "asked"), [("yes", True), ("no", False)])
def test_a_question_that_waits_for_one_not_asked_is_not_asked_either(
    greeted: Answer, *, asked: bool
) -> None:
    text = build.RUBRIC.replace(
        "critical: customer, rate", 'applies_when: {answers: {welcome.name: ["yes"]}}, rate'
    )
    chain = form_of(build.scenario(), Rubric.model_validate(yaml.safe_load(text)), "f0")
    # the name was noted before the greeting was taken back
    answers = {"welcome.greeted": greeted, "welcome.name": "yes"}
    assert ("help.blocked" in {question.id for question in chain.asked(answers)}) is asked


def test_a_number_calls_for_a_question_from_its_span_on() -> None:
    when = AskedWhen(question="welcome.wait", spans=((30, 120), (120, None)))
    assert [when.holds(answer) for answer in (29.9, 30, 500, None)] == [False, True, True, False]


def test_a_span_ends_below_its_upper_end() -> None:
    when = AskedWhen(question="welcome.wait", spans=((30, 120),))
    assert [when.holds(answer) for answer in (119.9, 120)] == [True, False]


def test_every_no_needs_a_comment() -> None:
    greeted = next(form().questions())
    assert [greeted.needs_comment(answer) for answer in ("yes", "no", "na", None)] == [
        False, True, False, False,
    ]  # fmt: skip


def test_the_stopwatch_adds_up_all_holds() -> None:
    pressed = (*marks(start=0, answered=20, hold=60, resumed=90), *marks(hold=100, end=150))
    assert measured_s(pressed) == {"wait": 20, "hold": 80, "duration": 150}


def test_a_stopwatch_that_was_not_stopped_tells_no_duration() -> None:
    assert measured_s(marks(start=0, answered=20)) == {"wait": 20}


def test_a_hold_that_never_ended_leaves_the_end_unsure() -> None:
    assert measured_s(marks(start=0, answered=20, end=100, hold=120)) == {"wait": 20}


def test_the_start_of_a_shop_is_the_first_press_and_its_end_the_last() -> None:
    pressed = (*marks(start=0, end=10), *marks(start=5, end=30))
    held = log(marks=pressed)
    assert (held.moment(Mark.START), held.moment(Mark.END)) == (pressed[0].at, pressed[3].at)


def test_a_queue_can_be_open_past_midnight() -> None:
    late = {"id": "night", "hours": {"mon": {"from": "22:00", "to": "02:00"}}}
    hours = plan_file(locations=[late]).locations[0].hours["mon"]
    assert [marks(start=0)[0].at.time() in hours, hours.start in hours] == [False, True]
