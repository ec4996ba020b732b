"""`qa run` and `qa demo`: the whole way in one go."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.batch import BudgetOption, PresetOption, RetryOption, left_told, older_told
from qa_toolkit.cli.errors import FINDINGS, told
from qa_toolkit.cli.options import (
    JsonOption,
    ModelOption,
    PathsArgument,
    PerAgentOption,
    ProjectOption,
    RubricOption,
    SeedOption,
    SizeOption,
    TargetsOption,
    WorkersOption,
)
from qa_toolkit.cli.output import from_here, say, say_json, say_problems
from qa_toolkit.cli.progress import progress
from qa_toolkit.domain.wording import counted

if TYPE_CHECKING:
    from qa_toolkit.workflow.run import RunReport
    from qa_toolkit.workflow.transcribe import TranscribeReport


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command(epilog="Example: qa demo, then open qa-demo/exports/pages/index.html")(demo)
    app.command(epilog="Example: qa run recordings chats --per-agent 5 --seed 2026-11")(run)


@told
def demo(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="Where to put the example.")
    ] = Path("qa-demo"),
    workers: WorkersOption = None,
) -> None:
    """Go the whole way on the shipped example.

    The example is copied to DIR, and what to open is said at the end.
    """
    from qa_toolkit.workflow.demo import prepare_demo, write_calls

    prepare_demo(folder)
    say(f"The example lies in {folder}: recorded calls and chats of a company that does not exist.")
    _run(folder, overrides={"run.workers": workers}, rubric=None, paths=(), targets=())
    say("\nCalls with their timelines")
    for path, shows in write_calls(folder).items():
        say(f"  {from_here(path)}  {shows}")


@told
def run(
    paths: PathsArgument = None,
    seed: SeedOption = None,
    per_agent: PerAgentOption = None,
    size: SizeOption = None,
    model: ModelOption = None,
    preset: PresetOption = None,
    rubric: RubricOption = None,
    to: TargetsOption = None,
    workers: WorkersOption = None,
    budget: BudgetOption = None,
    retry: RetryOption = False,
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Import, sample, transcribe, score, export.

    Started again, it goes on where it stopped: nothing that is done is done twice. What cannot be
    used is named with its reason, and the exit code is 1; the rest is scored and exported.
    """
    overrides = {
        "sample.seed": seed,
        "sample.per_agent": per_agent,
        "sample.size": size,
        "transcribe.model": model,
        "transcribe.preset": preset,
        "run.workers": workers,
    }
    _run(
        project,
        overrides,
        rubric,
        tuple(paths or ()),
        tuple(to or ()),
        budget_s=budget,
        retry=retry,
        json=json,
    )


def _run(
    folder: Path | None,
    overrides: Mapping[str, object],
    rubric: str | None,
    paths: tuple[Path, ...],
    targets: tuple[Path, ...],
    *,
    budget_s: float | None = None,
    retry: bool = False,
    json: bool = False,
) -> None:
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric
    from qa_toolkit.workflow.run import run_all

    with open_project(folder, {**overrides, "score.rubric": rubric}) as opened:
        usable = usable_rubric(rubric_file(opened.settings.score.rubric, opened.folder))
        with progress() as bars:
            report = run_all(opened, usable, paths, targets, bars, budget_s=budget_s, retry=retry)
    if json:
        say_json(_as_json(report))
    else:
        _tell(report)
    if any(problem.severity == "error" for problem in report.left_out):
        raise typer.Exit(FINDINGS)


def _tell(report: "RunReport") -> None:
    from qa_toolkit.domain.scorecard import Outcome

    counts = report.imported.counts
    plan = report.sample.plan
    say(
        f"Imported     {counted(counts.new, 'new interaction')}, {counts.unchanged} as before"
        + (f", changed since: {', '.join(counts.changed)}" if counts.changed else "")
    )
    rule = f"{plan.per_agent} of each agent" if plan.per_agent else f"{plan.size or 'all'}"
    say(
        f"Sampled      {len(report.sample.members)} of {report.sample.frame_size} "
        f"({rule}, seed {plan.seed}, sample {report.sample.id})"
    )
    say(f"Transcribed  {_transcribed(report.transcribed)}")
    outcomes = ", ".join(
        f"{number} {outcome.replace('_', ' ')}"
        for outcome in Outcome
        if (number := report.outcomes.get(outcome))
    )
    scored = f"{report.scored.made} now, {report.scored.known} before"
    say(f"Scored       {scored}: {outcomes}" if outcomes else f"Scored       {scored}")
    say_problems(report.left_out, "\nNot scored, or not used")
    if report.written:
        say("\nOpen")
    for path in report.written:
        say(f"  {from_here(path)}")
    if report.transcribed.older:
        say("\n" + older_told(report.transcribed.older))
    if report.transcribed.left:
        say("\n" + left_told(report.transcribed.left))


def _transcribed(report: "TranscribeReport") -> str:
    parts = [f"{counted(report.made, 'recording')} now, {report.known} before"]
    if report.failures:
        parts.append(f"{len(report.failures)} failed")
    if report.failed_before:
        parts.append(f"{len(report.failed_before)} failed before, tried again only with --retry")
    return "; ".join(parts)


def _as_json(report: "RunReport") -> dict[str, object]:
    return {
        "imported": {
            "new": report.imported.counts.new,
            "changed": list(report.imported.counts.changed),
            "unchanged": report.imported.counts.unchanged,
        },
        "sample": {
            "id": report.sample.id,
            "seed": report.sample.plan.seed,
            "drawn": len(report.sample.members),
            "frame_size": report.sample.frame_size,
        },
        "transcribed": {
            "made": report.transcribed.made,
            "known": report.transcribed.known,
            "left": report.transcribed.left,
            "older": report.transcribed.older,
        },
        "scored": {"made": report.scored.made, "known": report.scored.known},
        "outcomes": dict(report.outcomes),
        "written": [str(path) for path in report.written],
        "left_out": [str(problem) for problem in report.left_out],
    }
