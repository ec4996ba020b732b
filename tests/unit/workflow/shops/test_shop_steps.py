"""Decisions on shops in a project: kept with who, when and why; and what `final` brings with it."""

import threading
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from shop_projects import NOW, brought_to, log_of, shops_project

from qa_toolkit.domain.shop.life import ShopRole, ShopStatus
from qa_toolkit.errors import QaToolkitError, UsageError
from qa_toolkit.shops.people import someone
from qa_toolkit.store import interactions, scorecards, shop_payments
from qa_toolkit.workflow.project import Project, open_project
from qa_toolkit.workflow.shops import steps
from qa_toolkit.workflow.shops.drafts import submit
from qa_toolkit.workflow.shops.shops import open_shop
from qa_toolkit.workflow.shops.steps import grade, take_step


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with shops_project(tmp_path) as opened:
        yield opened


def refused(project: Project, status: ShopStatus, by: str = "mo", why: str = "") -> UsageError:
    with pytest.raises(UsageError) as error:
        take_step(project, "autumn-1", status, by=by, why=why)
    return error.value


def test_a_step_is_kept_with_who_when_why_and_the_log_it_is_about(project: Project) -> None:
    brought_to(project, ShopStatus.IN_REVIEW)
    why = " times do not add up\n"
    returned = take_step(project, "autumn-1", ShopStatus.RETURNED, by="Mo Berg", why=why, now=NOW)
    last = returned.shop.steps[-1]
    assert (last.status, last.by, last.role) == (ShopStatus.RETURNED, "mo", ShopRole.EDITOR)
    assert (last.why, last.log) == ("times do not add up", 1)
    assert last.at == "2026-11-10T09:30:00+00:00"


def test_a_shop_is_named_by_how_its_id_starts(project: Project) -> None:
    brought_to(project, ShopStatus.SUBMITTED, "autumn-2")
    moved = take_step(project, "autumn-2", ShopStatus.IN_REVIEW, by="mo")
    assert moved.shop.id == "autumn-2"
    with pytest.raises(UsageError, match="several shops start with 'aut': autumn-1 and autumn-2"):
        take_step(project, "aut", ShopStatus.IN_REVIEW, by="mo")
    with pytest.raises(UsageError, match="no shop 'autum-1', did you mean 'autumn-1'"):
        take_step(project, "autum-1", ShopStatus.IN_REVIEW, by="mo")


def test_with_final_the_shop_is_an_interaction_with_a_scorecard_and_its_fee_is_owed(
    project: Project,
) -> None:
    final = brought_to(project, ShopStatus.FINAL)
    known = interactions.get(project.database, "autumn-1")
    assert known is not None
    assert [scored.interaction_id for scored in scorecards.all_made(project.database)] == ["autumn-1"]  # fmt: skip
    (fee,) = final.shop.payments
    assert (fee.kind, fee.amount, fee.currency, fee.by) == ("fee", Decimal("12.50"), "EUR", "kim")


@pytest.mark.parametrize("status", [ShopStatus.SUBMITTED, ShopStatus.RETURNED, ShopStatus.APPROVED, ShopStatus.CANCELLED])  # fmt: skip
def test_before_final_there_is_nothing_to_show(project: Project, status: ShopStatus) -> None:
    brought_to(project, status)
    assert interactions.get(project.database, "autumn-1") is None


def test_what_cannot_be_released_does_not_become_final(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought_to(project, ShopStatus.APPROVED)

    def fails(*_: object) -> None:
        raise UsageError("the disk is on fire")

    monkeypatch.setattr(steps, "put_released", fails)
    assert "on fire" in refused(project, ShopStatus.FINAL, "kim").message
    shop = open_shop(project, "autumn-1").shop
    assert (shop.status, shop.payments) == (ShopStatus.APPROVED, ())


def test_what_fails_after_the_release_takes_the_release_back(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought_to(project, ShopStatus.APPROVED)

    def fails(*_: object) -> None:
        raise UsageError("no room for a fee")

    monkeypatch.setattr(shop_payments, "put", fails)
    assert "no room" in refused(project, ShopStatus.FINAL, "kim").message
    assert open_shop(project, "autumn-1").shop.status is ShopStatus.APPROVED
    assert interactions.get(project.database, "autumn-1") is None
    assert list(scorecards.all_made(project.database)) == []


def test_an_imported_contact_of_that_id_keeps_a_shop_from_being_final(project: Project) -> None:
    from builders import interaction

    interactions.add(project.database, [(interaction("autumn-1"), None)])
    brought_to(project, ShopStatus.APPROVED)
    assert "autumn-1" in refused(project, ShopStatus.FINAL, "kim").message


def test_a_shop_is_not_filled_in_by_a_step(project: Project) -> None:
    assert "with its log" in refused(project, ShopStatus.SUBMITTED, "maya").message


def test_reasons_that_are_too_long_are_refused(project: Project) -> None:
    brought_to(project, ShopStatus.IN_REVIEW)
    assert "--reason" in refused(project, ShopStatus.RETURNED, why="x" * 5000).message


def test_of_two_who_approve_at_once_the_second_is_told(project: Project) -> None:
    brought_to(project, ShopStatus.IN_REVIEW)
    both, told = threading.Barrier(2), []

    def approve(by: str) -> None:
        with open_project(project.folder) as own:
            both.wait()
            try:
                take_step(own, "autumn-1", ShopStatus.APPROVED, by=by)
            except QaToolkitError as error:
                told.append(error.message)

    people = [threading.Thread(target=approve, args=(by,)) for by in ("mo", "kim")]
    for one in people:
        one.start()
    for one in people:
        one.join()
    approved = [s.by for s in open_shop(project, "autumn-1").shop.steps if s.status == "approved"]
    assert len(approved) == len(told) == 1
    assert "was approved by" in told[0]


def test_what_was_returned_while_somebody_approved_it_is_not_approved(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The shop is looked at again within the transaction, not only before it."""
    brought_to(project, ShopStatus.APPROVED)

    def meanwhile(*_: object) -> None:
        monkeypatch.undo()
        take_step(project, "autumn-1", ShopStatus.IN_REVIEW, by="mo", why="a second look")

    monkeypatch.setattr(steps, "released", meanwhile)
    assert "was taken into review by Mo Berg" in refused(project, ShopStatus.FINAL, "kim").message
    assert open_shop(project, "autumn-1").shop.payments == ()


def test_a_grade_is_kept_with_reasons_and_the_last_one_counts(project: Project) -> None:
    brought_to(project, ShopStatus.APPROVED)
    grade(project, "autumn-1", 6, by="mo", why="few words", now=NOW)
    graded = grade(project, "autumn-1", 8, by="kim", why="exact times after all", now=NOW)
    assert [(one.grade, one.by) for one in graded.shop.grades] == [(6, "mo"), (8, "kim")]
    assert graded.shop.grades[-1].reasons == "exact times after all"


@pytest.mark.parametrize(
    ("status", "number", "by", "why", "told"),
    [
        pytest.param(ShopStatus.APPROVED, 11, "mo", "good", "11 is no grade", id="over ten"),
        pytest.param(ShopStatus.APPROVED, 0, "mo", "bad", "0 is no grade", id="under one"),
        pytest.param(ShopStatus.APPROVED, 8, "mo", " ", "why this grade", id="no reasons"),
        pytest.param(ShopStatus.APPROVED, 9, "maya", "I", "may not grade it", id="by the shopper"),
        pytest.param(ShopStatus.SUBMITTED, 8, "mo", "good", "takes no grade now", id="unread"),
        pytest.param(ShopStatus.LOCKED, 8, "mo", "good", "takes no grade now", id="locked"),
    ],
)
def test_a_grade_is_refused(
    project: Project, status: ShopStatus, number: int, by: str, why: str, told: str
) -> None:
    brought_to(project, status)
    with pytest.raises(UsageError, match=told):
        grade(project, "autumn-1", number, by=by, why=why)


def test_after_a_return_the_next_log_is_the_second(project: Project) -> None:
    opened = brought_to(project, ShopStatus.RETURNED)
    again = submit(project, opened, log_of(opened, reference="T-1"), by="maya").opened.shop
    assert [one.number for one in again.submitted] == [1, 2]
    assert [one.log.reference for one in again.submitted] == ["T-4711", "T-1"]
    assert (again.status, again.steps[-1].log) == (ShopStatus.SUBMITTED, 2)


def test_roles_are_told_by_id_or_name(project: Project) -> None:
    file = open_shop(project, "autumn-1").file
    assert someone(file, "Mo Berg").roles == {ShopRole.EDITOR}
    assert someone(file, "kim").roles == {ShopRole.MANAGER}
