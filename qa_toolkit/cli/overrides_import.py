"""`qa overrides import`: workbooks that people filled in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.errors import FINDINGS, told
from qa_toolkit.cli.options import JsonOption, ProjectOption, RubricOption
from qa_toolkit.cli.output import say, say_json, say_problem, say_problems, say_table
from qa_toolkit.cli.progress import progress
from qa_toolkit.domain.wording import counted, listed

if TYPE_CHECKING:
    from qa_toolkit.domain.scorecard import Scored
    from qa_toolkit.workflow.import_ratings import Given
    from qa_toolkit.workflow.overrides_import import Imported, Total


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        "import",
        epilog="Examples: qa overrides import team.xlsx --reviewer 'Mo Berg'; "
        "qa overrides import north.xlsx south.xlsx --dry-run",
    )(import_)


@told
def import_(
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE...", help="Workbooks that qa export wrote.")
    ],
    reviewer: Annotated[
        str,
        typer.Option(
            "--reviewer",
            metavar="NAME",
            envvar="QA_REVIEWER",
            help="Who says so, where a row names nobody.",
        ),
    ] = "",
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would change; keep nothing.")
    ] = False,
    skip_conflicts: Annotated[
        bool,
        typer.Option("--skip-conflicts", help="Keep the rest where some of it collides."),
    ] = False,
    rubric: RubricOption = None,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Read corrected workbooks back: ratings, reasons and agreements.

    All of it is kept or nothing: a mistake, or a conflict with what was done since, is told with
    its sheet and cell. Importing a workbook again changes nothing.
    """
    from qa_toolkit.workflow.overrides_import import import_workbooks
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric

    with open_project(project, {"score.rubric": rubric}) as opened, progress() as bars:
        usable = usable_rubric(rubric_file(opened.settings.score.rubric, opened.folder))
        done = import_workbooks(
            opened,
            usable,
            files,
            reviewer=reviewer,
            dry_run=dry_run,
            skip_conflicts=skip_conflicts,
            progress=bars,
        )
    if json:
        from qa_toolkit.cli.overrides_document import document

        say_json(document(done))
    else:
        _show(done, dry_run=dry_run, skip_conflicts=skip_conflicts)
    if done.wrong or (done.conflicts and not skip_conflicts):
        raise typer.Exit(FINDINGS)


def _show(done: "Imported", *, dry_run: bool, skip_conflicts: bool) -> None:
    for remark in done.remarks:
        say_problem(remark)
    say_problems(done.wrong, "wrong in the workbook, to be put right there")
    left = "conflicts, left out" if skip_conflicts else "conflicts"
    say_problems(done.conflicts, left)
    if done.wrong or (done.conflicts and not skip_conflicts):
        also = "; --skip-conflicts keeps the rest" if not done.wrong else ""
        say(f"nothing was kept{also}")
        return
    if done.given:
        _show_ratings(done)
    if done.agreed:
        _show_agreements(done)
    if not done.given and not done.agreed:
        say("nothing new")
        return
    what = [counted(len(done.given), "rating")] if done.given else []
    what += [counted(len(done.agreed), "agreement")] if done.agreed else []
    kept = "would be kept" if dry_run else "kept; qa export shows them"
    say(f"{listed(what)} {kept}")


def _show_ratings(done: "Imported") -> None:
    say_table(
        ("Interaction", "Agent", "Criterion", "Was", "Is", "By", "Why", "Cell"),
        (_rating_row(item, done.totals[item.override.interaction_id]) for item in done.given),
    )
    say_table(
        ("Interaction", "Agent", "Total was", "is", "Outcome was", "is"),
        (_total_row(total) for total in done.totals.values()),
    )


def _rating_row(item: "Given", total: "Total") -> tuple[str, ...]:
    from qa_toolkit.scorecards.override_view import CAUSES

    override = item.override
    cause = f" ({CAUSES[override.cause]})" if override.cause else ""
    return (
        override.interaction_id,
        total.before.interaction.agent.shown,
        override.criterion,
        _rated(total.before, override.criterion),
        _rated(total.after, override.criterion),
        override.by,
        f"{override.reason}{cause}",
        item.at,
    )


def _rated(scored: "Scored", criterion: str) -> str:
    from qa_toolkit.scorecards.criterion_view import rated
    from qa_toolkit.scorecards.wording import DASH

    score = scored.scorecard.score_of(criterion)
    return rated(score).lower() if score else DASH


def _total_row(total: "Total") -> tuple[str, ...]:
    from qa_toolkit.scorecards.wording import OUTCOMES, number

    was, now = total.before.scorecard, total.after.scorecard
    return (
        was.interaction_id,
        total.before.interaction.agent.shown,
        number(was.percent),
        number(now.percent),
        OUTCOMES[was.outcome].lower(),
        OUTCOMES[now.outcome].lower(),
    )


def _show_agreements(done: "Imported") -> None:
    say_table(
        ("Entry", "Agent", "Topic", "What", "Was", "Is", "By", "Cell"),
        (
            (
                f"{item.entry.id} (new)" if item.is_new else item.entry.id,
                item.entry.agent_id,
                item.entry.topic,
                item.change.field.value.replace("_", " "),
                item.before,
                item.change.value or "–",
                item.change.by,
                item.at,
            )
            for item in done.agreed
        ),
    )
