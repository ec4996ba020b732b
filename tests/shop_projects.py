"""Projects with planned mystery shops, and how far they have come."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any
from unittest.mock import patch

from shop_builders import START, assignment, log, plan_file, write_files

from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.domain.shop.plan import ShopPlan
from qa_toolkit.workflow.project import Project, init_project, open_project
from qa_toolkit.workflow.shops.drafts import submit
from qa_toolkit.workflow.shops.keep_plan import keep_plan
from qa_toolkit.workflow.shops.scenarios import UsableScenario, usable_scenario
from qa_toolkit.workflow.shops.shops import OpenShop, open_shop
from qa_toolkit.workflow.shops.steps import take_step

NOW = datetime(2026, 11, 10, 9, 30, tzinfo=UTC)
"""Half an hour after the shop of `shop_builders` began."""


def scenario_of(folder: Path) -> UsableScenario:
    """The scenario of `shop_builders` with its rubric, from files in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    write_files(folder)
    return usable_scenario(folder / "lost_card.yaml")


def drawn(scenario: UsableScenario, **changed: Any) -> ShopPlan:
    """The plan of `shop_builders` with one shop of Maya's in the north and one of Tom's."""
    form = {"scenario_hash": scenario.hash, "fee": Decimal("12.50"), "most_expenses": Decimal(5)}
    later = {"day": date(2026, 11, 11), "opens_at": START + timedelta(hours=23)}
    values: dict[str, Any] = {
        "id": "autumn",
        "title": plan_file().title,
        "seed": "s1",
        "file_hash": "p0",
        "file": (scenario.path.parent / "plan.yaml").read_text(encoding="utf-8"),
        "assignments": (
            assignment(**form),
            assignment(
                id="autumn-2",
                location="south",
                shopper="tom",
                closes_at=START + timedelta(hours=32),
                **later,
                **form,
            ),
        ),
        "unplaced": (),
    }
    return ShopPlan(**values | changed)


@contextmanager
def shops_project(folder: Path) -> Iterator[Project]:
    """An open project with the plan's two shops, both assigned, in November 2026."""
    init_project(folder / "project")
    scenario = scenario_of(folder / "files")
    today = patch("qa_toolkit.workflow.shops.check.this_moment", lambda: NOW)
    with today, open_project(folder / "project") as project:
        keep_plan(project, drawn(scenario), [scenario])
        yield project


def log_of(opened: OpenShop, **changed: Any) -> ShopLog:
    """A complete log of a shop without a fault."""
    shop = opened.shop
    values: dict[str, Any] = {
        "shop": shop.id,
        "scenario_hash": opened.scenario.hash,
        "shopper": shop.shopper,
        "location": opened.location.id,
        "staff": opened.location.staff[0],
    }
    return log(**values | changed)


def brought_to(
    project: Project, status: ShopStatus, shop_id: str = "autumn-1", now: datetime = NOW
) -> OpenShop:
    """A shop on the straight way to a status; cancelled at once, returned after one review."""
    opened = open_shop(project, shop_id)
    if status is ShopStatus.CANCELLED:
        return take_step(project, shop_id, status, by="kim", why="closed", now=now)
    if status is ShopStatus.ASSIGNED:
        return opened
    way: tuple[ShopStatus, ...] = {
        ShopStatus.SUBMITTED: (),
        ShopStatus.IN_REVIEW: (ShopStatus.IN_REVIEW,),
        ShopStatus.RETURNED: (ShopStatus.IN_REVIEW, ShopStatus.RETURNED),
        ShopStatus.APPROVED: (ShopStatus.IN_REVIEW, ShopStatus.APPROVED),
        ShopStatus.FINAL: (ShopStatus.IN_REVIEW, ShopStatus.APPROVED, ShopStatus.FINAL),
        ShopStatus.LOCKED: (
            ShopStatus.IN_REVIEW,
            ShopStatus.APPROVED,
            ShopStatus.FINAL,
            ShopStatus.LOCKED,
        ),
    }[status]
    opened = submit(project, opened, log_of(opened), by=opened.shopper.id, now=now).opened
    for step in way:
        who = "mo" if step in (ShopStatus.IN_REVIEW, ShopStatus.RETURNED) else "kim"
        why = "say more of the help" if step is ShopStatus.RETURNED else ""
        opened = take_step(project, shop_id, step, by=who, why=why, now=now)
    return opened
