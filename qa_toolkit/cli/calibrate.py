"""`qa calibrate agreement | fit`."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from qa_toolkit.cli.errors import FINDINGS, told
from qa_toolkit.cli.options import JsonOption, ProjectOption, RubricOption
from qa_toolkit.cli.output import say, say_json, say_table
from qa_toolkit.domain.problem import Problem

if TYPE_CHECKING:
    from qa_toolkit.calibration.agreement import OfEvaluator
    from qa_toolkit.workflow.calibrate_agreement import AgreementReport, Part
    from qa_toolkit.workflow.calibrate_fit import FitReport

_SHOWN = 5

app = typer.Typer(no_args_is_help=True, help="Compare evaluators, and fit models to ratings.")


@app.command(
    epilog="Examples: qa calibrate agreement dana.csv machine.jsonl --rubric service; "
    "qa calibrate agreement reviews.xlsx store: --by agent"
)
@told
def agreement(
    evaluators: Annotated[
        list[str],
        typer.Argument(
            metavar="A [B]...",
            help="Files with ratings (.csv, .xlsx, .json of qa export, lines of qa score --jsonl), "
            "or store: for a project's scorecards of the sample drawn last (store:ID of another).",
        ),
    ],
    by: Annotated[
        Literal["criterion", "agent"], typer.Option("--by", help="A row for each of these.")
    ] = "criterion",
    matrix: Annotated[
        bool, typer.Option("--matrix", help="Who gave which level where, for every two.")
    ] = False,
    rubric: RubricOption = None,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Show how far two evaluators or more agree.

    A file has one row a rating (interaction, criterion, rating, perhaps evaluator), or one row an
    interaction with a column for each criterion. With --rubric levels and options may be words.
    """
    from qa_toolkit.workflow.calibrate_agreement import compare_evaluators

    report = compare_evaluators(evaluators, rubric=rubric, project=project, by_agent=by == "agent")
    if json:
        say_json(_document(report))
    else:
        _show(report, by, matrix=matrix)
    _tell(report.problems)


@app.command(
    epilog="Example: qa calibrate fit ratings.csv --model empathy-en --transcripts chats.jsonl "
    "--criterion empathy.acknowledge --out rubrics/models/empathy-acme.json"
)
@told
def fit(
    ratings: Annotated[
        Path, typer.Argument(help="File with ratings, as qa calibrate agreement reads it.")
    ],
    model: Annotated[
        str, typer.Option("--model", help="The model to start from: one that ships, or a file.")
    ],
    transcripts: Annotated[
        str,
        typer.Option(
            "--transcripts",
            metavar="PATH",
            help="What was said: .jsonl lines, a folder of chats, or -; else the project's.",
        ),
    ] = "",
    criterion: Annotated[
        str, typer.Option("--criterion", help="Whose ratings, where there are several.")
    ] = "",
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write the fitted model, .json.")
    ] = None,
    name: Annotated[str, typer.Option("--name", help="Of the fitted model; else the file's.")] = "",
    rubric: RubricOption = None,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Learn a model's weights on from your own ratings, and say what that is worth.

    Few ratings change little, many a lot. Figures before and after are of ratings that the model
    has not seen. A rubric names the file that is written: model: models/empathy-acme.json.
    """
    from qa_toolkit.workflow.calibrate_fit import fit_model
    from qa_toolkit.workflow.calibrate_model import known_model, out_file, write
    from qa_toolkit.workflow.here import settings_from_here
    from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric

    base = known_model(model)
    target = out and out_file(out)
    usable = usable_rubric(rubric_file(rubric, settings_from_here()[0])) if rubric else None
    report = fit_model(
        ratings,
        base,
        name=name or (target.stem if target else f"{base.name}-fitted"),
        criterion=criterion,
        rubric=usable,
        spoken=transcripts,
        stdin=sys.stdin.buffer if transcripts == "-" else (),
        project=project,
    )
    if target:
        write(report.model, target)
    if json:
        from qa_toolkit.workflow.calibrate_fit_report import as_document

        say_json(as_document(report))
    else:
        _show_fit(report, target)
    _tell(report.problems)


def _show_fit(report: "FitReport", written: Path | None) -> None:
    from qa_toolkit.workflow.calibrate_fit_report import HEADERS, advice, figures, lines

    for line in lines(report):
        say(line)
    say()
    say_table(HEADERS, figures(report))
    say()
    say(advice(report))
    if written:
        say(f"written: {written}")


def _document(report: "AgreementReport") -> dict[str, object]:
    from qa_toolkit.calibration.json import as_document

    parts = [
        {
            "name": part.name,
            "interactions": part.interactions,
            "ratings": part.ratings,
            "abstained": part.abstained,
            "alone": list(part.alone),
        }
        for part in report.parts
    ]
    return {"parts": parts, **as_document(report.agreement)}


def _show(report: "AgreementReport", by: str, *, matrix: bool) -> None:
    from qa_toolkit.calibration import view

    known = report.agreement
    rows = view.agent_rows(known) if by == "agent" else view.criteria_rows(known, "rating")
    say_table((by, *view.HEADERS[1:]), rows)
    if len(known.pairs) > 1:
        say()
        say_table(("evaluators", *view.HEADERS[1:]), view.pair_rows(known))
    say()
    lenient = {one.name: one for one in known.evaluators}
    headers = ("evaluator", "interactions", "compared", "leniency", "left to people", "alone")
    say_table(headers, (_part(part, lenient) for part in report.parts))
    for one in known.criteria:
        for ranking in one.rankings:
            say(
                f"{one.criterion}: strength of {ranking.evaluator} against ratings of "
                f"{ranking.interactions}: AUC {view.figure(ranking.auc)}, "
                f"Spearman {view.figure(ranking.spearman)}"
            )
        for pair, counts in one.matrices.items() if matrix else ():
            say(f"\n{one.criterion}: {pair[0]} down, {pair[1]} across")
            head, *body = view.matrix_rows(counts, one.levels)
            say_table(head, body)


def _part(part: "Part", lenient: "dict[str, OfEvaluator]") -> tuple[str, ...]:
    from qa_toolkit.calibration import view

    one = lenient[part.name]
    more = f" … {len(part.alone) - _SHOWN} more" if len(part.alone) > _SHOWN else ""
    return (
        part.name,
        str(part.interactions),
        str(one.compared),
        view.leniency(one.leniency, one.interval),
        str(part.abstained),
        ", ".join(part.alone[:_SHOWN]) + more,
    )


def _tell(problems: Sequence[Problem]) -> None:
    """What could not be used, on standard error; an error among it makes the exit code 1."""
    for problem in problems:
        typer.echo(str(problem), err=True)
    if any(problem.severity == "error" for problem in problems):
        raise typer.Exit(FINDINGS)
