"""Rubrics become forms of Amazon Connect; what these have no words for is listed."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from builders import criterion, rubric
from form_builders import (
    Json,
    connect,
    enabled_by,
    from_connect,
    numeric,
    option,
    points,
    question,
    single,
)

from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.forms.amazon_connect import write_form
from qa_toolkit.forms.difference import Difference, Differences
from qa_toolkit.rubric.load import load_rubric
from qa_toolkit.shipped import rubrics_folder

FORM = json.loads(Path(__file__).with_name("amazon_connect_form.json").read_text(encoding="utf-8"))
PEOPLE: Json = {"rate": "manual", "indicators": [], "scale": {}}
YES_NO: Json = {"type": "yes_no"} | PEOPLE
NAMES = ("a", "b", "c")
PLACE = "sections[0].criteria[0]"
EXCLUDED: Json = {"ScoringConfiguration": {"IsExcludedFromScoring": True}}


def written(made: Rubric) -> tuple[Json, list[Difference]]:
    """The form, and what is lost or means something else."""
    differences = Differences()
    form: Any = write_form(made, differences)
    return form, [known for known in differences.found if known.kind != "note"]


def bounded(ref: str, **fields: Any) -> Json:
    """A question for a number without ranges."""
    asked = numeric(ref, {"MinValue": 0, "MaxValue": 9}, **fields)
    asked["QuestionTypeProperties"]["Numeric"].pop("Options")
    return asked


def questions(form: Json) -> list[Json]:
    return [item["Question"] for item in form["Items"][0]["Section"]["Items"]]


def options(asked: Json) -> list[Json]:
    (properties,) = asked["QuestionTypeProperties"].values()
    found: list[Json] = properties["Options"]
    return found


def one(**fields: Any) -> tuple[Json, list[Difference]]:
    """The question of a rubric with one criterion, and what of that is not as it was."""
    form, listed = written(rubric(criterion(**fields)))
    return questions(form)[0], [known for known in listed if known.place.startswith(PLACE)]


def test_a_rich_form_comes_back_as_it_was() -> None:
    """Sections, a subsection, automatic fail, ranges, several answers, thresholds, conditions.

    One of these is on a question that is excluded from scoring, with two options of equal score.
    """
    form, _ = written(from_connect(FORM).made)
    assert form == FORM


@pytest.mark.parametrize(
    "form",
    [
        pytest.param(
            connect(
                question("a", Weight=25, NotApplicableEnabled=True),
                single("b", option("x", 10), option("y", 5), option("z", 0), Weight=75),
                ScoringStrategy={"Mode": "QUESTION_ONLY", "Status": "ENABLED"},
            ),
            id="weights of questions",
        ),
        pytest.param(
            connect(
                single("a", points("x", 7), points("y", 3), points("z", 0)),
                single(
                    "b",
                    points("x", 5),
                    points("z", 0),
                    ScoringConfiguration={"PointsConfiguration": {"IsBonus": True}},
                ),
                ScoringStrategy={"Mode": "POINTS_BASED", "Status": "ENABLED"},
            ),
            id="points and a bonus",
        ),
        pytest.param(
            connect(
                question("a"),
                question("b"),
                question("c", **enabled_by(("a", ["yes"]), ("b", ["no"]), Operator="AND")),
            ),
            id="two conditions",
        ),
        pytest.param(
            connect(
                single("a", option("x", 4), option("y", 4), option("z", 1), **EXCLUDED),
                single("b", option("x", None), option("y", None), **EXCLUDED),
                bounded("n", **EXCLUDED),
                question("c", **enabled_by(("b", ["y"]))),
            ),
            id="questions that do not count",
        ),
        pytest.param(
            connect(
                single("a", points("x", 40), points("y", 40), points("z", 0), **EXCLUDED),
                single("b", points("x", 7), points("y", 0)),
                ScoringStrategy={"Mode": "POINTS_BASED", "Status": "ENABLED"},
            ),
            id="questions that do not count among points",
        ),
        pytest.param(
            connect(
                single("a", option("x", None), option("y", None)),
                question("c", **enabled_by(("a", ["y"]))),
                bounded("n"),
                ScoringStrategy={"Mode": "QUESTION_ONLY", "Status": "DISABLED"},
            ),
            id="a form that is not scored",
        ),
    ],
)
def test_other_forms_come_back_with_the_same_questions(form: Json) -> None:
    again, listed = written(from_connect(form).made)
    for asked in questions(form):
        asked.setdefault("NotApplicableEnabled", False)
    assert questions(again) == questions(form)
    for key in ("Mode", "Status"):
        assert again["ScoringStrategy"][key] == form["ScoringStrategy"][key]
    assert not listed


def said_by_both(known: Criterion, made: Rubric) -> Json:
    """What a form can say of a criterion."""
    place = made.places[known.id]
    section = next(section for section in made.sections if section.id == place.section)
    whole = sum(other.weight for other in section.criteria)
    return {
        "id": known.id,
        "question": known.question,
        "guidance": known.guidance,
        "scale": known.scale,
        "critical": known.fails_at,
        "share": round(Fraction(known.weight) / Fraction(whole), 4),
    }


@pytest.mark.parametrize("name", ["service", "chat_support"])
def test_a_shipped_rubric_comes_back_with_what_both_sides_can_say(name: str) -> None:
    """Indicators, cues and tips are lost, and listed; scales keep their levels."""
    made = load_rubric(rubrics_folder() / f"{name}.yaml").rubric
    assert made is not None
    form, listed = written(made)
    again = from_connect(form).made
    assert [said_by_both(known, again) for known in again.criteria()] == [
        said_by_both(known, made) for known in made.criteria()
    ]
    assert (again.title, again.pass_mark, again.language) == (made.title, made.pass_mark, "en")
    lost = {known.place.rsplit(".", 1)[-1] for known in listed}
    assert lost >= {"indicators", "cues", "tips", "requires"}


@pytest.mark.parametrize(
    ("fields", "scores"),
    [
        ({}, {"level_0": 0, "level_1": 5, "level_2": 10}),
        (YES_NO, {"yes": 10, "no": 0}),
        (
            {
                "scale": {-1: "rude", 1: "polite"},
            },
            {"level_minus_1": 0, "level_1": 10},
        ),
    ],
    ids=["a scale", "yes and no", "a scale that begins below 0"],
)
def test_ratings_become_tenths(fields: Json, scores: dict[str, int]) -> None:
    asked, _ = one(**fields)
    assert {known["RefId"]: known["Score"] for known in options(asked)} == scores


@pytest.mark.parametrize(
    ("fields", "scores"),
    [
        ({"scale": {0: "no", 7: "yes"}}, [0, 7]),
        ({"scale": {-1: "no", 1: "yes"}}, [0, 10]),
        ({"scale": {0: "no", 20: "half", 40: "yes"}}, [0, 5, 10]),
        (YES_NO, [10, 0]),
    ],
    ids=["as they are", "below 0", "beyond 10", "yes and no"],
)
def test_what_does_not_count_keeps_its_points_where_there_is_room(
    fields: Json, scores: list[int]
) -> None:
    counting = criterion(id="s.z", **YES_NO)
    form, _ = written(rubric(criterion(**PEOPLE | fields, weight=0), counting))
    (asked, _) = questions(form)
    assert asked["ScoringConfiguration"] == {"IsExcludedFromScoring": True}
    assert "Weight" not in asked
    assert [known["Score"] for known in options(asked)] == scores


def test_a_critical_question_that_does_not_count_still_fails() -> None:
    first = criterion(**YES_NO, weight=0, critical=True)
    form, listed = written(rubric(first, criterion(id="s.z", **YES_NO)))
    again = from_connect(form).criterion()
    assert again.critical is True
    assert again.weight == 0
    assert [known for known in listed if known.place.startswith("sections")] == []


def test_scores_that_are_no_whole_tenths_are_rounded_and_listed() -> None:
    asked, listed = one(scale=dict.fromkeys(range(4), "x"), rate="manual", indicators=[])
    assert [known["Score"] for known in options(asked)] == [0, 3, 7, 10]
    assert [known.kind for known in listed] == ["changed"]


def test_a_scale_with_rounded_scores_comes_back_with_its_levels() -> None:
    made = rubric(criterion(scale=dict.fromkeys(range(8), "x"), rate="manual", indicators=[]))
    again = from_connect(written(made)[0])
    assert again.criterion().scale == dict.fromkeys(range(8), "x")


@pytest.mark.parametrize(
    ("weights", "values"),
    [((2.5, 1), [5, 2]), ((1000, 500), [100, 50])],
    ids=["fractions", "beyond 100"],
)
def test_with_a_bonus_weights_become_whole_points_up_to_a_hundred(
    weights: tuple[float, float], values: list[int]
) -> None:
    first = criterion(id="s.a", **YES_NO, weight=weights[0])
    second = criterion(id="s.b", **YES_NO, weight=weights[1], bonus=True)
    form, listed = written(rubric(first, second, policy={"total": "criteria"}))
    best = [options(asked)[0]["PointsConfiguration"]["PointValue"] for asked in questions(form)]
    assert best == values
    assert not [known for known in listed if known.place.startswith("sections")]


def test_several_answers_share_ten() -> None:
    parts = [{"id": name, "text": name, "points": 2} for name in ("a", "b")]
    asked, listed = one(**PEOPLE, type="multi_choice", options=parts)
    assert [known["Score"] for known in options(asked)] == [5, 5]
    assert not listed


def test_ranges_become_inclusive_whole_numbers() -> None:
    ranges = [{"from": 0, "below": 5, "points": 2}, {"from": 5, "below": 10, "points": 0}]
    asked, listed = one(**PEOPLE, type="number", ranges=ranges)
    bounds = [(known["MinValue"], known["MaxValue"], known["Score"]) for known in options(asked)]
    assert (bounds, listed) == ([(0, 4, 10), (5, 9, 0)], [])


def test_ranges_without_an_end_get_one_and_are_listed() -> None:
    ranges = [{"below": 5, "points": 2}, {"from": 5, "points": 0, "text": "too long"}]
    asked, listed = one(**PEOPLE, type="number", ranges=ranges)
    numbers = asked["QuestionTypeProperties"]["Numeric"]
    assert (numbers["MinValue"], numbers["MaxValue"]) == (0, 9999)
    assert [known.place.rsplit("].", 1)[-1] for known in listed] == [
        "ranges[0]",
        "ranges[1]",
        "text",
    ]


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"tips": {0: "Say sorry."}}, "tips"),
        ({"base": 1}, "base"),
        ({"causes": {0: ["no time"]}}, "causes"),
        ({"critical": "compliance"}, "critical"),
        ({"critical": {"policy": "fail"}}, "critical"),
        ({"bonus": True}, "bonus"),
        ({"type": "info", "rate": "manual", "indicators": [], "scale": {}}, "type"),
        ({"applies_when": {"channels": ["call"]}}, "applies_when.channels"),
        ({"applies_when": {"metadata": {"queue": ["billing"]}}}, "applies_when.metadata.queue"),
    ],
)
def test_what_a_question_cannot_say_is_listed(fields: Json, place: str) -> None:
    _, listed = one(**fields)
    places = [known.place for known in listed]
    assert f"{PLACE}.{place}" in places


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"minimums": {"s": 50}}, "minimums"),
        ({"requires": {"agent_turns": 3}}, "requires"),
        ({"policy": {"not_applicable": "full"}}, "policy.not_applicable"),
        ({"language": ["en", "cy"]}, "language"),
        ({"language": "cy"}, "language"),
        ({"bands": {"Fine": 0, "Splendid": 90}}, "bands.Splendid"),
        ({"bands": {"Needs improvement": 0, "Meets expectations": 70}}, "pass_mark"),
    ],
)
def test_what_a_form_cannot_say_is_listed(fields: Json, place: str) -> None:
    _, listed = written(rubric(**fields))
    assert place in [known.place for known in listed]


def test_every_field_of_a_criterion_is_carried_or_listed() -> None:
    """A field that is new in the rubric cannot vanish: this fails until somebody thinks of it."""
    thought_of = {
        *("id", "question", "guidance", "type", "weight", "bonus", "scale", "options", "ranges"),
        *("unit", "critical", "allow_na", "applies_when", "rate", "base", "indicators", "tips"),
        *("causes", "min_confidence"),
    }
    assert set(Criterion.model_fields) == thought_of


def test_people_say_that_a_question_does_not_apply_where_its_condition_is_lost() -> None:
    asked, _ = one(critical=True, applies_when={"channels": ["call"]})
    assert asked["NotApplicableEnabled"] is True


@pytest.mark.parametrize(
    ("type_", "given", "refs"),
    [
        ({"type": "yes_no"}, ["yes"], ["yes"]),
        ({"type": "yes_no"}, [0], ["no"]),
        ({"scale": {0: "no", 1: "yes"}}, [1], ["level_1"]),
        (
            {
                "type": "choice",
                "options": [{"id": n, "text": n, "points": i % 2} for i, n in enumerate(NAMES)],
            },
            [0],
            ["a", "c"],
        ),
    ],
    ids=["yes", "no by its level", "a level", "options by their points"],
)
def test_conditions_name_options(type_: Json, given: list[Any], refs: list[str]) -> None:
    other = criterion(**PEOPLE | {"id": "s.other"} | type_)
    form, listed = written(rubric(other, criterion(applies_when={"answers": {"s.other": given}})))
    (operand,) = questions(form)[1]["Enablement"]["Condition"]["Operands"]
    assert [value["RefId"] for value in operand["Expression"]["Values"]] == refs
    assert operand["Expression"]["Source"]["RefId"] == "other"
    assert [known for known in listed if "applies_when" in known.place] == []


def test_names_that_clash_keep_their_section() -> None:
    """RefIds are unique in a whole form; ids of criteria begin with their section's."""
    sections = [
        {"id": name, "title": name, "weight": 1, "criteria": [criterion(id=f"{name}.polite")]}
        for name in ("first", "polite")
    ]
    made = rubric(sections=sections)
    form, _ = written(made)
    refs = [item["Section"]["Items"][0]["Question"]["RefId"] for item in form["Items"]]
    assert refs == ["first.polite", "polite.polite"]
    assert [known.id for known in from_connect(form).made.criteria()] == refs


@pytest.mark.parametrize(
    ("key", "text", "most"), [("Title", "question", 350), ("Instructions", "guidance", 1024)]
)
def test_texts_that_are_too_long_are_cut_and_listed(key: str, text: str, most: int) -> None:
    asked, listed = one(**{text: "long " * 300})
    assert len(asked[key]) <= most
    assert any(known.place.endswith(text) for known in listed)


def test_the_section_that_fails_is_named() -> None:
    asked, listed = one(**YES_NO, critical={"policy": "section"})
    fails = {"AutomaticFail": True, "AutomaticFailConfiguration": {"TargetSection": "s"}}
    assert options(asked)[1] == {"RefId": "no", "Text": "No", "Score": 0} | fails
    assert not listed


def test_a_number_question_keeps_its_bounds_there_and_back() -> None:
    ranges = (
        {"MinValue": 0, "MaxValue": 4, "Score": 10},
        {"MinValue": 5, "MaxValue": 9, "Score": 0},
    )
    asked = numeric("q", *ranges, NotApplicableEnabled=False)
    assert questions(written(from_connect(connect(asked)).made)[0]) == [asked]
