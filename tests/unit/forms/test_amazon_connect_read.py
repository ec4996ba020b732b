"""Evaluation forms of Amazon Connect become rubrics that mean the same."""

from decimal import Decimal
from typing import Any

import pytest
from form_builders import (
    ENABLED,
    connect,
    enabled_by,
    from_connect,
    multi,
    numeric,
    option,
    points,
    question,
    single,
)

from qa_toolkit.domain.rubric import Critical
from qa_toolkit.errors import UsageError

QUESTION_ONLY = {"Mode": "QUESTION_ONLY", "Status": "ENABLED"}
POINTS = {"Mode": "POINTS_BASED", "Status": "ENABLED"}
GOOD, FAIR, POOR = option("good", 10), option("fair", 4), option("poor", 0)
OPTIONS = "Items[0].Section.Items[0].Question.QuestionTypeProperties.SingleSelect.Options"


@pytest.mark.parametrize(
    "wrapped",
    [
        pytest.param(lambda form: form, id="as CreateEvaluationForm takes it"),
        pytest.param(lambda form: {"EvaluationForm": form}, id="as DescribeEvaluationForm answers"),
        pytest.param(lambda form: {"Properties": form}, id="a resource of CloudFormation"),
        pytest.param(
            lambda form: {
                "Resources": {"F": {"Type": "AWS::Connect::EvaluationForm", "Properties": form}}
            },
            id="a template",
        ),
    ],
)
def test_a_form_is_found_in_what_holds_it(wrapped: Any) -> None:
    assert from_connect(wrapped(connect(question()))).made.title == "Calls"


def test_a_template_with_two_forms_is_refused() -> None:
    form = {"Type": "AWS::Connect::EvaluationForm", "Properties": connect(question())}
    with pytest.raises(UsageError, match="there are: A, B"):
        from_connect({"Resources": {"A": form, "B": form}})


def test_yes_and_no_stay_yes_and_no() -> None:
    criterion = from_connect(connect(question(Instructions="Look twice."))).criterion()
    assert (criterion.type, criterion.guidance, criterion.rate) == (
        "yes_no",
        "Look twice.",
        "manual",
    )


def test_no_as_the_better_answer_is_a_choice() -> None:
    """`Is the caller insulted?` must not turn round."""
    read = from_connect(connect(single("q", option("yes", 0), option("no", 10))))
    assert [(known.id, known.points) for known in read.criterion().options] == [
        ("yes", 0),
        ("no", 10),
    ]


def test_other_answers_are_a_choice_with_points() -> None:
    criterion = from_connect(connect(single("q", GOOD, FAIR, POOR))).criterion()
    assert (criterion.type, criterion.levels) == ("choice", {10: "Good", 4: "Fair", 0: "Poor"})


def test_several_answers_add_up() -> None:
    criterion = from_connect(connect(multi("q", option("a", 4), option("b", 6)))).criterion()
    assert (criterion.type, criterion.highest) == ("multi_choice", 10)


def test_inclusive_ranges_end_below_the_next_number() -> None:
    ranges = (
        {"MinValue": 0, "MaxValue": 4, "Score": 10},
        {"MinValue": 5, "MaxValue": 9, "Score": 0},
    )
    found = from_connect(connect(numeric("q", *ranges))).criterion().ranges
    assert [(known.start, known.below) for known in found] == [(0, 5), (5, 10)]


@pytest.mark.parametrize(("kind", "type_"), [("TEXT", "text"), ("DATETIME", "text")])
def test_what_is_written_is_text(kind: str, type_: str) -> None:
    written = {"Title": "When?", "RefId": "w", "QuestionType": kind}
    read = from_connect(connect(question(), written))
    assert read.criterion(1).type == type_
    assert bool(read.listed("changed")) is (kind == "DATETIME")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ([option("a", 5), option("b", 0)], "from 0 to 5 tenths where 10"),
        ([option("a", 10), option("b", 1)], "from 1 to 10 tenths where 10"),
    ],
    ids=["the best is half", "the worst is not nothing"],
)
def test_scores_that_mean_other_percents_are_listed(options: list[Any], said: str) -> None:
    """In a rubric the lowest answer is always 0 % and the best 100 %."""
    (changed,) = from_connect(connect(single("q", *options))).listed()
    assert (changed.kind, changed.place, said in changed.what) == ("changed", OPTIONS, True)


@pytest.mark.parametrize(
    ("allowed", "fails", "key"),
    [(True, False, None), (False, False, False), (True, True, True), (False, True, None)],
)
def test_not_applicable_is_allowed_as_in_the_form(
    *, allowed: bool, fails: bool, key: bool | None
) -> None:
    """A rubric allows it unless the criterion is critical; only the rest is written."""
    poor = POOR | {"AutomaticFail": fails}
    asked = single("q", GOOD, poor, NotApplicableEnabled=allowed)
    criterion = from_connect(connect(asked)).criterion()
    assert (criterion.allow_na, criterion.na_allowed) == (key, allowed)


# Missing weights share what is left; zero beside others does not count


@pytest.mark.parametrize(
    ("given", "weights"),
    [
        ([60, 40], [60, 40]),
        ([None, None], [1, 1]),
        ([0, 0], [1, 1]),
        ([70, None], [70, 30]),
        ([110, None], [110, 110]),
    ],
    ids=["given", "missing", "only zeros", "one missing", "nothing left"],
)
def test_missing_weights_share_what_is_left(given: list[int | None], weights: list[int]) -> None:
    asked = [question(f"q{n}", Weight=weight) for n, weight in enumerate(given)]
    read = from_connect(connect(*asked, ScoringStrategy=QUESTION_ONLY))
    assert [criterion.weight for criterion in read.made.criteria()] == weights


def test_a_question_that_weighs_nothing_beside_others_does_not_count() -> None:
    read = from_connect(connect(question("a", Weight=100), question("b", Weight=0)))
    assert (read.criterion(1).type, float(read.criterion(1).weight)) == ("yes_no", 0)
    assert read.listed() == []


# Not scored, for it or what it stands in is excluded, or the whole form is


EXCLUDED = {"ScoringConfiguration": {"IsExcludedFromScoring": True}}
RANGES = ({"MinValue": 0, "MaxValue": 4}, {"MinValue": 5, "MaxValue": 9})


@pytest.mark.parametrize(
    ("asked", "type_", "points"),
    [
        (single("e", GOOD, FAIR, POOR), "choice", [10, 4, 0]),
        (single("e", option("x", 5), option("y", 5), option("z", 0)), "choice", [5, 5, 0]),
        (single("e", option("x", None), option("y", None)), "choice", [0, 0]),
        (single("e", option("yes", None), option("no", None)), "yes_no", []),
        (multi("e", option("x", None), option("y", None)), "multi_choice", [0, 0]),
        (numeric("e", *RANGES), "number", [0, 0]),
    ],
    ids=["points", "equal points", "no points", "yes and no", "several", "a number"],
)
def test_an_excluded_question_keeps_its_answers_and_does_not_count(
    asked: dict[str, Any], type_: str, points: list[int]
) -> None:
    read = from_connect(connect(question(), asked | EXCLUDED | {"NotApplicableEnabled": True}))
    found = read.criterion(1)
    assert (found.type, float(found.weight), found.na_allowed) == (type_, 0, True)
    assert [known.points for known in found.options or found.ranges] == points
    assert read.listed() == []


def test_a_number_without_ranges_may_be_any_within_its_bounds() -> None:
    asked = numeric("n", {"MinValue": 3, "MaxValue": 9})
    asked["QuestionTypeProperties"]["Numeric"].pop("Options")
    read = from_connect(connect(question(), asked))
    (known,) = read.criterion(1).ranges
    assert (known.start, known.below) == (3, 10)
    assert (float(read.criterion(1).weight), read.listed()) == (0, [])


def test_a_scored_question_depends_on_one_that_does_not_count() -> None:
    """Its options are told apart by their names, for their points are the same."""
    about = single("about", option("order", None), option("repair", None), **EXCLUDED)
    read = from_connect(connect(about, question("z", **enabled_by(("about", ["repair"])))))
    when = read.criterion(1).applies_when
    assert when is not None
    assert (when.answers, read.listed()) == ({"s.about": ("repair",)}, [])


def test_a_question_that_does_not_count_fails_by_points_that_are_free() -> None:
    rude = option("rude", None, AutomaticFail=True)
    asked = single("e", rude, option("kind", None), option("curt", None), **EXCLUDED)
    read = from_connect(connect(question(), asked))
    found = read.criterion(1)
    assert (found.critical, float(found.weight), read.listed()) == (True, 0, [])
    assert [known.points for known in found.options] == [0, 1, 1]


@pytest.mark.parametrize(
    ("strategy", "section"),
    [
        ({"Mode": "SECTION_ONLY", "Status": "DISABLED"}, {}),
        ({"Mode": "POINTS_BASED", "Status": "DISABLED"}, {}),
        (ENABLED, {"IsExcludedFromScoring": True}),
    ],
    ids=["not scored by sections", "not scored by points", "all excluded"],
)
def test_in_a_form_that_is_not_scored_nothing_counts(
    strategy: dict[str, Any], section: dict[str, Any]
) -> None:
    named = single("a", option("yes", None), option("no", None))
    form = connect(named, single("b", option("x", None), option("y", None)))
    form["Items"][0]["Section"] |= section
    read = from_connect(form | {"ScoringStrategy": strategy})
    found = [(known.type, float(known.weight)) for known in read.made.criteria()]
    assert found == [("yes_no", 0), ("choice", 0)]
    assert (read.made.policy.total, read.listed()) == ("criteria", [])


def test_a_weight_of_what_is_excluded_is_noted() -> None:
    read = from_connect(connect(question("a"), question("b", Weight=20, **EXCLUDED)))
    (note,) = [note for note in read.listed("note") if note.place.endswith("Weight")]
    assert (float(read.criterion(1).weight), note.became) == (0, "it does not count")


@pytest.mark.parametrize(
    ("strategy", "options", "what"),
    [
        (ENABLED, [option("x", 5), option("y", 5)], "all answers give 5 tenths"),
        (ENABLED, [option("x", 0), option("y", 0)], "all answers give 0 tenths"),
        (POINTS, [points("x", 3), points("y", 3)], "all answers give 3 points"),
    ],
    ids=["half", "nothing of ten", "points"],
)
def test_a_question_that_counts_the_same_whatever_is_answered_is_listed(
    strategy: dict[str, Any], options: list[Any], what: str
) -> None:
    asked = single("q", option("yes", None), option("no", None))
    read = from_connect(connect(asked, single("same", *options), ScoringStrategy=strategy))
    (changed,) = read.listed()
    assert (changed.kind, changed.what, float(read.criterion(1).weight)) == ("changed", what, 0)


def test_a_single_answer_may_be_ticked() -> None:
    asked = single("only", option("seen", 10))
    read = from_connect(connect(question(), asked, question("z", **enabled_by(("only", ["seen"])))))
    when = read.criterion(2).applies_when
    assert read.criterion(1).type == "multi_choice"
    assert when is not None
    assert when.answers == {"s.only": ("seen",)}


def two_sections(mode: str, *asked: dict[str, Any]) -> Any:
    """A first section `f` that is excluded, and a second that depends on the answer in it."""
    items = [{"Question": known} for known in asked]
    first = {"Title": "First", "RefId": "f", "IsExcludedFromScoring": True, "Items": items}
    form = connect(question("z", **enabled_by(("about", ["repair"]))))
    form["Items"].insert(0, {"Section": first})
    return from_connect(form | {"ScoringStrategy": {"Mode": mode, "Status": "ENABLED"}})


ABOUT = single("about", option("order", None), option("repair", None))


def test_an_excluded_section_joins_the_next_and_conditions_follow() -> None:
    """Sections weigh, so something in each must count."""
    read = two_sections("SECTION_ONLY", ABOUT)
    when = read.criterion(1).applies_when
    assert [known.id for known in read.made.criteria()] == ["s.about", "s.z"]
    assert when is not None
    assert when.answers == {"s.about": ("repair",)}
    assert [(known.kind, known.place) for known in read.listed()] == [
        ("changed", "Items[0].Section")
    ]


def test_an_excluded_section_stands_where_questions_weigh_by_themselves() -> None:
    read = two_sections("QUESTION_ONLY", ABOUT)
    assert [known.id for known in read.made.criteria()] == ["f.about", "s.z"]
    assert read.listed() == []


def test_what_fails_an_excluded_section_does_not_fail_another() -> None:
    target = {"AutomaticFailConfiguration": {"TargetSection": "f"}}
    fails = single("x", GOOD, POOR | {"AutomaticFail": True} | target)
    read = two_sections("SECTION_ONLY", ABOUT, fails)
    assert (read.criterion(1).critical, read.criterion(1).na_allowed) == (False, False)
    assert [known.kind for known in read.listed()] == ["lost", "changed"]


def test_sections_share_the_form_and_questions_their_section() -> None:
    inner = {"Title": "P", "RefId": "p", "Weight": 30, "Items": [{"Question": question("b")}]}
    items = [{"Question": question("a", Weight=70)}, {"Section": inner}]
    section = {"Title": "S", "RefId": "s", "Weight": 80, "Items": items}
    other = {"Title": "T", "RefId": "t", "Items": [{"Question": question("c")}]}
    form = connect() | {"Items": [{"Section": section}, {"Section": other}]}
    first, second = from_connect(form).made.sections
    assert [known.weight for known in (first, second)] == [80, 20]
    assert [first.criteria[0].weight, first.sections[0].weight] == [70, 30]


def test_weighed_by_question_a_section_weighs_what_is_in_it() -> None:
    asked = (question("a", Weight=30), question("b", Weight=70))
    read = from_connect(connect(*asked, ScoringStrategy=QUESTION_ONLY)).made
    assert read.policy.total == "criteria"
    assert read.sections[0].weight == 100


# What can be earned is the weight


def test_in_points_forms_the_best_answer_is_the_weight() -> None:
    asked = single("q", points("good", 25), points("fair", 10), points("poor", 0))
    read = from_connect(connect(asked, ScoringStrategy=POINTS))
    assert read.made.policy.total == "criteria"
    assert read.criterion().weight == 25
    assert not read.listed()


def test_a_bonus_question_is_a_bonus() -> None:
    bonus = {"ScoringConfiguration": {"PointsConfiguration": {"IsBonus": True}}}
    extra = single("x", points("yes", 5), points("no", 0), **bonus)
    asked = single("q", points("good", 10), points("poor", 0))
    assert from_connect(connect(asked, extra, ScoringStrategy=POINTS)).criterion(1).bonus


def test_a_bonus_for_one_answer_is_lost() -> None:
    options = (points("best", 12, bonus=True), points("good", 10), points("poor", 0))
    read = from_connect(connect(single("q", *options), ScoringStrategy=POINTS))
    (lost,) = read.listed()
    assert (lost.place, lost.what) == (f"{OPTIONS}[0]", "a bonus of 2 points for one answer")
    assert read.criterion().highest == read.criterion().weight == 10


def test_a_cap_on_points_is_listed() -> None:
    cap = {"ScoringConfiguration": {"PointsConfiguration": {"MaxPointValue": 7}}}
    asked = multi("q", points("a", 5), points("b", 5), **cap)
    (changed,) = from_connect(connect(asked, ScoringStrategy=POINTS)).listed()
    assert "10 points where 7 are all there is" in changed.what


# Of the whole form, or of the section the question stands in


def failing(*options: dict[str, Any]) -> Any:
    return from_connect(connect(single("q", *options)))


def test_automatic_fail_is_critical() -> None:
    read = failing(GOOD, POOR | {"AutomaticFail": True})
    assert (read.criterion().critical, read.listed()) == (True, [])


def test_automatic_fail_need_not_be_the_lowest_answer() -> None:
    read = failing(GOOD, FAIR | {"AutomaticFail": True}, POOR | {"AutomaticFail": True})
    assert read.criterion().fails_at == (0, 4)


def test_automatic_fail_of_its_own_section_is_the_policy_section() -> None:
    target = {"AutomaticFailConfiguration": {"TargetSection": "s"}}
    read = failing(GOOD, POOR | {"AutomaticFail": True} | target)
    assert read.criterion().critical == Critical.model_validate({"policy": "section"})


@pytest.mark.parametrize("target", ["t", "nowhere"])
def test_automatic_fail_of_another_section_is_listed(target: str) -> None:
    fails = {"AutomaticFail": True, "AutomaticFailConfiguration": {"TargetSection": target}}
    (changed,) = failing(GOOD, POOR | fails).listed()
    wanted = f"{OPTIONS}[1].AutomaticFailConfiguration.TargetSection"
    assert (changed.kind, changed.place) == ("changed", wanted)


def test_automatic_fail_of_a_subsection_is_listed() -> None:
    fails = {"AutomaticFail": True, "AutomaticFailConfiguration": {"TargetSection": "p"}}
    asked = single("q", GOOD, POOR | fails)
    inner = {"Title": "P", "RefId": "p", "Items": [{"Question": asked}]}
    outer = {"Title": "S", "RefId": "s", "Items": [{"Section": inner}]}
    (changed,) = from_connect(connect() | {"Items": [{"Section": outer}]}).listed()
    assert changed.became == "it fails the whole section 's'"


def test_automatic_fail_of_form_and_section_together_is_listed() -> None:
    target = {"AutomaticFailConfiguration": {"TargetSection": "s"}}
    read = failing(GOOD, FAIR | {"AutomaticFail": True} | target, POOR | {"AutomaticFail": True})
    assert len(read.listed("changed")) == 1
    assert read.criterion().critical == Critical(at=(0, 4))


def test_automatic_fail_beside_an_innocent_answer_with_the_same_points_it_is_lost() -> None:
    """Ratings are points; nobody may fail for the other answer."""
    read = failing(GOOD, POOR, option("rude", 0, AutomaticFail=True))
    (lost,) = read.listed()
    assert (lost.place, read.criterion().critical) == (f"{OPTIONS}[2]", False)


def test_automatic_fail_among_several_answers_is_lost() -> None:
    asked = multi("q", option("a", 4, AutomaticFail=True), option("b", 6))
    assert [known.kind for known in from_connect(connect(asked)).listed()] == ["lost"]


# ENABLE and DISABLE, IN and NOT_IN, AND and OR


def applies(condition: dict[str, Any], *others: dict[str, Any]) -> Any:
    source = single("a", GOOD, FAIR, POOR)
    read = from_connect(connect(source, *others, question("z", **condition)))
    return list(read.made.criteria())[-1].applies_when, read.listed()


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({}, ("good",)),
        ({"Comparator": "NOT_IN"}, ("fair", "poor")),
        ({"Action": "DISABLE", "DefaultAction": "ENABLE"}, ("fair", "poor")),
        ({"Action": "DISABLE", "DefaultAction": None, "Comparator": "NOT_IN"}, ("good",)),
        ({"Comparator": "EXACT"}, ("good",)),
    ],
    ids=["in", "not in", "disabled in", "disabled not in", "exactly"],
)
def test_a_condition_on_one_answer(fields: dict[str, Any], wanted: tuple[str, ...]) -> None:
    when, listed = applies(enabled_by(("a", ["good"]), **fields))
    assert (when.answers, listed) == ({"s.a": wanted}, [])


@pytest.mark.parametrize(
    ("operator", "action", "match", "wanted"),
    [
        ("AND", "ENABLE", "all", ("good",)),
        ("OR", "ENABLE", "any", ("good",)),
        ("AND", "DISABLE", "any", ("fair", "poor")),
        ("OR", "DISABLE", "all", ("fair", "poor")),
    ],
)
def test_a_condition_on_two_answers(
    operator: str, action: str, match: str, wanted: tuple[str, ...]
) -> None:
    """Not (A and B) is (not A) or (not B)."""
    sources = (("a", ["good"]), ("b", ["yes"]))
    condition = enabled_by(*sources, Operator=operator, Action=action, DefaultAction=None)
    when, listed = applies(condition, question("b"))
    assert (when.match, when.answers["s.a"], listed) == (match, wanted, [])


@pytest.mark.parametrize(
    "condition",
    [
        enabled_by(("nobody", ["good"])),
        enabled_by(("a", ["nothing"])),
        enabled_by(("a", ["good", "fair"]), Comparator="ALL_IN"),
        enabled_by(("several", ["x"]), Comparator="NOT_IN"),
        enabled_by(("a", ["good"]), ("a", ["fair"]), Operator="AND"),
        enabled_by(("z", ["yes"])),
        enabled_by(("text", ["x"])),
    ],
    ids=[
        "no question",
        "no answer",
        "two at once",
        "none of several",
        "never",
        "itself",
        "no answers",
    ],
)
def test_a_condition_that_cannot_be_said_is_listed(condition: dict[str, Any]) -> None:
    text = {"Title": "Why?", "RefId": "text", "QuestionType": "TEXT"}
    several = multi("several", option("x", 4), option("y", 6))
    when, listed = applies(condition, several, text)
    assert when is None
    assert listed[-1].kind == "lost"
    assert listed[-1].place.endswith("Question.Enablement")


def test_an_action_that_is_its_own_default_is_listed() -> None:
    when, listed = applies(enabled_by(("a", ["good"]), DefaultAction="ENABLE"))
    assert (when, [known.kind for known in listed]) == (None, ["changed"])


def test_a_circle_of_conditions_is_broken() -> None:
    first = question("a", **enabled_by(("b", ["yes"])))
    second = question("b", **enabled_by(("a", ["yes"])))
    read = from_connect(connect(first, second))
    assert [bool(known.applies_when) for known in read.made.criteria()] == [True, False]


# A legal RefId is an id; any other is made from the words


@pytest.mark.parametrize(
    ("ref", "made"),
    [
        ("greets", "s.greets"),
        ("s.greets", "s.greets"),
        ("Q-17", "s.name_caller_help"),
        ("", "s.name_caller_help"),
    ],
    ids=["legal", "with its section", "not legal", "none"],
)
def test_a_legal_name_stays_and_any_other_is_made_from_the_words(ref: str, made: str) -> None:
    asked = question(ref) | {"Title": "Does the agent name the caller and help?"}
    read = from_connect(connect(asked))
    assert read.criterion().id == made
    assert len([note for note in read.listed("note") if "RefId" in note.place]) == (ref == "Q-17")


def test_the_same_words_get_numbers() -> None:
    asked = [question(f"Q-{n}") | {"Title": "Polite?"} for n in range(3)]
    read = from_connect(connect(*asked))
    ids = [criterion.id for criterion in read.made.criteria()]
    assert ids == ["s.polite", "s.polite_2", "s.polite_3"]


def test_a_title_without_latin_letters_gets_a_plain_name() -> None:
    read = from_connect(connect(question("Q-1") | {"Title": "挨拶しましたか"}))
    assert read.criterion().id == "s.question"


def test_one_given_twice_is_a_problem() -> None:
    read = from_connect(connect(question("a"), question("a")))
    assert "Items[0].Section.Items[1].Question.RefId: 'a' is there twice" in read.problems[0]


# Two names at most; what needs no improvement passes


def with_thresholds(*thresholds: tuple[str, int, int]) -> Any:
    listed = [
        {"PerformanceCategory": name, "MinScorePercentage": low, "MaxScorePercentage": high}
        for name, low, high in thresholds
    ]
    return from_connect(connect(question(), ScoringStrategy=ENABLED | {"ScoreThresholds": listed}))


def test_thresholds_are_bands_and_the_pass_mark() -> None:
    read = with_thresholds(("NEEDS_IMPROVEMENT", 0, 60), ("EXCEEDS_EXPECTATIONS", 90, 100)).made
    names = {"Needs improvement": 0, "Meets expectations": 60, "Exceeds expectations": 90}
    assert (read.pass_mark, read.bands) == (60, names)


def test_the_worst_threshold_alone_is_the_pass_mark() -> None:
    read = with_thresholds(("NEEDS_IMPROVEMENT", 0, 70)).made
    assert (read.pass_mark, read.bands) == (70, {})


def test_without_thresholds_the_pass_mark_is_assumed() -> None:
    read = with_thresholds()
    (note,) = [note for note in read.listed("note") if note.place == "pass_mark"]
    assert (read.made.pass_mark, note.became) == (Decimal(80), "80 is assumed")


@pytest.mark.parametrize(
    ("asked", "place", "said"),
    [
        (
            single("q", GOOD, POOR) | {"Colour": "red"},
            "Items[0].Section.Items[0].Question.Colour",
            "not known",
        ),
        (
            {
                "Title": "Why?",
                "RefId": "q",
                "QuestionType": "TEXT",
                "QuestionTypeProperties": {
                    "Text": {"Automation": {"AnswerSource": {"SourceType": "GEN_AI"}}}
                },
            },
            "Items[0].Section.Items[0].Question.QuestionTypeProperties.Text.Automation.AnswerSource",
            "generative AI",
        ),
    ],
    ids=["an unknown key", "automation"],
)
def test_whatever_nobody_looked_at_is_listed(asked: Any, place: str, said: str) -> None:
    (lost,) = from_connect(connect(asked, question("y"))).listed()
    assert (lost.kind, lost.place, said in lost.what) == ("lost", place, True)


def test_a_default_answer_is_warned_of() -> None:
    """It counts as answered, mostly in favour of the score."""
    asked = single("q", GOOD, POOR)
    asked["QuestionTypeProperties"]["SingleSelect"]["Automation"] = {"DefaultOptionRefId": "good"}
    (lost,) = from_connect(connect(asked)).listed()
    assert "favour of the score" in lost.became


def test_a_section_of_texts_joins_another_where_it_stood() -> None:
    text = {"Title": "What else?", "RefId": "else", "QuestionType": "TEXT"}
    remarks = {"Title": "Remarks", "RefId": "r", "Items": [{"Question": text}]}
    form = connect(question())
    form["Items"].insert(0, {"Section": remarks})
    read = from_connect(form)
    assert [section.id for section in read.made.sections] == ["s"]
    assert [criterion.id for criterion in read.made.criteria()] == ["s.else", "s.q"]
    assert [known.place for known in read.listed()] == ["Items[0].Section"]


def test_yes_and_no_need_no_scores() -> None:
    asked = single("q", option("yes", None), option("no", None))
    read = from_connect(connect(asked))
    assert (read.criterion().type, read.listed()) == ("yes_no", [])


def test_a_form_of_texts_is_refused() -> None:
    text = {"Title": "What else?", "RefId": "else", "QuestionType": "TEXT"}
    assert from_connect(connect(text)).problems == ["nothing in this form is scored"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"Title": 7}, "Title: expected text, got 7"),
        ({"Title": ""}, "Title: is missing or empty"),
        ({"Items": {}}, "Items: expected a list, got an object"),
        ({"Items": [{}]}, "Items[0]: holds neither a Section nor a Question"),
        ({"ScoringStrategy": {"Mode": "BEST"}}, "ScoringStrategy.Mode: 'BEST' is none of"),
        (
            {"ScoringStrategy": {"Mode": "SECTION_ONLY", "Status": "OFF"}},
            "ScoringStrategy.Status: 'OFF' is none of",
        ),
        ({"LanguageConfiguration": {"FormLanguage": "english"}}, "'english' is no language code"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_path(change: dict[str, Any], said: str) -> None:
    read = from_connect(connect(question()) | change)
    assert read.rubric is None
    assert said in read.problems[0]


def test_a_question_outside_of_all_sections_gets_one() -> None:
    form = connect(question("a"))
    form["Items"] += [{"Question": question("b")}, {"Question": question("c")}]
    read = from_connect(form)
    assert [section.id for section in read.made.sections] == ["s", "questions"]
    assert [known.place for known in read.listed("changed")] == ["Items[1]"]


def test_a_section_in_a_subsection_is_joined_to_it() -> None:
    deep = {"Title": "D", "RefId": "d", "Items": [{"Question": question("c")}]}
    part = {"Title": "P", "RefId": "p", "Items": [{"Section": deep}, {"Question": question("b")}]}
    outer = {"Title": "S", "RefId": "s", "Items": [{"Section": part}, {"Question": question("a")}]}
    read = from_connect(connect() | {"Items": [{"Section": outer}]})
    assert [known.id for known in read.made.criteria()] == ["s.a", "p.c", "p.b"]
    place = "Items[0].Section.Items[0].Section.Items[0].Section"
    assert [(n.kind, n.place) for n in read.listed()] == [
        ("changed", place),
        ("lost", f"{place}.RefId"),
    ]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (single("q"), "a question to choose from needs answers"),
        (single("q", *(option(f"o{n}", 0) for n in range(41))), "41 answers"),
        (single("q", option("a", 2000), option("b", 0)), "2000 points are too many"),
        (single("q", GOOD, POOR, Weight=-1), "Weight: -1 is less than 0"),
        (
            numeric("q", *({"MinValue": 0, "MaxValue": n, "Score": n} for n in (4, 9))),
            "its ranges overlap",
        ),
        (numeric("q", {"MinValue": 5, "MaxValue": 1, "Score": 1}), "a MaxValue that is not less"),
        ({"Title": "Q", "RefId": "q", "QuestionType": "GUESS"}, "'GUESS' is none of"),
    ],
)
def test_questions_that_cannot_be_used_are_told(asked: Any, said: str) -> None:
    (problem,) = from_connect(connect(asked, question("y"))).problems
    assert problem.startswith("Items[0].Section.Items[0].Question")
    assert said in problem


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ({"ScoringStrategy": {"Mode": "SECTION_ONLY"}}, "ScoringStrategy.Status"),
        (
            {"TargetConfiguration": {"ContactInteractionType": "AUTOMATED"}},
            "TargetConfiguration.ContactInteractionType",
        ),
        ({"ReviewConfiguration": {"EligibilityDays": 500}}, "ReviewConfiguration.EligibilityDays"),
        ({"AutoEvaluationConfiguration": {"Enabled": True}}, "AutoEvaluationConfiguration"),
        ({"Tags": {"team": "north"}}, "Tags"),
    ],
)
def test_what_a_form_says_of_itself_and_a_rubric_cannot_is_listed(
    fields: dict[str, Any], place: str
) -> None:
    assert [known.place for known in from_connect(connect(question(), **fields)).listed()] == [
        place
    ]


def test_which_form_it_is_in_amazon_connect_is_only_noted() -> None:
    read = from_connect(connect(question(), EvaluationFormId="f-1", EvaluationFormVersion=3))
    assert read.listed() == []
    assert {"EvaluationFormId", "EvaluationFormVersion"} <= {n.place for n in read.listed("note")}


def test_bounds_of_a_number_that_are_turned_round_are_told() -> None:
    asked = numeric("n", {"MinValue": 9, "MaxValue": 3})
    asked["QuestionTypeProperties"]["Numeric"].pop("Options")
    (problem,) = from_connect(connect(question(), asked)).problems
    assert problem.endswith("Numeric.MaxValue: is less than MinValue")


def test_numbers_outside_of_all_ranges_are_listed() -> None:
    asked = numeric("n", *({"MinValue": n, "MaxValue": n, "Score": 10 * n} for n in (0, 1)))
    asked["QuestionTypeProperties"]["Numeric"]["MaxValue"] = 99
    (lost,) = from_connect(connect(asked)).listed()
    assert (lost.what, lost.became) == (
        "numbers from 0 to 99",
        "only those of its ranges, from 0 to 1",
    )
