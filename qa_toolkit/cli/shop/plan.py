"""`qa shop plan FILE | verify | list | export`, and `qa shop calendar`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from qa_toolkit.cli.errors import FINDINGS, told
from qa_toolkit.cli.options import JsonOption, ProjectOption
from qa_toolkit.cli.output import say, say_json, say_problem, say_table
from qa_toolkit.domain.wording import counted

if TYPE_CHECKING:
    from qa_toolkit.domain.shop.plan import PlanFile, ShopPlan
    from qa_toolkit.workflow.shops.plan import DrawnPlan


class _DrawsFirst(TyperGroup):
    """A group whose first word may be left out: `qa shop plan FILE` draws the plan."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        known = {*self.commands, *ctx.help_option_names}
        if args and args[0] not in known:
            args = ["draw", *args]
        return super().parse_args(ctx, args)


plan_app = typer.Typer(
    cls=_DrawsFirst,
    no_args_is_help=True,
    help="Who goes where on which day: drawn at random within the rules, verifiably. "
    "'qa shop plan FILE' draws.",
)
PlanArgument = Annotated[
    str, typer.Argument(metavar="[PLAN]", help="A plan's id; else the one drawn last.")
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(plan_app, name="plan")
    app.command(epilog="Example: qa shop calendar november --shopper maya --to maya.ics")(calendar)


@plan_app.command(
    epilog="Example: qa shop plan november.yaml --seed november, short for qa shop plan draw november.yaml …"
)
@told
def draw(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The plan's YAML file.")],
    seed: Annotated[
        str, typer.Option("--seed", help="Same seed, same plan; else as before, or a new one.")
    ] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Keep nothing.")] = False,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Draw a plan from its file and keep it.

    The same file and seed give the same plan. What finds no place within the rules is listed with
    the reason, and the exit code is 1.
    """
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops.plan import draw_plan

    with open_project(project) as opened:
        drawn = draw_plan(opened, file, seed, dry_run=dry_run)
    if json:
        say_json(_document(drawn))
    else:
        _show(drawn)
    if drawn.plan.unplaced:
        raise typer.Exit(FINDINGS)


@plan_app.command(epilog="Example: qa shop plan verify november")
@told
def verify(plan: PlanArgument = "", project: ProjectOption = None) -> None:
    """Draw a plan again from what was kept with it, and compare.

    Differences are named, and the exit code is 1.
    """
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops.plan import plan_or_last, verify_plan

    with open_project(project) as opened:
        kept = plan_or_last(opened, plan)
        differences = verify_plan(opened, kept)
    for difference in differences:
        say(difference)
    if differences:
        raise typer.Exit(FINDINGS)
    say(f"{kept.id} verified: {_counts(kept)}, drawn again the same")


@plan_app.command("list", epilog="Example: qa shop plan list --json")
@told
def list_(project: ProjectOption = None, json: JsonOption = False) -> None:
    """Show the plans of the project."""
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops.shops import plan_file_in, plans

    with open_project(project) as opened:
        found = [(one, plan_file_in(one.file)) for one in plans(opened)]
    if json:
        say_json([_summary(plan, file) for plan, file in found])
        return
    say_table(
        ("Plan", "Title", "From", "To", "Placed", "Not placed", "Seed"),
        (
            (
                plan.id,
                plan.title,
                file.start.isoformat(),
                file.end.isoformat(),
                str(len(plan.assignments)),
                str(len(plan.unplaced)),
                plan.seed,
            )
            for plan, file in found
        ),
    )
    say(counted(len(found), "plan"))


@plan_app.command(epilog="Example: qa shop plan export november --to november.csv")
@told
def export(
    to: Annotated[Path, typer.Option("--to", metavar="PATH", help="A .csv file.")],
    plan: PlanArgument = "",
    project: ProjectOption = None,
) -> None:
    """Write a plan to a file, with where each shop stands and what found no place."""
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops.plan_files import export_plan

    with open_project(project) as opened:
        written = export_plan(opened, to, plan)
    say(f"{to}: {_counts(written)}")


@told
def calendar(
    to: Annotated[Path, typer.Option("--to", metavar="PATH", help="An .ics file.")],
    plan: PlanArgument = "",
    shopper: Annotated[
        str, typer.Option("--shopper", metavar="NAME", help="Only theirs, by id or name.")
    ] = "",
    project: ProjectOption = None,
) -> None:
    """Write shops to a calendar file, with an alarm the day before and the day notes are due.

    Nothing in it says what the appointment is for.
    """
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops.plan_files import export_calendar

    with open_project(project) as opened:
        count = export_calendar(opened, to, plan, shopper)
    say(f"{to}: {counted(count, 'shop')}")


def _show(drawn: "DrawnPlan") -> None:
    plan, file = drawn.plan, drawn.file
    for remark in drawn.remarks:
        say_problem(remark)
    say(f"plan        {plan.id}: {_counts(plan)}")
    say(f"seed        {plan.seed}")
    say(f"file hash   {plan.file_hash}")
    if plan.counted:
        say(f"counted     {counted(len(plan.counted), 'shop')} of other plans")
    locations = {one.id: one.shown for one in file.locations}
    shoppers = {one.id: one.shown for one in file.shoppers}
    say_table(
        ("Location", "Day", "Between", "Shopper", "Scenario", "Shop"),
        (
            (
                locations[one.location],
                f"{one.day:%a} {one.day}",
                f"{one.opens_at:%H:%M}–{one.closes_at:%H:%M}",
                shoppers[one.shopper],
                one.scenario,
                one.id,
            )
            for one in sorted(plan.assignments, key=lambda one: (one.location, one.day, one.id))
        ),
    )
    for missing in plan.unplaced:
        where = f"{missing.scenario} at {locations[missing.location]}, number {missing.number}"
        say(f"not placed  {where}: {missing.reason}")
    for change in drawn.changes:
        say(f"changed     {change}")
    for name in drawn.cancelled:
        say(f"cancelled   {name} stays so; order it in a plan with another id to have it held")
    if drawn.kept is None:
        say("kept        nothing (--dry-run)")
    else:
        kept = drawn.kept
        said = [
            f"{len(kept.added)} new",
            f"{len(kept.moved)} changed",
            f"{len(kept.same)} as before",
        ]
        begun = [f"{len(kept.begun)} begun and left as they were"] if kept.begun else []
        say(f"kept        {', '.join([*said, *begun])}")


def _counts(plan: "ShopPlan") -> str:
    total = len(plan.assignments) + len(plan.unplaced)
    return f"{len(plan.assignments):,} of {counted(total, 'shop')} placed"


def _summary(plan: "ShopPlan", file: "PlanFile") -> dict[str, object]:
    return {
        "id": plan.id,
        "title": plan.title,
        "from": file.start.isoformat(),
        "to": file.end.isoformat(),
        "placed": len(plan.assignments),
        "not_placed": len(plan.unplaced),
        "seed": plan.seed,
        "file_hash": plan.file_hash,
    }


def _document(drawn: "DrawnPlan") -> dict[str, object]:
    from dataclasses import asdict

    plan = drawn.plan
    shops = [
        asdict(one)
        | {
            "day": one.day.isoformat(),
            "opens_at": one.opens_at.isoformat(),
            "closes_at": one.closes_at.isoformat(),
            "fee": str(one.fee),
            "most_expenses": str(one.most_expenses),
        }
        for one in plan.assignments
    ]
    kept = None if drawn.kept is None else {n: list(v) for n, v in asdict(drawn.kept).items()}
    return _summary(plan, drawn.file) | {
        "shops": shops,
        "unplaced": [asdict(one) for one in plan.unplaced],
        "counted": list(plan.counted),
        "changes": list(drawn.changes),
        "cancelled": list(drawn.cancelled),
        "kept": kept,
        "remarks": [str(one) for one in drawn.remarks],
    }
