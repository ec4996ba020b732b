"""Evaluation forms of Genesys Cloud become rubrics, and rubrics such forms."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from builders import criterion, rubric
from form_builders import Json, from_genesys

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.forms.difference import Difference, Differences
from qa_toolkit.forms.genesys import write_form

FORM = json.loads(Path(__file__).with_name("genesys_form.json").read_text(encoding="utf-8"))
YES_NO: Json = {"type": "yes_no", "scale": {}, "rate": "manual", "indicators": []}


def asked(*values: float, **fields: Any) -> Json:
    """A multiple choice question with answers of these points."""
    options = [{"text": f"answer {value}", "value": value} for value in values]
    return {"text": "How?", "type": "multipleChoiceQuestion", "answerOptions": options} | fields


def form(*questions: Json, **group: Any) -> Json:
    """A form with one group of weight 10."""
    known = {"name": "Basics", "weight": 10, "manualWeight": True, "questions": list(questions)}
    return {"name": "Chats", "questionGroups": [known | group]}


def visible(operation: str, *answers: str) -> Json:
    return {"visibilityCondition": {"combiningOperation": operation, "predicates": list(answers)}}


def written(made: Rubric) -> tuple[Json, list[Difference]]:
    """The form, and what is lost or means something else."""
    differences = Differences()
    found: Any = write_form(made, differences)
    return found, [known for known in differences.found if known.kind != "note"]


def percent(found: Json, points: list[list[int]]) -> Fraction:
    """A score as Genesys adds it up: points times the weight of their group."""
    groups = list(zip(found["questionGroups"], points, strict=True))
    earned = sum(Fraction(str(group["weight"])) * sum(given) for group, given in groups)
    best = sum(
        Fraction(str(group["weight"])) * max(option["value"] for option in known["answerOptions"])
        for group, _ in groups
        for known in group["questions"]
    )
    return Fraction(100 * earned / best)


def test_a_weight_is_points_times_the_weight_of_the_group() -> None:
    made = from_genesys(form(asked(0, 2), asked(0, 3, 5))).made
    assert [known.weight for known in made.criteria()] == [20, 50]
    assert made.policy.total == "criteria"


def test_yes_and_no_and_several_answers_are_understood() -> None:
    kinds = [known.type for known in from_genesys(FORM).made.criteria()]
    assert kinds == ["yes_no", "choice", "multi_choice", "info", "text"]


def test_the_condition_of_a_group_holds_for_all_its_questions() -> None:
    (_, _, *others) = from_genesys(FORM).made.criteria()
    wanted = {"identification.how_polite_request": ("correct", "friendly")}
    assert [known.applies_when.answers for known in others if known.applies_when] == [wanted] * 3


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("questionGroups[0].defaultAnswersToHighest", "in favour of the score"),
        ("questionGroups[0].questions[0].commentsRequired", "left out"),
        ("questionGroups[0].questions[0].isCritical", "an ordinary question"),
    ],
)
def test_what_a_rubric_cannot_say_is_listed(place: str, said: str) -> None:
    (lost,) = [known for known in from_genesys(FORM).listed() if known.place == place]
    assert (lost.kind, said in lost.became) == ("lost", True)


def two_groups(weight: float) -> Json:
    """A group of one question, fatal and of 0 to 2 points, and one that counts."""
    value = form(asked(0, 1, 2, isKill=True), asked(4, 4), weight=weight)
    more = {"name": "More", "weight": 1, "manualWeight": True, "questions": [asked(0, 5)]}
    value["questionGroups"].append(more)
    return value


def test_a_group_without_weight_keeps_its_questions_and_does_not_count() -> None:
    read = from_genesys(two_groups(0))
    assert [known.weight for known in read.made.criteria()] == [0, 0, 5]
    assert [known.points for known in read.criterion().options] == [0, 1, 2]
    assert (read.criterion().critical, len(read.made.sections)) == (True, 2)
    assert [known.place.rpartition(".")[2] for known in read.listed()] == ["isKill"]


def test_a_group_without_weight_comes_back_with_its_points() -> None:
    again, _ = written(from_genesys(two_groups(0)).made)
    assert pushed_down(again) == pushed_down(two_groups(0))


def test_a_question_whose_answers_are_all_worth_nothing_comes_back() -> None:
    why = asked(0, 0)
    why["answerOptions"][1]["text"] = "another"
    value = form(why, asked(0, 3, **visible("AND", "../question/0/answer/1")))
    read = from_genesys(value)
    when = read.criterion(1).applies_when
    assert when is not None
    assert (read.criterion().type, float(read.criterion().weight)) == ("choice", 0)
    assert (when.answers, read.listed()) == ({"basics.how": ("another",)}, [])
    assert pushed_down(written(read.made)[0]) == pushed_down(value)


def test_a_question_that_always_gives_its_points_is_listed() -> None:
    read = from_genesys(form(asked(4, 4), asked(0, 1)))
    (changed,) = read.listed()
    assert (changed.kind, changed.what) == ("changed", "all answers give 4 points")
    assert read.criterion().weight == 0


def test_a_fatal_question_is_critical() -> None:
    read = from_genesys(form(asked(0, 1, isKill=True)))
    assert (read.criterion().critical, read.listed()) == (True, [])


def test_which_of_many_answers_is_fatal_is_listed() -> None:
    read = from_genesys(form(asked(0, 1, 2, isKill=True)))
    assert (read.criterion().critical, [known.kind for known in read.listed()]) == (
        True,
        ["changed"],
    )


@pytest.mark.parametrize(
    "condition",
    [
        visible("AND", "/form/questionGroup/7/question/0/answer/0"),
        visible("AND", "../question/9/answer/0"),
        visible("AND", "../question/0/answer/5"),
        visible("AND", "somewhere"),
        visible("AND", "../question/0/answer/0", "../question/0/answer/1"),
        visible("AND", "../question/1/answer/0"),
    ],
    ids=["no group", "no question", "no answer", "no path", "both at once", "itself"],
)
def test_a_condition_that_cannot_be_said_is_listed(condition: Json) -> None:
    read = from_genesys(form(asked(0, 1), asked(0, 1, **condition)))
    assert read.criterion(1).applies_when is None
    assert [known.kind for known in read.listed()] == ["lost"]


def test_conditions_of_a_question_and_its_group_hold_together() -> None:
    inner = asked(0, 1, **visible("AND", "/form/questionGroup/0/question/1/answer/0"))
    value = form(asked(0, 1), asked(0, 2))
    outer = visible("AND", "/form/questionGroup/0/question/0/answer/0")
    value["questionGroups"].append({"name": "More", "weight": 1, "questions": [inner]} | outer)
    when = from_genesys(value).criterion(2).applies_when
    assert when is not None
    assert (when.match, len(when.answers)) == ("all", 2)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"questionGroups": []}, "questionGroups: is missing or empty"),
        ({"name": None}, "name: is missing or empty"),
        (form(asked(0, 1), weight=-1), "questionGroups[0].weight: -1 is less than 0"),
        (
            form(asked(0, 1, type="oracle")),
            "questionGroups[0].questions[0].type: 'oracle' is none of",
        ),
        (form(asked(0.5, 1)), "expected a whole number, got 0.5"),
        (form(asked(0, 1, **visible("XOR"))), "'XOR' is none of AND, OR"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_path(change: Json, said: str) -> None:
    read = from_genesys(form(asked(0, 1)) | change)
    assert read.rubric is None
    assert said in read.problems[0]


def test_a_form_in_an_evaluation_is_found() -> None:
    read = from_genesys({"evaluationForm": form(asked(0, 0.5))})
    place = "evaluationForm.questionGroups[0].questions[0].answerOptions[1].value"
    assert read.problems[0].startswith(place)


def pushed_down(value: Json) -> Json:
    """A form as this toolkit writes it: conditions at the questions, no identity, no defaults."""
    found: Json = {"name": value["name"], "questionGroups": []}
    for group in value["questionGroups"]:
        condition = group.get("visibilityCondition")
        questions = []
        for known in group["questions"]:
            flags = {"naEnabled": False, "isKill": False} | known
            flags |= {"commentsRequired": False, "isCritical": False}
            if condition and "visibilityCondition" not in known:
                flags["visibilityCondition"] = condition
            questions.append(flags)
        found["questionGroups"].append(
            {"name": group["name"], "weight": group["weight"], "questions": questions}
        )
    text = json.dumps(found).replace('"../question', '"/form/questionGroup/0/question')
    again: Json = json.loads(text)
    return again


def test_a_form_comes_back_with_what_both_sides_can_say() -> None:
    again, _ = written(from_genesys(FORM).made)
    assert pushed_down(again) == pushed_down(FORM)


def test_scores_stay_the_same_with_weights_by_criteria() -> None:
    first = criterion(id="s.a", scale={0: "no", 1: "half", 2: "full"}, weight=3)
    made = rubric(first, criterion(id="s.b", weight=5, **YES_NO), policy={"total": "criteria"})
    found, listed = written(made)
    values = [[known["value"] for known in q["answerOptions"]] for q in questions_of(found)]
    assert percent(found, [[values[0][1], values[1][0]]]) == Fraction(100 * 13, 16)
    assert not any("points" in known.what for known in listed)


def test_scores_stay_the_same_with_weights_by_section_where_everything_applies() -> None:
    sections = [
        {"id": "a", "title": "A", "weight": 30, "criteria": [criterion(id="a.x", **YES_NO)]},
        {
            "id": "b",
            "title": "B",
            "weight": 70,
            "criteria": [criterion(id="b.x", **YES_NO), criterion(id="b.y", **YES_NO)],
        },
    ]
    found, listed = written(rubric(sections=sections))
    best = [
        [q["answerOptions"][0]["value"] for q in g["questions"]] for g in found["questionGroups"]
    ]
    assert percent(found, [best[0], [best[1][0], 0]]) == 65
    assert "policy.total" in [known.place for known in listed]


def questions_of(found: Json) -> list[Json]:
    return [known for group in found["questionGroups"] for known in group["questions"]]


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"bonus": True}, "bonus"),
        ({"critical": {"policy": "section"}}, "critical"),
        ({"critical": {"at": [0, 1]}}, "critical.at"),
        ({"critical": "customer"}, "critical"),
        ({"critical": True, "weight": 0}, "critical"),
        ({"applies_when": {"channels": ["chat"]}}, "applies_when.channels"),
        (
            {
                "type": "number",
                "scale": {},
                "indicators": [],
                "rate": "manual",
                "ranges": [{"below": 5, "points": 1}, {"from": 5, "points": 0}],
            },
            "type",
        ),
    ],
)
def test_what_a_form_cannot_say_is_listed(fields: Json, place: str) -> None:
    _, listed = written(rubric(criterion(**fields), criterion(id="s.z", **YES_NO)))
    assert f"sections[0].criteria[0].{place}" in [known.place for known in listed]


def test_points_that_do_not_count_become_nothing_and_are_noted() -> None:
    differences = Differences()
    first = criterion(scale={0: "no", 3: "yes"}, weight=0)
    found: Any = write_form(rubric(first, criterion(id="s.z", **YES_NO)), differences)
    assert [known["value"] for known in questions_of(found)[0]["answerOptions"]] == [0, 0]
    assert ("note", "sections[0].criteria[0]") in [(n.kind, n.place) for n in differences.found]


def test_a_rubric_in_which_nothing_counts_comes_back_as_one() -> None:
    made = rubric(criterion(**YES_NO, weight=0), policy={"total": "criteria"})
    again = from_genesys(written(made)[0]).made
    assert [(known.type, float(known.weight)) for known in again.criteria()] == [("yes_no", 0)]


def test_a_subsection_becomes_a_group_and_is_listed() -> None:
    part = {"id": "p", "title": "P", "weight": 1, "criteria": [criterion(id="p.c")]}
    section = {"id": "s", "title": "S", "weight": 1, "criteria": [criterion()], "sections": [part]}
    found, listed = written(rubric(sections=[section]))
    assert [group["name"] for group in found["questionGroups"]] == ["S", "S: P"]
    assert "sections[0].sections[0]" in [known.place for known in listed]


def test_and_of_several_answers_each_is_listed() -> None:
    others = [criterion(id=f"s.{name}") for name in ("a", "b")]
    when = {"answers": {"s.a": [1, 2], "s.b": [0]}}
    found, listed = written(rubric(*others, criterion(applies_when=when)))
    assert "visibilityCondition" not in questions_of(found)[2]
    assert any(known.place.endswith("applies_when.answers") for known in listed)
