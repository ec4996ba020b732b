"""The rubric and the sample as people read them."""

from dataclasses import replace
from decimal import Decimal

import pytest
from scored_builders import full_rubric, rubric, sample

from qa_toolkit.domain.rubric import AppliesWhen
from qa_toolkit.domain.sample import SamplingPlan
from qa_toolkit.scorecards.rubric_view import rubric_view
from qa_toolkit.scorecards.sample_view import sample_view
from qa_toolkit.scorecards.view import RubricCriterionView, RubricView


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, "Always"),
        ({"customer": "bad_news"}, "When the customer shows bad news"),
        ({"channels": ["call", "visit"]}, "When it is a call or a visit"),
        (
            {"customer": "distress", "channels": ["chat"]},
            "When the customer shows distress and it is a chat",
        ),
        (
            {"customer": "distress", "channels": ["email"], "match": "any"},
            "When the customer shows distress or it is an e-mail",
        ),
        ({"metadata": {"queue": ["billing", "sales"]}}, "When 'queue' is billing or sales"),
        (
            {"answers": {"empathy.acknowledge": [0, 1]}},
            "When “Does the agent show acknowledge?” is answered 0 (ignores it) or 1 "
            "(stock phrase)",
        ),
        (
            {"answers": {"politeness.no_rudeness": ["yes"]}},
            "When “Does the agent show no rudeness?” is answered yes",
        ),
        ({}, "Always"),
    ],
)
def test_a_criterion_says_when_it_applies(when: dict[str, object] | None, words: str) -> None:
    known = rubric()
    section, *others = known.sections
    first, *rest = section.criteria
    condition = None if when is None else AppliesWhen.model_validate(when)
    criterion = first.model_copy(update={"applies_when": condition})
    changed = section.model_copy(update={"criteria": (criterion, *rest)})
    view = rubric_view(known.model_copy(update={"sections": (changed, *others)}))
    assert view.criteria[0].applies == words


def test_levels_stand_one_a_line_the_best_first() -> None:
    levels = rubric_view(rubric()).criteria[2].levels
    assert levels == "2: names the trouble\n1: stock phrase\n0: ignores it"


def test_the_pass_mark_keeps_its_decimals() -> None:
    view = rubric_view(rubric(pass_mark=Decimal("79.5")))
    assert dict(view.rules)["Pass mark"] == "79.5"


def test_a_plain_sample_says_how_many_of_all() -> None:
    drawn = sample({"all": (40, ("i-1", "i-2"))})
    view = sample_view(replace(drawn, plan=SamplingPlan(seed="s", size=2)))
    assert view.how.startswith("2 interactions of all, drawn at random.")


def test_an_empty_stratum_has_no_chance() -> None:
    assert sample_view(sample({"nobody": (0, ())})).strata[0].chance == "–"


def visit_rubric(**changes: object) -> RubricView:
    return rubric_view(full_rubric(**changes))


def lines() -> dict[str, RubricCriterionView]:
    return {criterion.id: criterion for criterion in visit_rubric().criteria}


@pytest.mark.parametrize(
    ("criterion", "levels"),
    [
        ("door.note", "Free text; not scored."),
        ("door.open", "1: Yes\n0: No – critical failure"),
        ("door.window", "Points of all that are chosen:\n+1: lit\n+2: priced\n+4: clean"),
        ("advice.found", "5: came\n2: asked\n0: nobody"),
        ("need.questions", "Unit: questions\n3: from 3\n1: from 1 below 3\n0: below 1"),
        ("offer.age", "3: before\n1: after the sale – critical failure\n0: no – critical failure"),
        ("till.thanks", "2: in words\n0: a nod\n-1: not at all"),
    ],
)
def test_every_type_of_answer_is_listed(criterion: str, levels: str) -> None:
    assert lines()[criterion].levels == levels


def test_several_answers_that_fail_together_say_so() -> None:
    options = [{"id": "a", "text": "A", "points": 1}, {"id": "b", "text": "B", "points": 2}]
    asked = {"id": "s.c", "question": "Which?", "type": "multi_choice", "options": options}
    section = {"id": "s", "title": "S", "weight": 1}
    sections = [section | {"criteria": [asked | {"critical": {"at": [0, 1]}}]}]
    (line,) = visit_rubric(sections=sections, minimums={}).criteria
    assert line.levels.endswith("+2: B\n0 or 1 – critical failure")


def test_a_criterion_tells_its_subsection_and_whether_it_is_a_bonus() -> None:
    known = lines()
    assert (known["need.second"].part, known["need.second"].bonus) == ("Need", True)
    assert (known["advice.found"].part, known["advice.found"].bonus) == ("", False)


def test_an_answer_that_is_not_scored_has_no_weight() -> None:
    assert lines()["door.note"].weight is None
    assert lines()["door.open"].weight == 3


@pytest.mark.parametrize(
    ("criterion", "words"),
    [
        ("door.window", ""),
        ("door.open", "Critical: business"),
        ("offer.age", "Critical: compliance"),
        ("till.receipt", "Critical. Its section becomes 0 and the outcome Fail."),
    ],
)
def test_a_critical_criterion_names_its_class_and_its_own_policy(
    criterion: str, words: str
) -> None:
    assert lines()[criterion].critical == words


def test_root_causes_stand_with_their_level() -> None:
    assert lines()["door.open"].causes == "0: opened late; no staff"


def test_the_rules_tell_all_that_makes_the_total() -> None:
    rules = dict(visit_rubric().rules)
    assert rules["Bands"] == "Needs work from 0, Good from 65 and Outstanding from 90"
    assert rules["Bonus"].endswith("No percent goes beyond 100.")
    assert rules["Critical: compliance"].startswith("The total becomes 0")
    assert rules["Critical: customer"] == "The outcome is Fail; the total stays as computed."
    assert rules["Appeal"] == "An agent may ask for a review within 14 days."
    assert rules["Made for"] == "Visit and Call; languages 'en' and 'de'"


def test_a_policy_of_the_criterion_itself_needs_no_rule() -> None:
    """The only critical criterion without a class says itself what its failure does."""
    assert "Critical failure" not in dict(visit_rubric().rules)


def test_a_class_that_no_criterion_has_needs_no_rule() -> None:
    classless = rubric(policy={"critical": {"compliance": "fail"}})
    rules = dict(rubric_view(classless).rules)
    assert "Critical: compliance" not in rules
    assert rules["Critical failure"].startswith("The total becomes 0")


def test_a_rubric_without_extras_has_no_rules_about_them() -> None:
    assert {"Bands", "Bonus", "Subsection", "Appeal"}.isdisjoint(dict(rubric_view(rubric()).rules))
    assert rubric_view(rubric()).appeal == ""


def test_bands_stand_in_order_of_their_marks() -> None:
    assert [name for name, _ in visit_rubric().bands] == ["Needs work", "Good", "Outstanding"]


def test_open_bonus_is_announced() -> None:
    rules = dict(visit_rubric(policy={"bonus": "open", "total": "criteria"}).rules)
    assert rules["Bonus"].endswith("Percents may go beyond 100.")
    assert "the total counts its criteria one by one" in rules["Subsection"]
