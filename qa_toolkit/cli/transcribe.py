"""`qa transcribe`: the sample's recordings, or any files as a filter."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from qa_toolkit.cli.batch import BudgetOption, PresetOption, RetryOption, left_told, older_told
from qa_toolkit.cli.errors import FINDINGS, told
from qa_toolkit.cli.options import (
    JsonOption,
    ModelOption,
    ProjectOption,
    SampleOption,
    WorkersOption,
)
from qa_toolkit.cli.output import say, say_json, say_problems
from qa_toolkit.cli.progress import progress
from qa_toolkit.domain.wording import counted
from qa_toolkit.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Examples: qa transcribe --budget 2h; "
        "qa transcribe call.wav --jsonl | qa score - --jsonl"
    )(transcribe)


@told
def transcribe(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILE]...", help="Recordings, with --jsonl; needs no project."),
    ] = None,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Write one interaction with its turns a line.")
    ] = False,
    agent_channel: Annotated[
        str | None,
        typer.Option(
            "--agent-channel", metavar="SIDE", help="The agent's stereo side: left, right or auto."
        ),
    ] = None,
    swap: Annotated[
        bool | None, typer.Option("--swap", help="Agent and customer are the other way round.")
    ] = None,
    speakers: Annotated[
        bool | None,
        typer.Option(help="Tell two people on one channel apart by their voices."),
    ] = None,
    language: Annotated[
        str | None,
        typer.Option("--language", "-l", help="Spoken language: two letters, or auto."),
    ] = None,
    engine: Annotated[
        str | None,
        typer.Option("--engine", help="faster-whisper, openai-whisper, or http for a server."),
    ] = None,
    offline: Annotated[
        bool | None, typer.Option("--offline", help="Never download a model.")
    ] = None,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Transcribe again what the cache knows.")
    ] = False,
    model: ModelOption = None,
    preset: PresetOption = None,
    workers: WorkersOption = None,
    budget: BudgetOption = None,
    retry: RetryOption = False,
    sample: SampleOption = "",
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Turn recordings into words.

    Without files the recordings of the sample; with files and --jsonl one line for each.
    """
    overrides = {
        "transcribe.model": model,
        "transcribe.preset": preset,
        "transcribe.agent": agent_channel,
        # what is said here comes before what the file of settings says of the same
        "transcribe.channels": () if agent_channel else None,
        "transcribe.channel_maps": () if agent_channel else None,
        "transcribe.swap": swap,
        "transcribe.speakers": speakers,
        "transcribe.language": language,
        "transcribe.engine": engine,
        "transcribe.offline": offline,
        "run.workers": workers,
    }
    if bool(files) != jsonl:
        raise UsageError("files and --jsonl go together; without both, the sample is transcribed")
    if files and (sample or project or json):
        raise UsageError("--sample, --project and --json are for the sample, not for files")
    if no_cache and not files:
        raise UsageError("--no-cache is for files; the project keeps its own transcripts")
    if files and (budget is not None or retry):
        raise UsageError("--budget and --retry are for the sample; files have no record to go on")
    if files:
        _files(files, overrides, no_cache=no_cache)
    else:
        _sample(project, sample, overrides, budget, retry=retry, json=json)


def _files(files: list[Path], overrides: Mapping[str, object], *, no_cache: bool) -> None:
    from qa_toolkit.workflow.filters import transcribe_files
    from qa_toolkit.workflow.here import settings_from_here

    _, settings = settings_from_here(overrides)
    failed = False
    with progress() as bars:
        for line in transcribe_files(files, settings, use_cache=not no_cache, progress=bars):
            typer.echo(line.text)
            failed |= line.failed
    if failed:
        raise typer.Exit(FINDINGS)


def _sample(
    folder: Path | None,
    sample: str,
    overrides: Mapping[str, object],
    budget_s: float | None,
    *,
    retry: bool,
    json: bool,
) -> None:
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.sample import members_of, stored_sample
    from qa_toolkit.workflow.transcribe import transcribe_interactions

    with open_project(folder, overrides) as opened, progress() as bars:
        members = members_of(opened, stored_sample(opened, sample))
        report = transcribe_interactions(opened, members, bars, budget_s=budget_s, retry=retry)
    if json:
        say_json(
            {
                "made": report.made,
                "known": report.known,
                "left": report.left,
                "older": report.older,
                "failures": [str(problem) for problem in report.failures],
                "failed_before": [str(problem) for problem in report.failed_before],
            }
        )
    else:
        say(f"{counted(report.made, 'recording')} transcribed, {report.known} before")
        say_problems(report.failures, "Failed")
        say_problems(report.failed_before, "Failed before, tried again only with --retry")
        if report.older:
            say(older_told(report.older))
        if report.left:
            say(left_told(report.left))
    if report.failures or report.failed_before:
        raise typer.Exit(FINDINGS)
