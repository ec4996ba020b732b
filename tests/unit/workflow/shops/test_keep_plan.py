"""Keeping plans: stable, whole, and nothing lost by drawing again."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from shop_projects import brought_to, drawn, log_of, scenario_of, shops_project

from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.domain.shop.plan import ShopPlan
from qa_toolkit.errors import UsageError
from qa_toolkit.store import shop_plans, shops
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.drafts import submit
from qa_toolkit.workflow.shops.keep_plan import KeptPlan, keep_plan
from qa_toolkit.workflow.shops.kept import kept_scenarios, plan_named, plans
from qa_toolkit.workflow.shops.scenarios import UsableScenario
from qa_toolkit.workflow.shops.shops import open_shop, open_shops
from qa_toolkit.workflow.shops.steps import take_step


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with shops_project(tmp_path) as opened:
        yield opened


@pytest.fixture
def scenario(tmp_path: Path) -> UsableScenario:
    return scenario_of(tmp_path / "files")


def changed(plan: ShopPlan, number: int, **values: Any) -> ShopPlan:
    """The plan with another assignment in one place."""
    assignments = list(plan.assignments)
    assignments[number] = replace(assignments[number], **values)
    return replace(plan, assignments=tuple(assignments))


def test_the_same_drawing_again_changes_nothing(project: Project, scenario: UsableScenario) -> None:
    before = open_shops(project)
    kept = keep_plan(project, drawn(scenario), [scenario])
    assert kept == KeptPlan(added=(), moved=(), same=("autumn-1", "autumn-2"), begun=())
    assert open_shops(project) == before
    assert len(set(shops.ids(project.database).values())) == 1


def test_a_new_assignment_is_added_and_one_not_begun_moves(
    project: Project, scenario: UsableScenario
) -> None:
    brought_to(project, ShopStatus.SUBMITTED)
    plan = changed(drawn(scenario), 1, shopper="maya")
    third = replace(plan.assignments[0], id="autumn-3", shopper="tom")
    kept = keep_plan(project, replace(plan, assignments=(*plan.assignments, third)), [scenario])
    assert (kept.added, kept.moved, kept.same) == (("autumn-3",), ("autumn-2",), ("autumn-1",))
    assert open_shop(project, "autumn-2").shop.shopper == "maya"


def test_a_begun_shop_keeps_its_fee_and_its_form(
    project: Project, scenario: UsableScenario
) -> None:
    opened = brought_to(project, ShopStatus.SUBMITTED)
    other = replace(scenario, hash="f9", text=scenario.text.replace("this morning", "last night"))
    plan = changed(drawn(other), 0, fee=Decimal(99))
    kept = keep_plan(project, plan, [other])
    assert (kept.begun, kept.moved) == (("autumn-1",), ("autumn-2",))
    again = open_shop(project, "autumn-1")
    assert (again.shop, again.scenario.hash) == (opened.shop, scenario.hash)
    moved = open_shop(project, "autumn-2").scenario
    assert (moved.hash, moved.form.hash, "last night" in moved.text) == ("f9", "f9", True)


def test_a_begun_shop_is_not_held_otherwise(project: Project, scenario: UsableScenario) -> None:
    brought_to(project, ShopStatus.SUBMITTED)
    first = drawn(scenario).assignments[0]
    later = changed(drawn(scenario), 0, opens_at=first.opens_at + timedelta(hours=1))
    with pytest.raises(UsageError) as error:
        keep_plan(project, later, [scenario])
    told = f"autumn-1 would be {later.assignments[0].shown}, and was begun as {first.shown}"
    assert told in error.value.message
    assert "another id" in error.value.hint
    assert plan_named(project, "autumn") == drawn(scenario)


def test_no_shop_vanishes_by_drawing(project: Project, scenario: UsableScenario) -> None:
    plan = drawn(scenario)
    fewer = replace(plan, assignments=plan.assignments[:1])
    with pytest.raises(UsageError, match=r"autumn-2 .* would be gone"):
        keep_plan(project, fewer, [scenario])
    take_step(project, "autumn-2", ShopStatus.CANCELLED, by="kim", why="closed")
    assert keep_plan(project, fewer, [scenario]).same == ("autumn-1",)
    assert open_shop(project, "autumn-2").location.id == "south"


def test_another_plan_with_the_same_id_is_refused(
    project: Project, scenario: UsableScenario
) -> None:
    plan = drawn(scenario)
    other = replace(plan, title="Spring", assignments=tuple(replace(one, id=f"s-{n}") for n, one in enumerate(plan.assignments)))  # fmt: skip
    with pytest.raises(UsageError, match=r"another plan is kept as 'autumn' \(Autumn round\)"):
        keep_plan(project, other, [scenario])
    assert [known.title for known in plans(project)] == ["Autumn round"]


def test_what_fails_half_way_is_not_kept_at_all(project: Project, scenario: UsableScenario) -> None:
    plan = drawn(scenario, id="winter")
    unknown = replace(plan.assignments[0], id="winter-1", plan="winter", scenario_hash="f9")
    with pytest.raises(Exception, match="FOREIGN KEY"):
        keep_plan(project, replace(plan, assignments=(unknown,)), [scenario])
    assert [known.id for known in plans(project)] == ["autumn"]


def test_an_editor_who_joins_later_reviews_shops_that_are_under_way(
    project: Project, scenario: UsableScenario
) -> None:
    brought_to(project, ShopStatus.SUBMITTED)
    plan = drawn(scenario)
    file = plan.file.replace("{id: mo, name: Mo Berg}", "{id: mo}, {id: ana, name: Ana Ruiz}")
    keep_plan(project, replace(plan, file=file), [scenario])
    reviewed = take_step(project, "autumn-1", ShopStatus.IN_REVIEW, by="Ana Ruiz")
    assert reviewed.shop.steps[-1].by == "ana"


def test_a_location_that_the_plan_lost_is_still_known_to_its_shop(
    project: Project, scenario: UsableScenario
) -> None:
    take_step(project, "autumn-2", ShopStatus.CANCELLED, by="kim", why="closed")
    plan = drawn(scenario)
    south = "  - {id: south, name: South desk, kind: queue, staff: [Gil Stone]}\n"
    keep_plan(project, replace(plan, file=plan.file.replace(south, "")), [scenario])
    opened = open_shop(project, "autumn-2")
    assert (opened.location.name, opened.shop.status) == ("South desk", ShopStatus.CANCELLED)


def test_scenarios_are_kept_with_their_rubrics(project: Project, scenario: UsableScenario) -> None:
    (kept,) = kept_scenarios(project)
    assert (kept.hash, kept.text, kept.rubric.text) == (scenario.hash, scenario.text, scenario.rubric.text)  # fmt: skip
    assert set(shop_plans.scenarios(project.database)) == {scenario.hash}


def test_shops_are_found_by_status_shopper_and_plan(project: Project) -> None:
    opened = open_shop(project, "autumn-1")
    submit(project, opened, log_of(opened), by="maya")
    assert [one.shop.id for one in open_shops(project, status=ShopStatus.SUBMITTED)] == ["autumn-1"]
    assert [one.shop.id for one in open_shops(project, shopper="Tom Reed")] == ["autumn-2"]
    assert len(open_shops(project, plan="autumn")) == 2


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        pytest.param({"plan": "autum"}, "no plan 'autum', did you mean 'autumn'", id="a plan"),
        pytest.param(
            {"shopper": "may"}, "no plan has a shopper 'may', did you mean 'maya'", id="a shopper"
        ),
    ],
)
def test_what_is_not_there_is_told(project: Project, asked: dict[str, str], told: str) -> None:
    with pytest.raises(UsageError, match=told):
        open_shops(project, plan=asked.get("plan", ""), shopper=asked.get("shopper", ""))


def test_a_time_zone_that_this_machine_does_not_know_is_blamed_on_the_plan(
    project: Project, scenario: UsableScenario
) -> None:
    plan = drawn(scenario)
    file = plan.file.replace("Europe/Berlin", "Mars/Olympus")
    keep_plan(project, replace(plan, file=file), [scenario])
    with pytest.raises(UsageError, match="unknown time zone 'Mars/Olympus' of the plan 'autumn'"):
        _ = open_shop(project, "autumn-1").zone
