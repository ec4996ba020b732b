"""`qa score`: the sample's transcripts, or lines as a filter."""

import sys
from pathlib import Path
from typing import IO, Annotated

import typer

from qa_toolkit.cli.errors import FINDINGS, told
from qa_toolkit.cli.options import JsonOption, ProjectOption, RubricOption, SampleOption
from qa_toolkit.cli.output import say, say_json
from qa_toolkit.cli.progress import progress
from qa_toolkit.errors import UsageError


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(
        epilog="Examples: qa score; qa score --explain --only call-17; "
        "qa score - --rubric service --jsonl < chats.jsonl"
    )(score)


@told
def score(
    file: Annotated[
        str,
        typer.Argument(metavar="[FILE|-]", help="Lines to score, with --jsonl; needs no project."),
    ] = "",
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Read one interaction a line, write one result a line.")
    ] = False,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Say why, in words for people, instead of results."),
    ] = False,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Explain only this interaction; may be repeated."),
    ] = None,
    workers: Annotated[
        int,
        typer.Option("--workers", "-w", min=1, max=256, help="Processes to score lines with."),
    ] = 1,
    rubric: RubricOption = None,
    sample: SampleOption = "",
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Score transcripts against a rubric.

    Without a file those of the sample; with a file (- is standard input) its lines: results with
    --jsonl, reasons with --explain.
    """
    if bool(file) != (jsonl or (explain and bool(file))):
        raise UsageError("a file and --jsonl go together; without both, the sample is scored")
    if file and (sample or project):
        raise UsageError("--sample and --project are for the sample, not for lines")
    if file and json and not explain:
        raise UsageError("--json is for the sample, and for --explain; lines are JSON anyway")
    if only and not explain:
        raise UsageError("--only goes with --explain")
    if workers > 1 and (explain or not file):
        raise UsageError("--workers is for scoring lines")
    if explain:
        from qa_toolkit.cli.explain import explain_lines, explain_sample

        if file:
            with opened(file) as lines:
                explain_lines(lines, file, rubric, only or [], json=json)
        else:
            explain_sample(project, sample, rubric, only or [], json=json)
    elif file:
        _lines(file, rubric, workers)
    else:
        _sample(project, sample, rubric, json=json)


def _lines(file: str, rubric: str | None, workers: int) -> None:
    from qa_toolkit.workflow.here import settings_from_here
    from qa_toolkit.workflow.lines import score_in_parallel, score_lines
    from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric

    folder, settings = settings_from_here()
    path = rubric_file(rubric or settings.score.rubric, folder)
    usable = usable_rubric(path)
    failed = False
    write = sys.stdout.write
    with opened(file) as lines:
        if workers > 1:
            scored = score_in_parallel(lines, file, usable, path, workers)
        else:
            scored = score_lines(lines, file, usable)
        for line in scored:
            write(line.text + "\n")
            failed |= line.failed
    sys.stdout.flush()
    if failed:
        raise typer.Exit(FINDINGS)


def opened(file: str) -> IO[bytes]:
    """The lines of a file, or of standard input for `-`.

    Raises:
        UsageError: it cannot be opened.
    """
    if file == "-":
        if sys.stdin is None:
            raise UsageError("standard input is closed")
        return sys.stdin.buffer
    try:
        return Path(file).open("rb")
    except OSError as error:
        raise UsageError(f"{file}: {error.strerror}") from error


def _sample(folder: Path | None, sample: str, rubric: str | None, *, json: bool) -> None:
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.rubric_files import rubric_file, usable_rubric
    from qa_toolkit.workflow.sample import stored_sample
    from qa_toolkit.workflow.score import score_sample

    with open_project(folder, {"score.rubric": rubric}) as opened, progress() as bars:
        usable = usable_rubric(rubric_file(opened.settings.score.rubric, opened.folder))
        stored = stored_sample(opened, sample)
        report = score_sample(opened, stored, usable, bars)
    waiting = report.without_transcript
    if json:
        numbers = {"made": report.made, "known": report.known}
        say_json({**numbers, "without_transcript": list(waiting)})
    else:
        say(f"{report.made} scored, {report.known} before")
    if waiting:
        typer.echo(f"without words yet: {', '.join(waiting)}\n  → qa transcribe", err=True)
        raise typer.Exit(FINDINGS)
