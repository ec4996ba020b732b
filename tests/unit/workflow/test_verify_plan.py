"""A plan that was tampered with does not verify."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import shop_builders as built

from qa_toolkit.domain.shop.plan import ShopPlan
from qa_toolkit.workflow.progress import Progress
from qa_toolkit.workflow.project import Project, init_project, open_project
from qa_toolkit.workflow.shops.plan import draw_plan, plan_or_last, verify_plan


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    init_project(tmp_path)
    with open_project(tmp_path) as opened:
        draw_plan(opened, built.write_files(tmp_path), "one")
        yield opened


def with_other_shopper(plan: ShopPlan) -> ShopPlan:
    first, *rest = plan.assignments
    other = "tom" if first.shopper == "maya" else "maya"
    return replace(plan, assignments=(replace(first, shopper=other), *rest))


def test_a_plan_as_it_was_kept_verifies(project: Project) -> None:
    assert verify_plan(project, plan_or_last(project)) == ()


def test_another_shopper_is_told_of_the_draw_and_of_what_is_kept(project: Project) -> None:
    plan = plan_or_last(project)
    other = with_other_shopper(plan)
    drawn, kept = verify_plan(project, other)
    assert "shopper is" in drawn
    was, now = plan.assignments[0], other.assignments[0]
    assert kept == f"{was.id} is kept as {was.shown}, drawn as {now.shown}"


def test_another_hash_of_the_file_is_told(project: Project) -> None:
    told = verify_plan(project, replace(plan_or_last(project), file_hash="0" * 32))
    assert [one.split(" is ")[0] for one in told] == ["the hash of the file"]


def test_a_scenario_that_is_not_kept_is_named(project: Project) -> None:
    plan = replace(plan_or_last(project), scenarios={"lost_card.yaml": "ffff"})
    assert verify_plan(project, plan) == ("the scenario with the hash ffff is not kept",)


class Heard(Progress):
    """What a progress is told."""

    def __init__(self) -> None:
        self.said: list[object] = []

    def start(self, stage: str, total: int | None, *, expected_s: float = 0) -> None:
        self.said.append((stage, total))

    def advance(self, stage: str, *, expected_s: float = 0, audio_s: float = 0) -> None:
        self.said.append("one more")

    def finish(self, stage: str) -> None:
        self.said.append("done")


def test_every_shop_that_is_through_is_told(project: Project) -> None:
    drawn, verified = Heard(), Heard()
    draw_plan(project, project.folder / "plan.yaml", dry_run=True, progress=drawn)
    verify_plan(project, plan_or_last(project), verified)
    assert drawn.said == verified.said == [("draw", 2), "one more", "one more", "done"]


def test_a_plan_of_another_method_is_not_called_forged(project: Project) -> None:
    older = replace(with_other_shopper(plan_or_last(project)), method=1)
    told, kept = verify_plan(project, older)
    assert told.startswith("it was drawn by method 1, and this version")
    assert "is kept as" in kept
