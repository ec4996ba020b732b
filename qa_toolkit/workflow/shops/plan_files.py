"""Plans written to files: a table for spreadsheets, a calendar for shoppers."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from qa_toolkit.domain.shop.life import ShopStatus
from qa_toolkit.domain.shop.plan import Assignment, ShopPlan
from qa_toolkit.errors import UsageError
from qa_toolkit.files import replacing
from qa_toolkit.shops.calendar import Entry, calendar
from qa_toolkit.shops.planning.table import csv_of
from qa_toolkit.store import shop_plans
from qa_toolkit.workflow.clock import now
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.shops.kept import plan_file_in
from qa_toolkit.workflow.shops.plan import plan_or_last
from qa_toolkit.workflow.shops.shops import OpenShop, open_shops

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

    Cancelled ones are in it as cancelled, so that calendars which have them strike them out; in the
    calendar of one shopper, so are those that an earlier drawing gave to them.

    Raises:
        UsageError: there is no such plan or shopper, or the file's name does not end in `.ics`.
        StorageError: the file cannot be written.
    """
    plan = plan_or_last(project, plan_id)
    _check_ending(path, ".ics", "a calendar")
    own = open_shops(project, plan=plan.id, shopper=shopper)
    entries = [_entry(one, with_name=not shopper) for one in own]
    handed_on = _handed_on(project, plan, shopper) if shopper else ()
    with replacing(path, hint=_HINT) as file:
        file.write(calendar([*entries, *handed_on], now(project)))
    return len(entries)


def _handed_on(project: Project, plan: ShopPlan, shopper: str) -> Iterator[Entry]:
    """Shops that an earlier drawing gave to a shopper, and that others hold now, as cancelled."""
    last = shop_plans.last_drawings(project.database)[plan.id]
    drawings = shop_plans.drawings(project.database, range(1, last)).values()
    known = {one.shop.id: one for one in open_shops(project, plan=plan.id)}
    name = shopper.strip().casefold()
    before: dict[str, Assignment] = {}
    for drawing in drawings:
        people = plan_file_in(drawing.file).shoppers if drawing.id == plan.id else ()
        ids = {one.id for one in people if name in (one.id.casefold(), one.name.casefold())}
        before |= {one.id: one for one in drawing.assignments if one.shopper in ids}
    for shop_id, one in before.items():
        opened = known[shop_id]
        if opened.shop.shopper != one.shopper:
            yield replace(_entry(opened, with_name=False), assignment=one, cancelled=True)


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
