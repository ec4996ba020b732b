"""`qa transcript show | export`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from qa_toolkit.cli.errors import FINDINGS, told
from qa_toolkit.cli.options import JsonOption, ProjectOption
from qa_toolkit.cli.output import say, say_problems
from qa_toolkit.cli.spoken import say_transcript
from qa_toolkit.domain.wording import counted
from qa_toolkit.errors import UsageError
from qa_toolkit.transcripts.format import Format

if TYPE_CHECKING:  # what opens projects is imported when it is asked for
    from qa_toolkit.workflow.project import Project

app = typer.Typer(help="What was said: shown, or written for people and programs.")


@app.command(epilog="Example: qa transcript show call-0004")
@told
def show(
    interaction: Annotated[str, typer.Argument(metavar="ID", help="As qa list shows it.")],
    project: ProjectOption = None,
    json: JsonOption = False,
) -> None:
    """Show what was said, by whom and when.

    Doubt and remarks come first. Words that may have been heard wrongly are underlined; holds, long
    silences and talk-over stand between the turns.
    """
    from qa_toolkit.transcripts.write import written
    from qa_toolkit.workflow.project import open_project
    from qa_toolkit.workflow.transcript import document_of

    with open_project(project) as opened:
        document = document_of(opened, interaction)
    if json:
        typer.echo(written(document, Format.JSON), nl=False)
    else:
        say_transcript(document)


@app.command(
    epilog="Examples: qa transcript export call-0004 --format vtt --to call.vtt; "
    "qa transcript export --sample s-1 --format html --to pages"
)
@told
def export(
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID]...", help="As qa list shows them.")
    ] = None,
    sample: Annotated[
        str, typer.Option("--sample", "-s", metavar="ID", help="All interactions of a sample.")
    ] = "",
    format_: Annotated[
        Format | None, typer.Option("--format", help="Else as the name of the file ends.")
    ] = None,
    to: Annotated[
        str,
        typer.Option(
            "--to", metavar="PATH", help="A file; a folder for several; - for standard output."
        ),
    ] = "-",
    project: ProjectOption = None,
) -> None:
    """Write transcripts as text, subtitles, JSON or a page.

    A page plays the recording where it lies.
    """
    if bool(ids) == bool(sample):
        raise UsageError("name interactions, or a sample", hint="qa list shows interactions")
    from qa_toolkit.workflow.project import open_project

    wanted = _format(format_, to)
    with open_project(project) as opened:
        if ids and len(ids) == 1 and not (to.endswith("/") or Path(to).is_dir()):
            _one(opened, ids[0], wanted, to)
        else:
            _several(opened, ids or _members(opened, sample), wanted, to)


def _format(named: Format | None, to: str) -> Format:
    suffix = Path(to).suffix.removeprefix(".").lower()
    known = [known.value for known in Format]
    return named or (Format(suffix) if suffix in known else Format.TXT)


def _members(opened: "Project", sample: str) -> list[str]:
    from qa_toolkit.workflow.sample import stored_sample

    return [member.interaction_id for member in stored_sample(opened, sample).members]


def _one(opened: "Project", interaction_id: str, wanted: Format, to: str) -> None:
    from qa_toolkit.transcripts.write import written
    from qa_toolkit.workflow.transcript import document_of, write_one

    if to == "-":
        typer.echo(written(document_of(opened, interaction_id), wanted), nl=False)
    else:
        say(str(write_one(opened, interaction_id, wanted, Path(to))))


def _several(opened: "Project", ids: list[str], wanted: Format, to: str) -> None:
    from qa_toolkit.workflow.transcript import write_all

    if to == "-" or Path(to).is_file():
        raise UsageError("several transcripts need a folder", hint="--to transcripts")
    written = write_all(opened, ids, wanted, Path(to))
    say(f"{counted(len(written.files), 'transcript')} in {to}")
    say_problems(written.failures, "Not written")
    if written.failures:
        raise typer.Exit(FINDINGS)
