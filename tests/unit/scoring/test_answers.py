"""People's answers: each type of question has its own, and each stands for a rating."""

from typing import Any

import pytest
from builders import criterion, rubric

from qa_toolkit.domain.answer import NOT_APPLICABLE, Answer, points_of
from qa_toolkit.domain.rubric import Criterion

YES_NO = {"type": "yes_no", "scale": {}}
CHOICE = {
    "type": "choice",
    "scale": {},
    "options": [
        {"id": "poor", "text": "Poor", "points": 0},
        {"id": "good", "text": "Good", "points": 5},
    ],
}
MULTI = CHOICE | {
    "type": "multi_choice",
    "options": [
        {"id": "name", "text": "Gave a name", "points": 1},
        {"id": "help", "text": "Offered help", "points": 2},
    ],
}
NUMBER = {
    "type": "number",
    "scale": {},
    "unit": "minutes",
    "ranges": [{"below": 5, "points": 2}, {"from": 5, "points": 0, "text": "too long"}],
}


def asked(**fields: Any) -> Criterion:
    return rubric(criterion(rate="manual", indicators=[], **fields)).places["s.c"].criterion


@pytest.mark.parametrize(
    ("fields", "answer", "points"),
    [
        pytest.param({}, 2, 2, id="a level of a scale"),
        pytest.param(YES_NO, "yes", 1, id="yes"),
        pytest.param(YES_NO, "No", 0, id="no, whatever the case"),
        pytest.param(CHOICE, "good", 5, id="an option"),
        pytest.param(MULTI, ["name", "help"], 3, id="several options add up"),
        pytest.param(MULTI, [], 0, id="none of the options"),
        pytest.param(NUMBER, 4.9, 2, id="a number within a range"),
        pytest.param(NUMBER, 5, 0, id="a range holds its start"),
        pytest.param({}, NOT_APPLICABLE, None, id="not applicable"),
    ],
)
def test_an_answer_stands_for_a_rating(
    fields: dict[str, object], answer: Answer, points: int | None
) -> None:
    assert points_of(asked(**fields), answer) == points


@pytest.mark.parametrize(
    ("fields", "answer", "said"),
    [
        pytest.param({}, 3, "there are 0, 1, 2", id="no such level"),
        pytest.param({}, True, "no answer True", id="true is no level"),
        pytest.param(YES_NO, "maybe", "yes, no", id="neither yes nor no"),
        pytest.param(CHOICE, "great", "poor, good", id="no such option"),
        pytest.param(CHOICE, ["poor", "good"], "one answer, not 2", id="two of one choice"),
        pytest.param(MULTI, 1.5, "name, help", id="half an option"),
        pytest.param(NUMBER, "soon", "a number", id="words for a number"),
        pytest.param({"critical": True}, NOT_APPLICABLE, "may not", id="critical criteria apply"),
    ],
)
def test_an_impossible_answer_says_which_there_are(
    fields: dict[str, object], answer: Answer, said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        points_of(asked(**fields), answer)


def test_a_number_outside_all_ranges_is_no_answer() -> None:
    with pytest.raises(ValueError, match="below 5"):
        points_of(asked(**NUMBER | {"ranges": [{"below": 5, "points": 1}]}), 7)


@pytest.mark.parametrize(
    ("fields", "levels"),
    [
        pytest.param(YES_NO, {0: "No", 1: "Yes"}, id="yes_no"),
        pytest.param(CHOICE, {0: "Poor", 5: "Good"}, id="choice"),
        pytest.param(MULTI, {0: "", 1: "", 2: "", 3: ""}, id="multi_choice"),
        pytest.param(NUMBER, {0: "too long", 2: "below 5"}, id="number"),
        pytest.param({"type": "text", "scale": {}}, {}, id="text is not rated"),
    ],
)
def test_every_type_has_the_levels_its_answers_give(
    fields: dict[str, object], levels: dict[int, str]
) -> None:
    assert asked(**fields).levels == levels
