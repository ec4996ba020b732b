"""`qa shop export` and `qa shop compare`."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.errors import told
from qa_toolkit.cli.options import JsonOption, PeriodOption, ProjectOption
from qa_toolkit.cli.output import say, say_json, say_table
from qa_toolkit.cli.progress import progress
from qa_toolkit.domain.wording import counted

if TYPE_CHECKING:
    from qa_toolkit.scorecards.view import FigureView, ShopsView
    from qa_toolkit.workflow.shops.compare import Comparison

PlanOption = Annotated[str, typer.Option("--plan", metavar="ID", help="Only shops of this plan.")]
LocationOption = Annotated[
    str, typer.Option("--location", metavar="NAME", help="Only this location, by id or name.")
]
RubricNameOption = Annotated[
    str,
    typer.Option(
        "--rubric", "-r", metavar="NAME", help="The rubric they were judged by, of several."
    ),
]


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(
        epilog="Examples: qa shop export shops.xlsx; "
        "qa shop export pages shops.csv --plan autumn --anonymise"
    )(export)
    app.command(epilog="Examples: qa shop compare; qa shop compare --location north --json")(
        compare
    )


@told
def export(
    targets: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[TARGET]...",
            help="Files, or folders for pages, as of qa export; else exports/shops.xlsx.",
        ),
    ] = None,
    plan: PlanOption = "",
    location: LocationOption = "",
    period: PeriodOption = None,
    rubric: RubricNameOption = "",
    anonymise: Annotated[
        bool,
        typer.Option(
            "--anonymise", help="Pseudonyms in place of shoppers, agents, editors and customers."
        ),
    ] = False,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Write the scorecards of final shops.

    By location and stage of the journey, with quotes. Monitored contacts that were scored by the
    same rubric stand beside them. Nothing that is not final is ever written.
    """
    from qa_toolkit.workflow.export import Choices, export_scored, targets_of
    from qa_toolkit.workflow.project import EXPORTS, open_project
    from qa_toolkit.workflow.shops.compare import shop_report
    from qa_toolkit.workflow.shops.final import Asked

    asked = Asked(plan=plan, location=location, period=period, rubric=rubric)
    choices = Choices(anonymise=anonymise)
    with open_project(project) as opened, progress() as bars:
        named = targets or [opened.folder / EXPORTS / "shops.xlsx"]
        checked = targets_of(opened, named, choices)
        done = export_scored(opened, shop_report(opened, asked), checked, bars, choices=choices)
    staged = sum(item.interaction.staged for item in done.report.scored)
    beside = len(done.report.scored) - staged
    if json:
        say_json(
            {
                "shops": staged,
                "monitored": beside,
                "written": [str(item.opens) for item in done.written],
            }
        )
        return
    for item in done.written:
        say(f"wrote {item.opens}")
    told_beside = f", {counted(beside, 'monitored contact')} beside them" if beside else ""
    say(f"{counted(staged, 'final shop')}{told_beside}")


@told
def compare(
    plan: PlanOption = "",
    location: LocationOption = "",
    period: PeriodOption = None,
    rubric: RubricNameOption = "",
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Compare locations, announced with staged contacts, and shoppers.

    Each rubric by itself.
    """
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.shops.compare import compare_shops
    from qa_toolkit.workflow.shops.final import Asked

    asked = Asked(plan=plan, location=location, period=period, rubric=rubric)
    with open_project(project) as opened:
        found = compare_shops(opened, asked)
    if json:
        say_json([_document(one) for one in found])
        return
    for number, one in enumerate(found):
        say("\n" * bool(number) + f"{one.rubric.title} ({one.rubric.id} {one.rubric.version})\n")
        _locations(one.view)
        _compared(one.view)
        _shoppers(one.view)


def _document(one: "Comparison") -> dict[str, object]:
    about = {"id": one.rubric.id, "version": one.rubric.version}
    return {"rubric": about, "scope": dict(one.scope), **asdict(one.figures)}


def _locations(view: "ShopsView") -> None:
    say_table(
        ("Location", "Shops", "Total", "95 % interval", *view.section_titles),
        (
            (
                known.name,
                str(known.total.count),
                known.total.shown,
                known.total.span,
                *(section.shown for section in known.sections),
            )
            for known in view.locations
        ),
    )
    say(view.locations_note)


def _compared(view: "ShopsView") -> None:
    if not view.compared:
        return
    say()
    say_table(
        ("Question", "Monitored", "n", "Staged", "n", "Staged − monitored", "How sure"),
        (
            (
                known.question,
                *_with_span(known.monitored),
                *_with_span(known.staged),
                _with_span(known.difference)[0],
                known.caution,
            )
            for known in view.compared
        ),
    )
    say(view.warning)
    say(view.compared_note)


def _with_span(known: "FigureView") -> Sequence[str]:
    value = known.shown if known.low is None else f"{known.shown} ({known.span})"
    return value, str(known.count)


def _shoppers(view: "ShopsView") -> None:
    say()
    say_table(
        ("Shopper", "Shops", "Shared", "Difference", "95 % interval", "How sure"),
        (
            (
                known.shopper,
                str(known.shops),
                str(known.shared),
                known.difference.shown,
                known.difference.span,
                known.said,
            )
            for known in view.shoppers
        ),
    )
    say(view.shoppers_note)
