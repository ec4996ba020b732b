"""`qa shop review | return | approve | final | lock | cancel | grade`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.options import ByOption, ProjectOption
from qa_toolkit.cli.output import say
from qa_toolkit.errors import UsageError

if TYPE_CHECKING:
    from qa_toolkit.workflow.project import Project

IdArgument = Annotated[
    str, typer.Argument(metavar="ID", help="As listed; its first characters do.")
]
IdsArgument = Annotated[
    list[str] | None, typer.Argument(metavar="[ID]...", help="Shops, as listed.")
]
PlanOption = Annotated[
    str, typer.Option("--plan", metavar="ID", help="All shops of this plan that are so far.")
]
WhyOption = Annotated[
    str, typer.Option("--reason", metavar="TEXT", help="Reasons; the shopper reads them.")
]
RemarkOption = Annotated[
    str, typer.Option("--reason", metavar="TEXT", help="A remark; editors and managers read it.")
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(epilog="Example: qa shop review m-4hik --by 'Mo Berg'")(review)
    app.command(
        "return",
        epilog="Example: qa shop return m-4hik --reason 'who gave the name?' --finding M201 "
        "--by 'Mo Berg'",
    )(return_)
    app.command(epilog="Example: qa shop approve m-4hik --by 'Mo Berg'")(approve)
    app.command(
        epilog="Examples: qa shop final m-4hik --by kim; qa shop final --plan november --by kim"
    )(final)
    app.command(
        epilog="Examples: qa shop lock m-4hik --by kim; qa shop lock --plan november --by kim"
    )(lock)
    app.command(epilog="Example: qa shop cancel m-4hik --reason 'closed for good' --by kim")(cancel)
    app.command(
        epilog="Example: qa shop grade m-4hik 8 --reason 'exact times, short story' --by 'Mo Berg'"
    )(grade)


@told
def review(
    shop: IdArgument,
    by: ByOption,
    why: Annotated[
        str, typer.Option("--reason", metavar="TEXT", help="Needed to take an approved shop back.")
    ] = "",
    project: ProjectOption = None,
) -> None:
    """Take a submitted shop into review, or an approved one back into it."""
    _one(project, shop, "in_review", by, why)


@told
def return_(
    shop: IdArgument,
    by: ByOption,
    why: WhyOption = "",
    finding: Annotated[
        list[str] | None,
        typer.Option(
            "--finding", metavar="CODE", help="What a check says of it is a reason. Repeatable."
        ),
    ] = None,
    project: ProjectOption = None,
) -> None:
    """Give a shop in review back to its shopper, with reasons."""
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops.reasons import with_findings

    with open_project(project) as opened:
        reasons = with_findings(opened, shop, why, finding or ())
        _take(opened, shop, "returned", by, reasons)


@told
def approve(
    shop: IdArgument, by: ByOption, why: RemarkOption = "", project: ProjectOption = None
) -> None:
    """Approve a shop in review."""
    _one(project, shop, "approved", by, why)


@told
def final(
    shops: IdsArgument = None,
    *,
    by: ByOption,
    plan: PlanOption = "",
    why: RemarkOption = "",
    project: ProjectOption = None,
) -> None:
    """Make approved shops final.

    Each is then a contact with a scorecard like any other, clients may see it, and its fee is owed.
    """
    _several(project, shops, plan, "approved", "final", by, why)


@told
def lock(
    shops: IdsArgument = None,
    *,
    by: ByOption,
    plan: PlanOption = "",
    why: RemarkOption = "",
    project: ProjectOption = None,
) -> None:
    """Lock final shops: nothing is added to them any more."""
    _several(project, shops, plan, "final", "locked", by, why)


@told
def cancel(
    shop: IdArgument, by: ByOption, why: WhyOption = "", project: ProjectOption = None
) -> None:
    """Cancel a shop that is not approved, with reasons."""
    _one(project, shop, "cancelled", by, why)


@told
def grade(
    shop: IdArgument,
    grade: Annotated[int, typer.Argument(metavar="GRADE", help="1 to 10; 8 and more is good.")],
    by: ByOption,
    why: WhyOption = "",
    project: ProjectOption = None,
) -> None:
    """Grade a shopper's work on a shop, with reasons."""
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops import steps

    with open_project(project) as opened:
        graded = steps.grade(opened, shop, grade, by=by, why=why)
    say(f"{graded.shop.id} is graded {grade}: {graded.shop.grades[-1].reasons}")


def _one(project: Path | None, shop: str, status: str, by: str, why: str) -> None:
    from qa_toolkit.workflow.project import open_project

    with open_project(project) as opened:
        _take(opened, shop, status, by, why)


def _several(
    project: Path | None,
    shops: list[str] | None,
    plan: str,
    before: str,
    status: str,
    by: str,
    why: str,
) -> None:
    """Named shops, or all of a plan that stand where this one may follow."""
    from qa_toolkit.domain.shop.life import ShopStatus
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops.shops import open_shops

    if bool(shops) == bool(plan):
        raise UsageError("which shops?", hint="their ids, or --plan ID")
    with open_project(project) as opened:
        named = shops or [
            one.shop.id for one in open_shops(opened, status=ShopStatus(before), plan=plan)
        ]
        if not named:
            say(f"no shop of '{plan}' is {before}")
        if len(named) == 1:
            _take(opened, named[0], status, by, why)
            return
        refused = [shop for shop in named if not _taken(opened, shop, status, by, why)]
    if refused:
        raise UsageError(f"not {status}: {', '.join(refused)}", hint="the reasons are above")


def _taken(project: "Project", shop: str, status: str, by: str, why: str) -> bool:
    """Of several shops one that is refused is told, and the others go on."""
    try:
        _take(project, shop, status, by, why)
    except UsageError as error:
        of = "" if shop in error.message else f"{shop}: "
        told = of + error.message + (f" ({error.hint})" if error.hint else "")
        typer.echo(told, err=True)
        return False
    return True


def _take(project: "Project", shop: str, status: str, by: str, why: str) -> None:
    from qa_toolkit.domain.shop.life import ShopStatus
    from qa_toolkit.shops.people import shown
    from qa_toolkit.workflow.shops.steps import take_step

    moved = take_step(project, shop, ShopStatus(status), by=by, why=why)
    last = moved.shop.steps[-1]
    told_why = f": {last.why}" if last.why else ""
    status_shown = last.status.shown
    say(f"{moved.shop.id} is {status_shown}, by {shown(moved.file, last.by)}{told_why}")
