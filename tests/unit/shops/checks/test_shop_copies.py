"""Texts and answers of other shops: copies are told, and what is everybody's is not."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import shop_check_examples as examples

from qa_toolkit.shops.checks.run import findings_of

STORY = (
    "I rang at ten to three from a bench in the park. The line was quiet for a good while and then a "
    "woman with a cold came on, gave her name as Dana and asked me to spell mine. She found the card "
    "under my birthday, blocked it, and told me twice that a courier would ring below on Friday."
)


def _told(narrative: str, **changed: Any) -> list[str]:
    earlier = [{"shop": "autumn-0", "narrative": STORY, **changed}]
    found = examples.findings({"narrative": narrative, "earlier": earlier})
    return [one.message for one in found if one.code == "M601"]


def _every(step: int) -> str:
    words = STORY.split()
    return " ".join(
        "then" if place % step == step - 1 else word for place, word in enumerate(words)
    )


def test_a_copy_is_quoted_with_its_source() -> None:
    earlier = [{"shop": "autumn-0", "narrative": STORY}]
    copied = {"narrative": STORY.replace("ten to three", "noon"), "earlier": earlier}
    (found,) = (one for one in examples.findings(copied) if one.code == "M601")
    assert found.for_editors == "autumn-0 by 'maya'"
    assert found.whole == f"{found.message} (autumn-0 by 'maya')"
    assert "as in an earlier text: '" in found.message
    assert "The line was quiet for a good while" in found.message


@pytest.mark.parametrize("shopper", ["maya", "tom"])
def test_it_does_not_matter_whose_text_it_was(shopper: str) -> None:
    assert len(_told(STORY, shopper=shopper)) == 1


@pytest.mark.parametrize(("step", "told"), [(15, True), (10, True), (4, False)])
def test_changing_a_word_now_and_then_does_not_hide_a_copy(step: int, *, told: bool) -> None:
    assert bool(_told(_every(step))) is told


def test_a_copy_with_a_new_beginning_is_told() -> None:
    new = " ".join(f"word{n} was new here" for n in range(30))
    assert len(_told(f"{new}. {STORY}")) == 1


def test_a_short_comment_is_a_copy_only_word_for_word() -> None:
    text = "She put the kettle on while the system was looking for it."
    earlier = [{"shop": "autumn-0", "comments": {"help": text}}]
    told = [examples.codes(comments={"help": one}, earlier=earlier) for one in (text, text[8:])]
    assert ["M601" in codes for codes in told] == [True, False]


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (
            "Please see the story below for all of it.",
            "Please see the text below for all of it!",
            True,
        ),
        ("She did what she always does.", "She did what she always does", True),
        ("She said hello and gave her name.", "He said hello and gave a number.", False),
        ("Done as asked.", "Done as asked.", False),
    ],
    ids=["nearly the same", "the same", "another", "short"],
)
def test_one_comment_in_two_places_is_told(first: str, second: str, *, told: bool) -> None:
    assert ("M602" in examples.codes(comments={"welcome": first, "help": second})) is told


def test_the_words_of_the_brief_are_nobodys() -> None:
    line = " ".join(f"word{n}" for n in range(40))
    earlier = [{"shop": "autumn-0", "narrative": line}]
    codes = examples.codes(narrative=line, earlier=earlier, scenario={"goal": line})
    assert "M601" not in codes


def test_what_many_shoppers_wrote_is_how_people_talk() -> None:
    earlier = [
        {"shop": f"autumn-{n}", "shopper": f"shopper{n}", "narrative": STORY} for n in range(5)
    ]
    found = examples.findings({"narrative": STORY, "earlier": earlier})
    assert "M601" not in [one.code for one in found]


def test_the_first_of_two_alike_is_no_copy() -> None:
    whole = examples.context({"narrative": STORY, "earlier": [{"shop": "b", "narrative": STORY}]})
    assert whole.first_at is not None
    before = replace(whole, first_at=whole.first_at - timedelta(days=2))
    assert "M601" in [one.code for one in findings_of(whole)]
    assert "M601" not in [one.code for one in findings_of(before)]


def test_the_own_shop_handed_in_before_is_no_copy() -> None:
    earlier = [{"shop": "autumn-1", "narrative": STORY}]
    assert "M601" not in examples.codes(narrative=STORY, earlier=earlier)


@pytest.mark.parametrize(("shopper", "told"), [("maya", True), ("tom", False)])
def test_same_answers_are_told_of_the_same_shopper_only(shopper: str, *, told: bool) -> None:
    earlier = [{"shop": "autumn-0", "shopper": shopper, "answers": {"welcome.wait": 23}}]
    codes = examples.codes(answers={"welcome.wait": 23}, earlier=earlier)
    assert ("M603" in codes) is told
