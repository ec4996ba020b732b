"""Texts of rating files: numbers and words, with a rubric and without."""

import pytest
from builders import criterion, rubric

from qa_toolkit.calibration.answers import read_answer
from qa_toolkit.domain.rubric import Criterion
from qa_toolkit.domain.score import RatingStatus

SCALE = criterion(scale={0: "ignores it", 1: "stock phrase", 2: "names the trouble"})
YES_NO = criterion(type="yes_no", scale={}, indicators=[])
CHOICE = criterion(
    type="choice",
    scale={},
    indicators=[],
    options=[
        {"id": "asked", "text": "Had to ask", "points": 2},
        {"id": "came", "text": "Came over", "points": 5},
    ],
)
SEVERAL = CHOICE | {"type": "multi_choice"}
NUMBER = criterion(
    type="number",
    scale={},
    indicators=[],
    ranges=[{"below": 3, "points": 0}, {"from": 3, "points": 2}],
)


def built(fields: dict[str, object]) -> Criterion:
    return next(rubric(fields).criteria())


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2", 2), (" 1 ", 1), ("2.0", 2), ("2,5", 2.5), ("85 %", 85), ("-1", -1),
        ("1 - stock phrase", 1), ("2: names it", 2), ("3 (good)", 3), ("Yes", 1), ("n", 0),
    ],
)  # fmt: skip
def test_numbers_and_yes_or_no_need_no_rubric(text: str, value: float) -> None:
    assert read_answer(text, None) == (RatingStatus.RATED, value)


@pytest.mark.parametrize("text", ["na", "N/A", "n.a.", "Not applicable"])
def test_not_applicable_is_no_number(text: str) -> None:
    assert read_answer(text, None) == (RatingStatus.NOT_APPLICABLE, None)


@pytest.mark.parametrize("text", ["", "  ", "-", "–"])
def test_an_empty_cell_is_no_rating(text: str) -> None:
    assert read_answer(text, None) is None


@pytest.mark.parametrize("text", ["maybe", "2 or 3", "1.2.3", "2024-05-01", "one"])
def test_other_words_are_refused_without_a_rubric(text: str) -> None:
    with pytest.raises(ValueError, match="is no rating"):
        read_answer(text, None)


@pytest.mark.parametrize(
    ("fields", "text", "points"),
    [
        (SCALE, "Names the trouble", 2),
        (SCALE, "1", 1),
        (SCALE, "2 - names the trouble", 2),
        (YES_NO, "yes", 1),
        (YES_NO, "FAIL", 0),
        (CHOICE, "came", 5),
        (CHOICE, "Had to ask", 2),
        (CHOICE, "5", 5),
        (SEVERAL, "asked; Came over", 7),
        (SEVERAL, "came", 5),
        (NUMBER, "4", 2),
        (NUMBER, "2.5", 0),
    ],
)
def test_a_rubric_gives_words_their_points(
    fields: dict[str, object], text: str, points: int
) -> None:
    assert read_answer(text, built(fields)) == (RatingStatus.RATED, points)


@pytest.mark.parametrize(
    ("fields", "text"),
    [(SCALE, "3"), (SCALE, "1.5"), (SCALE, "great"), (CHOICE, "3"), (SEVERAL, "came; flew")],
)
def test_what_the_criterion_does_not_have_is_told_with_what_it_has(
    fields: dict[str, object], text: str
) -> None:
    with pytest.raises(ValueError, match=r"has no answer .*; there are"):
        read_answer(text, built(fields))
