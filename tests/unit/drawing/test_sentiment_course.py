"""The course of a customer's sentiment."""

import pytest
from builders import transcript
from hypothesis import given
from hypothesis import strategies as st

from qa_toolkit.drawing.sentiment import Heard, heard, in_words, sentiment_svg
from qa_toolkit.signals import measure

values = st.lists(st.floats(-1, 1, allow_nan=False), min_size=2, max_size=300)


def course(*of: float) -> list[Heard]:
    last = len(of) - 1
    return [Heard(place=i / last, value=v, name=f"turn {i + 1}") for i, v in enumerate(of)]


def test_only_the_customers_turns_are_heard_at_their_time() -> None:
    said = transcript("[0-4] A: Great!\n[5-8] C: This is awful.\n[8-10] C: Thank you.")
    found = heard(said, measure(said))
    assert [(turn.name, turn.place) for turn in found] == [("0:05", 0.5), ("0:08", 0.8)]
    assert found[0].value < 0 < found[1].value


def test_without_times_they_stand_in_order() -> None:
    said = transcript("C: Hello?\nA: Hi.\nC: Thanks.")
    assert [(turn.name, turn.place) for turn in heard(said, measure(said))] == [
        ("turn 1", 0.0),
        ("turn 3", 1.0),
    ]


def test_it_tells_the_change_from_the_first_third_to_the_last() -> None:
    html = sentiment_svg(course(-0.6, -0.4, 0.9, 0.0, 0.2, 0.2))
    assert "from negative (−0.50) in the first third to rather positive (0.20) in the last." in html


@pytest.mark.parametrize("of", [(), (0.3,)], ids=["nobody spoke", "one turn"])
def test_one_turn_is_no_course(of: tuple[float, ...]) -> None:
    turns = [Heard(place=0, value=value, name="turn 1") for value in of]
    assert sentiment_svg(turns) == ""


@given(values)
def test_however_long_a_contact_is_its_picture_stays_small(of: list[float]) -> None:
    html = sentiment_svg(course(*of))
    assert html.count("<circle") == min(60, len(of))
    assert html.count('<tr><th scope="row">') == min(12, len(of))


def test_a_long_contact_is_told_in_parts_that_are_the_mean_of_their_turns() -> None:
    found = sentiment_svg(course(*[-1.0] * 100, *[1.0] * 100))
    assert (
        '<th scope="row">Turn 1 to turn 16</th><td>negative</td><td class="n">−1.00</td>' in found
    )


@pytest.mark.parametrize(
    ("value", "word"),
    [
        (-1, "negative"),
        (-0.3, "rather negative"),
        (0, "neutral"),
        (0.1, "rather positive"),
        (1, "positive"),
    ],
)
def test_a_value_in_words(value: float, word: str) -> None:
    assert in_words(value) == word
