"""Drafts and handing in: kept as they are, by the shopper alone, and never over another's notes."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from subprocess import PIPE, Popen
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from shop_builders import observed
from shop_projects import NOW, brought_to, log_of, shops_project

from qa_toolkit.domain.shop.finding import ShopFinding
from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.domain.shop.log import Mark, Observation, ShopLog, TimeMark
from qa_toolkit.errors import UsageError
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops import drafts, may_log
from qa_toolkit.workflow.shops.drafts import new_log, save_draft, submit
from qa_toolkit.workflow.shops.keep_plan import keep_plan
from qa_toolkit.workflow.shops.may_log import check_may_log
from qa_toolkit.workflow.shops.shops import OpenShop, open_shop
from qa_toolkit.workflow.shops.steps import take_step


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with shops_project(tmp_path) as opened:
        yield opened


def of_maya(project: Project) -> OpenShop:
    return open_shop(project, "autumn-1")


def noted(opened: OpenShop, **answers: str) -> ShopLog:
    return replace(new_log(opened), observations=observed(**answers))


def refusal(project: Project, opened: OpenShop, log: ShopLog, by: str = "maya") -> UsageError:
    with pytest.raises(UsageError) as error:
        save_draft(project, opened, log, by=by)
    return error.value


def test_a_new_log_names_its_shop_shopper_and_form_and_no_location(project: Project) -> None:
    opened = of_maya(project)
    assert new_log(opened) == ShopLog(
        shop="autumn-1", scenario_hash=opened.scenario.hash, shopper="maya"
    )


def test_the_first_note_makes_a_shop_one_in_progress(project: Project) -> None:
    opened = of_maya(project)
    saved = save_draft(project, opened, noted(opened, welcome__greeted="yes"), by="maya", now=NOW)
    assert (saved.shop.status, saved.shop.revision) == (ShopStatus.IN_PROGRESS, 1)
    assert [step.by for step in saved.shop.steps] == ["maya"]
    assert new_log(saved).answers() == {"welcome.greeted": "yes"}


def test_a_later_note_takes_no_further_step(project: Project) -> None:
    saved = save_draft(project, of_maya(project), noted(of_maya(project)), by="maya")
    again = save_draft(project, saved, noted(saved, help__blocked="no"), by="Maya Lind")
    assert (len(again.shop.steps), again.shop.revision) == (1, 2)


def test_of_two_saves_of_one_revision_the_second_is_told_of_the_first(project: Project) -> None:
    opened = save_draft(project, of_maya(project), noted(of_maya(project)), by="maya")
    save_draft(project, opened, noted(opened, help__blocked="no"), by="maya", now=NOW)
    told = refusal(project, opened, noted(opened, help__blocked="yes"))
    assert "Maya Lind saved autumn-1 at 2026-11-10 10:30 in another place" in told.message
    assert new_log(of_maya(project)).answers() == {"help.blocked": "no"}


def test_the_same_log_sent_again_is_no_conflict(project: Project) -> None:
    """An answer that got lost on the way makes a phone send its log once more."""
    opened = of_maya(project)
    log = noted(opened, help__blocked="no")
    first, second = (save_draft(project, opened, log, by="maya") for _ in range(2))
    assert first.shop == second.shop


def test_a_moment_in_the_hour_shown_twice_is_the_same_when_sent_again(project: Project) -> None:
    opened = of_maya(project)
    at = datetime(2026, 10, 25, 2, 30, tzinfo=ZoneInfo("Europe/Berlin"), fold=1)
    log = replace(new_log(opened), marks=(TimeMark(mark=Mark.START, at=at),))
    first, second = (save_draft(project, opened, log, by="maya") for _ in range(2))
    assert first.shop == second.shop
    (mark,) = new_log(second).marks
    assert (mark.at.utcoffset(), mark.at) == (timedelta(hours=1), at.astimezone(UTC))


def test_a_time_without_a_zone_is_refused(project: Project) -> None:
    opened = of_maya(project)
    at = datetime(2026, 11, 10, 9)  # noqa: DTZ001 - the mistake under test
    log = replace(new_log(opened), marks=(TimeMark(mark=Mark.START, at=at),))
    assert "has no time zone" in refusal(project, opened, log).message


@pytest.mark.parametrize(
    ("by", "told"),
    [
        pytest.param("tom", "Tom Reed cannot fill it in: autumn-1 is assigned to Maya Lind", id="another shopper"),
        pytest.param("mo", "Mo Berg cannot fill it in", id="an editor"),
        pytest.param("nobody", "the plan knows no 'nobody'", id="a stranger"),
    ],
)  # fmt: skip
def test_only_the_assigned_shopper_fills_in(project: Project, by: str, told: str) -> None:
    opened = of_maya(project)
    assert told in refusal(project, opened, new_log(opened), by).message
    assert of_maya(project).shop.revision == 0


@pytest.mark.parametrize("status", [ShopStatus.SUBMITTED, ShopStatus.IN_REVIEW, ShopStatus.LOCKED, ShopStatus.CANCELLED])  # fmt: skip
def test_a_status_that_takes_no_notes_says_who_brought_it_there(
    project: Project, status: ShopStatus
) -> None:
    opened = brought_to(project, status)
    assert "autumn-1 takes no notes now: it was" in refusal(project, opened, log_of(opened)).message


def test_a_shop_that_was_handed_in_elsewhere_meanwhile_takes_no_notes(project: Project) -> None:
    opened = save_draft(project, of_maya(project), noted(of_maya(project)), by="maya")
    submit(project, opened, log_of(opened), by="maya")
    assert (
        "takes no notes now" in refusal(project, opened, noted(opened, help__blocked="no")).message
    )


def test_a_shop_that_was_planned_anew_meanwhile_takes_no_old_notes(project: Project) -> None:
    opened = of_maya(project)
    plan = opened.plan
    moved = replace(plan.assignments[0], fee=Decimal(20))
    keep_plan(project, replace(plan, assignments=(moved, *plan.assignments[1:])), ())
    assert "planned anew" in refusal(project, opened, new_log(opened)).message


def test_who_is_not_certified_is_told_how_to_be(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(may_log, "is_certified", lambda *_: False)
    told = refusal(project, of_maya(project), new_log(of_maya(project)))
    assert told.message == "Maya Lind is not certified for 'A lost card, by telephone'"
    assert "qa shop certify maya lost_card" in told.hint
    with pytest.raises(UsageError, match="not certified"):
        check_may_log(project, of_maya(project), "maya")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        pytest.param({"shop": "autumn-2"}, "a log of autumn-2, not of autumn-1", id="another shop"),
        pytest.param({"shopper": "tom"}, "is assigned to Maya Lind", id="another shopper"),
        pytest.param({"scenario_hash": "old"}, "of another version", id="an older form"),
    ],
)
def test_a_log_of_something_else_is_refused(
    project: Project, changed: dict[str, str], told: str
) -> None:
    opened = of_maya(project)
    assert told in refusal(project, opened, log_of(opened, **changed)).message


def test_unprintable_characters_are_not_kept(project: Project) -> None:
    opened = of_maya(project)
    saved = save_draft(project, opened, replace(new_log(opened), narrative="a\x00b\ud800 "), by="maya")  # fmt: skip
    assert new_log(saved).narrative == "ab "


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        pytest.param({"observations": observed(welcome__wait=float("nan"))}, "nan is no number", id="no number"),
        pytest.param({"narrative": "so on " * 5000}, "30,000 characters are too many", id="a book"),
        pytest.param({"comments": {"welcome": "x" * 4001}}, "4,001 characters are too many", id="a section's comment"),
        pytest.param({"observations": (Observation(question="help.blocked", answer="no", comment="x" * 4001),)}, "4,001 characters are too many", id="a comment"),
        pytest.param({"observations": observed(help__opinion="x" * 4001)}, "4,001 characters are too many", id="an answer in words"),
        pytest.param({"staff": "x" * 201}, "201 characters are too many", id="a name"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_told(project: Project, changed: dict[str, Any], told: str) -> None:
    opened = of_maya(project)
    assert told in refusal(project, opened, log_of(opened, **changed)).message
    assert of_maya(project).shop.revision == 0


def test_a_log_with_an_error_is_not_handed_in(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = ShopFinding(code="M101", where="narrative", message="there is no story")
    monkeypatch.setattr(drafts, "check_log", lambda *_, **__: (error,))
    opened = save_draft(project, of_maya(project), noted(of_maya(project)), by="maya")
    made = submit(project, opened, log_of(opened), by="maya")
    assert (made.is_submitted, made.findings) == (False, (error,))
    assert of_maya(project).shop == opened.shop


def test_a_warning_does_not_keep_a_log_from_being_handed_in(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    warning = ShopFinding(code="M301", where="staff", message="not known", severity="warning")
    monkeypatch.setattr(drafts, "check_log", lambda *_, **__: (warning,))
    made = submit(project, of_maya(project), log_of(of_maya(project)), by="maya")
    assert made.opened.shop.status is ShopStatus.SUBMITTED


def test_a_log_from_a_file_begins_its_shop_and_hands_it_in(project: Project) -> None:
    opened = of_maya(project)
    shop = submit(project, opened, log_of(opened), by="maya", now=NOW).opened.shop
    assert [(step.status.value, step.log) for step in shop.steps] == [("in_progress", 0), ("submitted", 1)]  # fmt: skip
    assert (shop.log, shop.draft) == (log_of(opened), None)
    assert shop.submitted[0].at == "2026-11-10T09:30:00+00:00"


def test_handing_in_the_same_log_twice_is_one_submission(project: Project) -> None:
    opened = of_maya(project)
    log = log_of(opened)
    shops = [submit(project, known, log, by="maya").opened.shop for known in (opened, opened, of_maya(project))]  # fmt: skip
    assert [len(shop.submitted) for shop in shops] == [1, 1, 1]


def test_another_log_after_one_was_handed_in_is_refused(project: Project) -> None:
    opened = of_maya(project)
    submit(project, opened, log_of(opened), by="maya")
    with pytest.raises(UsageError, match="takes no notes now: it was submitted by Maya Lind"):
        submit(project, opened, log_of(opened, reference="T-9"), by="maya")


def test_a_returned_shop_starts_from_what_was_handed_in_and_stays_returned(
    project: Project,
) -> None:
    opened = brought_to(project, ShopStatus.RETURNED)
    assert new_log(opened) == log_of(opened)
    saved = save_draft(project, opened, log_of(opened, reference="T-9"), by="maya")
    assert saved.shop.status is ShopStatus.RETURNED
    assert (new_log(saved).reference, saved.shop.submitted[0].log.reference) == ("T-9", "T-4711")


SAVE = """
import sys
from dataclasses import replace
from pathlib import Path
from qa_toolkit.errors import UsageError
from qa_toolkit.workflow.project import open_project
from qa_toolkit.workflow.shops.drafts import new_log, save_draft
from qa_toolkit.workflow.shops.shops import open_shop
with open_project(Path(sys.argv[1])) as project:
    opened = open_shop(project, "autumn-1")
    print("ready", flush=True)
    sys.stdin.readline()
    try:
        save_draft(project, opened, replace(new_log(opened), narrative=sys.argv[2]), by="maya")
    except UsageError as error:
        print(error.message)
    else:
        print("saved")
"""


def test_of_two_processes_that_save_the_same_draft_one_is_told(project: Project) -> None:
    both = [
        Popen([sys.executable, "-c", SAVE, str(project.folder), text], stdin=PIPE, stdout=PIPE, text=True)
        for text in ("mine", "no, mine")
    ]  # fmt: skip
    for one in both:
        assert one.stdout
        assert one.stdout.readline() == "ready\n"
    for one in both:
        assert one.stdin
        one.stdin.write("go\n")
        one.stdin.flush()
    made = [one.communicate(timeout=60)[0].strip() for one in both]
    told = next(one for one in made if one != "saved")
    assert made.count("saved") == 1
    assert told.startswith("Maya Lind saved autumn-1 at ")
    assert of_maya(project).shop.revision == 1


def test_what_the_plan_said_is_known_when_its_file_is_gone(project: Project) -> None:
    for file in (project.folder.parent / "files").iterdir():
        file.unlink()
    opened = of_maya(project)
    assert opened.location.staff == ("Dana Fox", "Eli Wood")
    assert next(q.id for q in opened.form.questions()) == "welcome.greeted"
    cancelled = take_step(project, "autumn-1", ShopStatus.CANCELLED, by="kim", why="shop closed")
    assert cancelled.shop.steps[-1].why == "shop closed"
