"""Plans written to files: a table for spreadsheets, a calendar for shoppers."""

from pathlib import Path

from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.domain.shop.plan import ShopPlan
from qa_toolkit.errors import UsageError
from qa_toolkit.files import replacing
from qa_toolkit.shops.calendar import Entry, calendar
from qa_toolkit.shops.planning.table import csv_of
from qa_toolkit.workflow.clock import now
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.plan import plan_or_last
from qa_toolkit.workflow.shops.shops import OpenShop, open_shops, plan_file_in

_HINT = "choose another place with --to"


def export_plan(project: Project, path: Path, plan_id: str = "") -> ShopPlan:
    """Write a plan as it is kept, with what could not be placed, as CSV.

    Raises:
        UsageError: there is no such plan, or the file's name does not end in `.csv`.
        StorageError: the file cannot be written.
    """
    plan = plan_or_last(project, plan_id)
    _check_ending(path, ".csv", "a plan")
    kept = {one.shop.id: one.shop for one in open_shops(project, plan=plan.id)}
    assignments = [kept[one.id].assignment for one in plan.assignments if one.id in kept]
    statuses = {name: shop.status.value for name, shop in kept.items()}
    content = csv_of(assignments, plan.unplaced, plan_file_in(plan.file), statuses)
    with replacing(path, hint=_HINT) as file:
        file.write(content)
    return plan


def export_calendar(project: Project, path: Path, plan_id: str = "", shopper: str = "") -> int:
    """Write the shops of a plan, all or of one shopper, as an iCalendar file; gives their number.

    Cancelled ones are in it as cancelled, so that calendars which have them strike them out.

    Raises:
        UsageError: there is no such plan or shopper, or the file's name does not end in `.ics`.
        StorageError: the file cannot be written.
    """
    plan = plan_or_last(project, plan_id)
    _check_ending(path, ".ics", "a calendar")
    entries = [
        _entry(one, with_name=not shopper)
        for one in open_shops(project, plan=plan.id, shopper=shopper)
    ]
    with replacing(path, hint=_HINT) as file:
        file.write(calendar(entries, now(project)))
    return len(entries)


def _entry(opened: OpenShop, *, with_name: bool) -> Entry:
    scenario = opened.scenario.scenario
    return Entry(
        assignment=opened.shop.assignment,
        location=opened.location,
        title=scenario.title,
        submit_hours=scenario.submit_hours,
        timezone=opened.zone.key,
        shopper=opened.shopper.shown if with_name else "",
        cancelled=opened.shop.status is ShopStatus.CANCELLED,
    )


def _check_ending(path: Path, ending: str, what: str) -> None:
    if path.suffix.lower() != ending:
        raise UsageError(f"{path}: {what} is no '{path.suffix}' file", hint=f"--to NAME{ending}")
