"""Numbers beside comments and the stopwatch."""

from dataclasses import replace

import pytest
import shop_builders as build
import shop_check_examples as examples
import yaml

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.shop.form_making import form_of
from qa_toolkit.shops.checks.amounts import agrees, amounts_in
from qa_toolkit.shops.checks.run import findings_of


@pytest.mark.parametrize(
    ("text", "value_s"),
    [
        ("I waited five minutes", 300),
        ("I waited 5 min", 300),
        ("after twenty-five seconds", 25),
        ("half a minute", 30),
        ("a minute and a half", 90),
        ("two and a half minutes", 150),
        ("1:30 minutes", 90),
        ("one minute and twenty seconds", 80),
        ("2 minutes 5 s", 125),
        ("1.5 minutes", 90),
        ("an hour", 3600),
        ("20s", 20),
    ],
)
def test_spans_of_time_are_read_as_people_write_them(text: str, value_s: float) -> None:
    assert [one.value for one in amounts_in(text, "seconds")] == [value_s]


@pytest.mark.parametrize(
    "text",
    [
        "a few minutes",
        "every five minutes",
        "the last minute",
        "no time was named",
        "at 10:30",
        "all was as it is at a mine",
        "room 5, minus one",
    ],
)
def test_what_names_no_span_is_left_alone(text: str) -> None:
    assert amounts_in(text, "seconds") == []


@pytest.mark.parametrize(
    ("text", "unit", "answer", "fits"),
    [
        ("five minutes", "seconds", 290, True),
        ("five minutes", "seconds", 20, False),
        ("five minutes", "minutes", 5, True),
        ("five minutes", "minutes", 2, False),
        ("a minute", "seconds", 40, True),
        ("more than five minutes", "minutes", 7, True),
        ("more than five minutes", "minutes", 2, False),
        ("less than a minute", "seconds", 12, True),
        ("less than a minute", "seconds", 300, False),
        ("three questions", "questions", 3, True),
        ("three questions", "questions", 0, False),
        ("no questions", "questions", 2, False),
        ("nobody asked me anything", "questions", 3, False),
        ("she didn't ask me anything", "questions", 0, True),
        ("at least two open questions", "questions", 4, True),
    ],
)
def test_an_amount_agrees_within_what_it_can_mean(
    text: str, unit: str, answer: float, *, fits: bool
) -> None:
    (amount,) = amounts_in(text, unit)
    assert agrees(amount, answer, unit) is fits


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        ("I had to wait five minutes.", True),
        ("I waited in line for 20 seconds.", False),
        ("I waited five minutes in the first call and 20 seconds in this wait.", False),
        ("She needed five minutes to find the card.", False),
        ('She said: "You wait five minutes."', False),
    ],
)
def test_a_section_is_read_only_where_it_speaks_of_waiting(comment: str, *, told: bool) -> None:
    assert ("M202" in examples.codes(comments={"welcome": comment})) is told


@pytest.mark.parametrize(
    ("story", "told"),
    [
        ("Dana picked up after three minutes.", True),
        ("After three minutes a woman answered.", True),
        ("Dana picked up after 21 seconds.", False),
        ("She picked up the form and after three minutes she was back.", False),
        ("There was music for ten seconds.", False),
        ("I had to wait through the menu for ten seconds.", False),
        ("I had to wait through the menu for ten minutes.", True),
        ("It took almost 20 seconds until I got through.", False),
    ],
)
def test_a_story_tells_of_the_wait_in_many_words(story: str, *, told: bool) -> None:
    whole = f"I called at nine and the card was blocked in the end. {story} Then it was over."
    assert ("M202" in examples.codes(narrative=whole)) is told


def test_of_a_comment_and_a_story_the_comment_decides() -> None:
    story = "I called, Dana answered after five minutes and blocked the card at once for me."
    comments = {"welcome": "Dana answered after twenty seconds with her name."}
    assert "M202" not in examples.codes(narrative=story, comments=comments)
    assert "M202" in examples.codes(narrative=story)


@pytest.mark.parametrize(
    "sentence",
    [
        "She asked me to hold for a minute while she rang the depot.",
        "The line was silent for more than two minutes.",
        "I called the line at nine and twelve minutes.",
        "Then I waited on hold for two minutes.",
        "She let me wait for one minute and twenty seconds and came back.",
    ],
    ids=["a hold", "silence", "the clock", "a wait on hold", "the hold of the stopwatch"],
)
def test_a_hold_is_no_wait_for_an_answer(sentence: str) -> None:
    times = {"start": "10:00:00", "answered": "10:00:20", "hold": "10:01:00"}
    times |= {"resumed": "10:02:20", "end": "10:05:00"}
    told = examples.codes(times=times, narrative=f"I called and Dana blocked the card. {sentence}")
    assert "M202" not in told


@pytest.mark.parametrize(("answer", "told"), [(20, False), (25, False), (26, True), (0, True)])
def test_the_stopwatch_is_believed_within_five_seconds(answer: int, *, told: bool) -> None:
    assert ("M203" in examples.codes(answers={"welcome.wait": answer})) is told


def test_a_number_without_its_times_is_not_compared() -> None:
    times = {"start": "10:00:00", "end": "10:05:00"}
    assert "M203" not in examples.codes(answers={"welcome.wait": 500}, times=times)


@pytest.mark.parametrize(
    ("answer", "told"),
    [(0, False), (29.9, False), (120, True), (129, True), (130, False), (600, True)],
)
def test_a_number_in_no_range_of_the_rubric_is_told_before_it_is_handed_in(
    answer: float, *, told: bool
) -> None:
    gap = build.RUBRIC.replace("{from: 120, points: 0}", "{from: 130, below: 600, points: 0}")
    form = form_of(build.scenario(), Rubric.model_validate(yaml.safe_load(gap)), "f0")
    context = examples.context({"answers": {"welcome.wait": answer}})
    found = [one for one in findings_of(replace(context, form=form)) if one.code == "M110"]
    assert [one.where for one in found] == ["welcome.wait"] * told
    assert all("from 0 below 30, from 30 below 120 or from 130" in one.message for one in found)
