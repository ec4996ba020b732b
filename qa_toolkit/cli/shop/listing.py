"""`qa shop list`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.options import JsonOption, ProjectOption
from qa_toolkit.cli.output import say, say_json, say_table
from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.errors import UsageError

if TYPE_CHECKING:
    from qa_toolkit.domain.shop.life import ShopStatus
    from qa_toolkit.workflow.shops.shops import OpenShop


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "list",
        epilog="Examples: qa shop list --plan november; qa shop list --due; "
        "qa shop list --mine --by maya --json",
    )(list_)


@told
def list_(
    plan: Annotated[
        str, typer.Option("--plan", metavar="ID", help="Only the shops of this plan.")
    ] = "",
    status: Annotated[
        str, typer.Option("--status", metavar="STATUS", help="Only shops that stand so.")
    ] = "",
    shopper: Annotated[
        str, typer.Option("--shopper", metavar="NAME", help="Only of a shopper, by id or name.")
    ] = "",
    mine: Annotated[
        bool, typer.Option("--mine", help="Only shops that wait for you: --by says who you are.")
    ] = False,
    due: Annotated[
        bool, typer.Option("--due", help="Only shops that should have been handed in by now.")
    ] = False,
    by: Annotated[
        str, typer.Option("--by", metavar="NAME", envvar="QA_REVIEWER", help="Who you are.")
    ] = "",
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """List shops with where they stand and what is due, by day."""
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops.listing import is_overdue, progress_of
    from qa_toolkit.workflow.shops.shops import open_shops

    if mine and not by:
        raise UsageError("whose shops?", hint="--mine --by NAME")
    with open_project(project) as opened:
        found = open_shops(opened, status=_status(status), shopper=shopper, plan=plan)
    shown = [
        one
        for one in sorted(found, key=lambda one: (one.shop.assignment.opens_at, one.shop.id))
        if (not due or is_overdue(one)) and (not mine or _waits_for(one, by))
    ]
    if json:
        say_json([_document(one) for one in shown])
        return
    if shown:
        _show(shown)
    say(progress_of(shown))


def _status(name: str) -> "ShopStatus | None":
    from qa_toolkit.domain.shop.life import ShopStatus

    known = [status.value for status in ShopStatus]
    wanted = "_".join(name.casefold().split())
    if wanted and wanted not in known:
        near = did_you_mean(wanted, known)
        raise UsageError(f"there is no status '{name}'{near}", hint=f"one of {', '.join(known)}")
    return ShopStatus(wanted) if wanted else None


def _waits_for(opened: "OpenShop", by: str) -> bool:
    """Of several plans, one may not know a person that another one does."""
    from qa_toolkit.workflow.shops.listing import waits_for

    try:
        return waits_for(opened, by)
    except UsageError:
        return False


def _show(shops: "Sequence[OpenShop]") -> None:
    say_table(
        ("Id", "Scenario", "Location", "Shopper", "Day", "Status", "Due", "Grade"),
        (
            (
                one.shop.id,
                one.scenario.scenario.title,
                one.location.shown,
                one.shopper.shown,
                one.shop.assignment.day.isoformat(),
                one.shop.status.shown,
                _due(one),
                str(one.shop.grades[-1].grade) if one.shop.grades else "",
            )
            for one in shops
        ),
    )


def _due(opened: "OpenShop") -> str:
    from qa_toolkit.workflow.shops.listing import due_at, is_overdue
    from qa_toolkit.workflow.shops.moments import shown

    due = due_at(opened)
    if due is None:
        return ""
    at = shown(due.isoformat(), opened)
    return f"{at} overdue" if is_overdue(opened) else at


def _document(opened: "OpenShop") -> dict[str, object]:
    from qa_toolkit.workflow.shops.listing import due_at, is_overdue

    shop, due = opened.shop, due_at(opened)
    return {
        "id": shop.id,
        "plan": shop.assignment.plan,
        "scenario": shop.assignment.scenario,
        "location": shop.assignment.location,
        "shopper": shop.shopper,
        "day": shop.assignment.day.isoformat(),
        "opens_at": shop.assignment.opens_at.isoformat(),
        "closes_at": shop.assignment.closes_at.isoformat(),
        "status": shop.status.value,
        "due_at": due.isoformat() if due else None,
        "overdue": is_overdue(opened),
        "grade": shop.grades[-1].grade if shop.grades else None,
    }
