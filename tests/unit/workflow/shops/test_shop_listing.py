"""What is due, for whom a shop waits, and what each may see of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from shop_builders import START, marks
from shop_projects import NOW, brought_to, log_of, shops_project

from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.domain.shop.viewer import Viewer
from qa_toolkit.errors import UsageError
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.drafts import new_log, save_draft, submit
from qa_toolkit.workflow.shops.listing import due_at, is_overdue, progress_of, waits_for
from qa_toolkit.workflow.shops.shops import open_shop, open_shops
from qa_toolkit.workflow.shops.showing import show_shop
from qa_toolkit.workflow.shops.steps import grade, take_step

DAY = timedelta(hours=24)  # submit_hours of the scenario


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with shops_project(tmp_path) as opened:
        yield opened


def test_a_log_is_due_a_day_after_the_last_moment_to_begin(project: Project) -> None:
    opened = open_shop(project, "autumn-1")
    due = opened.shop.assignment.closes_at + DAY
    assert due_at(opened) == due
    assert not is_overdue(opened, due)
    assert is_overdue(opened, due + timedelta(seconds=1))


def test_once_the_end_is_noted_a_log_is_due_a_day_after_it(project: Project) -> None:
    opened = open_shop(project, "autumn-1")
    noted = replace(new_log(opened), marks=marks(start=0, answered=20, end=300))
    saved = save_draft(project, opened, noted, by="maya")
    assert due_at(saved) == START + timedelta(seconds=300) + DAY


def test_a_returned_log_is_due_a_day_after_its_return(project: Project) -> None:
    later = NOW + timedelta(days=9)
    assert due_at(brought_to(project, ShopStatus.RETURNED, now=later)) == later + DAY


def test_nothing_is_due_once_it_is_handed_in(project: Project) -> None:
    assert due_at(brought_to(project, ShopStatus.SUBMITTED)) is None


@pytest.mark.parametrize(
    ("status", "who"),
    [
        pytest.param(ShopStatus.ASSIGNED, {"maya"}, id="assigned"),
        pytest.param(ShopStatus.SUBMITTED, {"mo", "kim"}, id="submitted"),
        pytest.param(ShopStatus.RETURNED, {"maya"}, id="returned"),
        pytest.param(ShopStatus.APPROVED, {"kim"}, id="approved"),
        pytest.param(ShopStatus.FINAL, set(), id="final"),
        pytest.param(ShopStatus.CANCELLED, set(), id="cancelled"),
    ],
)
def test_a_shop_waits_for_those_who_take_the_next_step(
    project: Project, status: ShopStatus, who: set[str]
) -> None:
    opened = brought_to(project, status)
    assert {one for one in ("maya", "tom", "mo", "kim") if waits_for(opened, one)} == who


def test_progress_counts_the_furthest_first(project: Project) -> None:
    brought_to(project, ShopStatus.FINAL)
    assert progress_of(open_shops(project)) == "2 shops: 1 final and 1 assigned"
    assert progress_of(()) == "0 shops"


@pytest.mark.parametrize("status", [ShopStatus.ASSIGNED, ShopStatus.RETURNED, ShopStatus.APPROVED, ShopStatus.CANCELLED])  # fmt: skip
def test_a_client_sees_nothing_before_final(project: Project, status: ShopStatus) -> None:
    brought_to(project, status)
    with pytest.raises(UsageError, match="not final: clients see nothing"):
        show_shop(project, "autumn-1", Viewer.CLIENT)


@pytest.mark.parametrize("status", [ShopStatus.FINAL, ShopStatus.LOCKED])
def test_a_client_sees_neither_people_nor_pay(project: Project, status: ShopStatus) -> None:
    brought_to(project, status)
    shown = show_shop(project, "autumn-1", Viewer.CLIENT)
    assert (shown.steps, shown.grades, shown.payments, shown.findings) == ((), (), (), ())


def test_a_shopper_sees_reasons_and_grades_and_no_internal_remarks(project: Project) -> None:
    opened = brought_to(project, ShopStatus.RETURNED)
    submit(project, opened, log_of(opened, reference="T-1"), by="maya")
    take_step(project, "autumn-1", ShopStatus.IN_REVIEW, by="mo")
    take_step(project, "autumn-1", ShopStatus.APPROVED, by="mo", why="watch this shopper")
    grade(project, "autumn-1", 7, by="mo", why="short story")
    shopper, editor = (show_shop(project, "autumn-1", one) for one in (Viewer.SHOPPER, Viewer.EDITOR))  # fmt: skip
    assert [step.why for step in shopper.steps if step.why] == ["say more of the help"]
    assert [step.why for step in editor.steps if step.why] == ["say more of the help", "watch this shopper"]  # fmt: skip
    assert [given.reasons for given in shopper.grades] == ["short story"]
