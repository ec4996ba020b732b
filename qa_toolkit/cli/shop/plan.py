"""`qa shop plan init | FILE | verify | list | export`, and `qa shop calendar`."""

from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from qa_toolkit.cli.errors import FINDINGS, told
from qa_toolkit.cli.options import JsonOption, ProjectOption
from qa_toolkit.cli.output import say, say_json, say_table
from qa_toolkit.cli.shop import plan_init
from qa_toolkit.cli.shop.plan_shown import counts, document, show, summary
from qa_toolkit.domain.wording import counted


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
plan_init.register(plan_app)
PlanArgument = Annotated[
    str, typer.Argument(metavar="[PLAN]", help="A plan's id; else the one drawn last.")
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.add_typer(plan_app, name="plan")
    app.command(epilog="Example: qa shop calendar november --shopper maya --to maya.ics")(calendar)


@plan_app.command(
    epilog="Examples: qa shop plan november.yaml --seed november, short for qa shop plan draw "
    "november.yaml …; qa shop plan november.yaml --from 2026-11-12 --dry-run"
)
@told
def draw(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The plan's YAML file.")],
    seed: Annotated[
        str, typer.Option("--seed", help="Same seed, same plan; else as before, or a new one.")
    ] = "",
    first_day: Annotated[
        datetime | None,
        typer.Option(
            "--from",
            metavar="DAY",
            formats=["%Y-%m-%d"],
            help="Plan again on the way: what was begun or still fits stays, the rest is drawn "
            "for this day or later.",
        ),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Keep nothing.")] = False,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Draw a plan from its file and keep it.

    The same file and seed give the same plan. What finds no place within the rules is listed with
    the reason, and the exit code is 1.
    """
    from qa_toolkit.cli.progress import progress
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops.plan import draw_plan

    with open_project(project) as opened, progress() as told_of:
        drawn = draw_plan(
            opened,
            file,
            seed,
            first_day=first_day.date() if first_day else None,
            dry_run=dry_run,
            progress=told_of,
        )
    if json:
        say_json(document(drawn))
    else:
        show(drawn)
    if drawn.plan.unplaced:
        raise typer.Exit(FINDINGS)


@plan_app.command(epilog="Example: qa shop plan verify november")
@told
def verify(plan: PlanArgument = "", project: ProjectOption = None) -> None:
    """Draw a plan again from what was kept with it, and compare.

    Differences are named, and the exit code is 1.
    """
    from qa_toolkit.cli.progress import progress
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops.plan import plan_or_last, verify_plan

    with open_project(project) as opened:
        kept = plan_or_last(opened, plan)
        with progress() as told_of:
            differences = verify_plan(opened, kept, told_of)
    for difference in differences:
        say(difference)
    if differences:
        raise typer.Exit(FINDINGS)
    say(f"{kept.id} verified: {counts(kept)}, drawn again the same")


@plan_app.command("list", epilog="Example: qa shop plan list --json")
@told
def list_(project: ProjectOption = None, json: JsonOption = False) -> None:
    """Show the plans of the project."""
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops.kept import plan_file_in, plans

    with open_project(project) as opened:
        found = [(one, plan_file_in(one.file)) for one in plans(opened)]
    if json:
        say_json([summary(plan, file) for plan, file in found])
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
    say(f"{to}: {counts(written)}")


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
