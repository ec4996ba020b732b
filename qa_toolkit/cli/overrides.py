"""`qa overrides set | clear | list | import`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli import overrides_import
from qa_toolkit.cli.errors import told
from qa_toolkit.cli.options import ByOption, JsonOption, ProjectOption, RubricOption
from qa_toolkit.cli.output import say, say_json, say_table
from qa_toolkit.domain.override import RootCause
from qa_toolkit.domain.wording import counted

if TYPE_CHECKING:
    from qa_toolkit.domain.score import CriterionScore
    from qa_toolkit.workflow.corrections import Corrected, Said

app = typer.Typer(
    no_args_is_help=True, help="People's ratings in place of the machine's; both are kept."
)

InteractionArgument = Annotated[
    str, typer.Argument(metavar="INTERACTION", help="Its id, as qa list shows it.")
]
CriterionArgument = Annotated[
    str, typer.Argument(metavar="CRITERION", help="Its id in the rubric, such as empathy.first.")
]
ReasonOption = Annotated[
    str, typer.Option("--reason", metavar="TEXT", help="Why; the agent will read it.")
]


@app.command(
    "set",
    context_settings={"ignore_unknown_options": True},  # a rating can be -1
    epilog="Example: qa overrides set call-17 empathy.first 2 --by 'Mo Berg' "
    "--reason 'names the boiler and the baby at 0:12'",
)
@told
def set_(
    interaction: InteractionArgument,
    criterion: CriterionArgument,
    rating: Annotated[
        str, typer.Argument(metavar="RATING", help="A level of the criterion, or na.")
    ],
    reason: ReasonOption,
    by: ByOption,
    cause: Annotated[
        RootCause | None, typer.Option("--cause", help="What was behind it, where it is known.")
    ] = None,
    rubric: RubricOption = None,
    project: ProjectOption = None,
) -> None:
    """Put a person's rating in the machine's place.

    The total follows. The machine's rating stays beside it, and scoring again erases nothing.
    """
    from qa_toolkit.workflow.corrections import set_rating
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric

    with open_project(project, {"score.rubric": rubric}) as opened:
        usable = usable_rubric(rubric_file(opened.settings.score.rubric, opened.folder))
        done = set_rating(
            opened, usable, interaction, criterion, rating, reason=reason, by=by, cause=cause
        )
    _tell(done)


@app.command(
    epilog="Example: qa overrides clear call-17 empathy.first --reason 'wrong call' --by 'Mo Berg'"
)
@told
def clear(
    interaction: InteractionArgument,
    criterion: CriterionArgument,
    reason: ReasonOption,
    by: ByOption,
    rubric: RubricOption = None,
    project: ProjectOption = None,
) -> None:
    """Take a person's rating back.

    The machine's counts again, and both stay in the history.
    """
    from qa_toolkit.workflow.corrections import clear_rating
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric

    with open_project(project, {"score.rubric": rubric}) as opened:
        usable = usable_rubric(rubric_file(opened.settings.score.rubric, opened.folder))
        done = clear_rating(opened, usable, interaction, criterion, reason=reason, by=by)
    _tell(done)


@app.command(
    "list", epilog="Examples: qa overrides list --interaction call-17; qa overrides list --json"
)
@told
def list_(
    interaction: Annotated[
        str, typer.Option("--interaction", metavar="ID", help="Only of this interaction.")
    ] = "",
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Only by this person.")] = "",
    rubric: RubricOption = None,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Show all that people said of ratings.

    Beside each stand what the machine said, what counts, who said so, when and why.
    """
    from qa_toolkit.workflow.corrections import list_overrides
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric

    with open_project(project, {"score.rubric": rubric}) as opened:
        usable = usable_rubric(rubric_file(opened.settings.score.rubric, opened.folder))
        found = list_overrides(opened, usable, interaction=interaction, by=by)
    if json:
        say_json([_document(item) for item in found])
    else:
        _show(found)


overrides_import.register(app)


def _tell(done: "Corrected") -> None:
    from qa_toolkit.scorecards import wording

    override = done.override
    say(f"{override.interaction_id} {override.criterion}: {_given(done)}")
    was, now = done.before.scorecard, done.after.scorecard
    total = _moved(wording.number(was.percent), wording.number(now.percent))
    outcome = _moved(wording.OUTCOMES[was.outcome].lower(), wording.OUTCOMES[now.outcome].lower())
    say(f"total {total}, {outcome}: {now.reason}")


def _given(done: "Corrected") -> str:
    """Who gave which rating in place of which."""
    from qa_toolkit.scorecards.criterion_view import rated
    from qa_toolkit.scorecards.override_view import override_view

    override, machine = done.override, done.after.as_rated.score_of(done.override.criterion)
    if machine is None:
        return f"taken back by {override.by}; this rubric does not rate it"
    said = f"{override_view(override, machine.highest).rating.lower()} by {override.by}"
    if done.replaced:
        was_given = override_view(done.replaced, machine.highest).rating.lower()
        said += f", was {was_given} by {done.replaced.by}"
    who = "shopper" if done.after.interaction.staged else "machine"
    return f"{said}; {who}: {rated(machine).lower()}"


def _moved(before: str, after: str) -> str:
    return f"still {after}" if before == after else f"{before} → {after}"


def _show(found: "Sequence[Said]") -> None:
    from qa_toolkit.scorecards.criterion_view import rated
    from qa_toolkit.scorecards.override_view import CAUSES, override_view

    say_table(
        ("No.", "Interaction", "Criterion", "Machine", "Given", "By", "When", "Reason", "Counts"),
        (
            (
                str(item.override.number),
                item.override.interaction_id,
                item.override.criterion,
                rated(item.machine) if item.machine else "–",
                override_view(item.override, item.highest).rating,
                item.override.by,
                item.override.made_at[:16].replace("T", " "),
                item.override.reason
                + (f" ({CAUSES[item.override.cause]})" if item.override.cause else ""),
                _counts(item),
            )
            for item in found
        ),
    )
    counting = sum(item.counts for item in found)
    say(f"{counted(len(found), 'override')}, {counting} of them in force")


def _counts(item: "Said") -> str:
    if item.counts:
        return "yes" if item.machine else "once it is scored"
    return "no" if item.fits else "no: not on the scale of this rubric"


def _document(item: "Said") -> dict[str, object]:
    override = item.override
    return {
        "number": override.number,
        "interaction": override.interaction_id,
        "agent": item.agent,
        "criterion": override.criterion,
        "rubric": override.rubric_id,
        "rubric_version": override.rubric_version,
        "status": override.status.value if override.status else None,
        "points": override.points,
        "reason": override.reason,
        "cause": override.cause.value if override.cause else None,
        "by": override.by,
        "made_at": override.made_at,
        "source": override.source,
        "counts": item.counts,
        "fits": item.fits,
        "machine": _rating(item.machine),
        "effective": _rating(item.effective),
    }


def _rating(score: "CriterionScore | None") -> dict[str, object] | None:
    return None if score is None else {"status": score.status.value, "points": score.points}
