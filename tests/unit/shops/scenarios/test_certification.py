"""Certification: who may carry a scenario out, and what is kept of every attempt."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from shop_exams import RIGHT, asking_project, asking_scenario
from shop_projects import drawn, shops_project

from qa_toolkit.domain.shop.scenario import Scenario
from qa_toolkit.errors import UsageError
from qa_toolkit.shops.scenarios.certification import attempt, shown_questions
from qa_toolkit.shops.scenarios.parts import line_about
from qa_toolkit.store import shops
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.certification import certification_of, certify, is_certified
from qa_toolkit.workflow.shops.drafts import new_log, save_draft
from qa_toolkit.workflow.shops.keep_plan import keep_plan
from qa_toolkit.workflow.shops.shops import open_shop

PEOPLE = [f"shopper-{number}" for number in range(40)]


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with asking_project(tmp_path) as project:
        yield project


@pytest.fixture
def scenario(tmp_path: Path) -> Scenario:
    return asking_scenario(tmp_path).scenario


def test_every_option_is_shown_once(scenario: Scenario) -> None:
    shown = [sorted(one.options) for one in shown_questions(scenario, "v1", "maya")]
    assert scenario.certification is not None
    assert shown == [sorted(one.options) for one in scenario.certification.questions]


def test_the_same_shopper_sees_the_same_order_again(scenario: Scenario) -> None:
    """On any machine, in any process: the numbers that were given before mean the same."""
    orders = {one.id: one.order for one in shown_questions(scenario, "v1", "maya")}
    assert orders == {"opening": (3, 1, 2), "bus": (2, 1, 3, 4), "rules": (1, 2)}


def test_numbers_cannot_be_passed_on(scenario: Scenario) -> None:
    orders = {
        tuple(one.order.index(one.question.answer) for one in shown_questions(scenario, "v1", who))
        for who in PEOPLE
    }
    assert len(orders) > 10


def test_another_version_of_the_scenario_has_another_order(scenario: Scenario) -> None:
    versions = [shown_questions(scenario, f"v{number}", "maya") for number in range(20)]
    assert any(one != other for one, other in pairwise(versions))


@pytest.mark.parametrize(
    ("answers", "right", "passed"),
    [
        (RIGHT, 3, True),
        (RIGHT | {"rules": 2}, 2, True),
        (RIGHT | {"rules": 2, "bus": 1}, 1, False),
        ({}, 0, False),
    ],
    ids=["all right", "just enough", "too few", "none"],
)
def test_a_shopper_passes_from_the_pass_mark_on(
    scenario: Scenario, answers: dict[str, int], right: int, *, passed: bool
) -> None:
    made = attempt(scenario, "v1", "maya", answers)
    assert (made.right, made.asked, made.passed) == (right, 3, passed)


def test_a_third_is_less_than_34_percent(scenario: Scenario) -> None:
    """Compared before any rounding: one of three is 33.3 percent, and not enough."""
    assert scenario.certification is not None
    asked = scenario.certification.model_copy(update={"pass_mark": 34})
    strict = scenario.model_copy(update={"certification": asked})
    assert not attempt(strict, "v1", "maya", {"opening": 2}).passed


def test_who_passes_may_fill_the_form_in(project: Project) -> None:
    opened = open_shop(project, "autumn-1")
    with pytest.raises(UsageError, match="not certified"):
        save_draft(project, opened, new_log(opened), by="maya")
    certify(project, "maya", "lost_card", RIGHT)
    assert save_draft(project, opened, new_log(opened), by="maya").shop.revision == 1


def test_every_attempt_is_kept_in_its_order(project: Project) -> None:
    certify(project, "Maya Lind", "lost_card", RIGHT | {"bus": 1, "rules": 2})
    certify(project, "maya", "lost_card", RIGHT)
    kept = certification_of(project, "maya", "lost_card").attempts
    assert [(one.shopper, one.right, one.passed) for one in kept] == [
        ("maya", 1, False),
        ("maya", 3, True),
    ]


def test_one_shoppers_certification_is_no_other_ones(project: Project) -> None:
    certify(project, "maya", "lost_card", RIGHT)
    usable = open_shop(project, "autumn-1").scenario
    assert is_certified(project, "maya", usable)
    assert not is_certified(project, "tom", usable)


def test_another_version_has_to_be_passed_again(project: Project, tmp_path: Path) -> None:
    certify(project, "maya", "lost_card", RIGHT)
    newer = asking_scenario(tmp_path / "files", "submit_hours: 12\n")
    keep_plan(project, drawn(newer), [newer])
    asked = certification_of(project, "maya", "lost_card")
    assert (asked.scenario.hash, asked.passed) == (newer.hash, False)


def test_of_two_versions_the_one_is_asked_that_is_not_passed_yet(
    project: Project, tmp_path: Path
) -> None:
    newer = asking_scenario(tmp_path / "files", "submit_hours: 12\n")
    winter = tuple(
        replace(one, id=f"winter-{number}", plan="winter")
        for number, one in enumerate(drawn(newer).assignments, 1)
    )
    keep_plan(project, drawn(newer, id="winter", assignments=winter), [newer])
    asked = [certify(project, "maya", "lost_card", RIGHT).scenario_hash for _ in range(2)]
    assert asked == [open_shop(project, shop).scenario.hash for shop in ("autumn-1", "winter-1")]


def test_a_scenario_that_asks_nothing_certifies_everybody(tmp_path: Path) -> None:
    with shops_project(tmp_path) as project:
        usable = open_shop(project, "autumn-1").scenario
        assert is_certified(project, "maya", usable)
        assert certification_of(project, "maya", "lost_card").passed
        with pytest.raises(UsageError, match="asks no questions"):
            certify(project, "maya", "lost_card", {})


def test_a_version_that_was_never_asked_is_passed_by_nobody(
    project: Project, tmp_path: Path
) -> None:
    certify(project, "maya", "lost_card", RIGHT)
    newer = asking_scenario(tmp_path / "files", "submit_hours: 12\n")
    assert not is_certified(project, "maya", newer)


@pytest.mark.parametrize(
    ("shopper", "scenario_id", "said"),
    [
        ("mya", "lost_card", "did you mean 'maya'"),
        ("mo", "lost_card", "Mo Berg is no shopper"),
        ("maya", "lost_crad", "did you mean 'lost_card'"),
    ],
    ids=["a slip", "an editor", "a scenario"],
)
def test_who_and_what_no_plan_has_is_refused(
    project: Project, shopper: str, scenario_id: str, said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        certify(project, shopper, scenario_id, RIGHT)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (RIGHT | {"bus": 5}, "options 1 to 4, not 5"),
        (RIGHT | {"bus": 0}, "not 0"),
        (RIGHT | {"bsu": 4}, "did you mean 'bus'"),
        ({"opening": 2}, "not answered: bus, rules"),
    ],
    ids=["beyond", "zero", "unknown", "missing"],
)
def test_answers_that_are_none_are_refused_and_nothing_is_kept(
    project: Project, answers: dict[str, int], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        certify(project, "maya", "lost_card", answers)
    assert shops.attempts(project.database) == ()


def test_a_question_is_led_back_to_the_line_of_the_brief(scenario: Scenario) -> None:
    assert scenario.certification is not None
    opening, bus, rules = scenario.certification.questions
    found = [line_about(scenario, one) for one in (opening, bus, rules)]
    assert [line and line.heading for line in found] == ["Your first words", "Who you are", None]
