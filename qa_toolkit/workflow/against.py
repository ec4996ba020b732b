"""The interactions a rubric is tried against: a project's, a stream's, or those of a folder."""

import gzip
import zlib
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from qa_toolkit.domain.interaction import Channel, Interaction
from qa_toolkit.domain.problem import Problem
from qa_toolkit.intake.folder import read_folder
from qa_toolkit.intake.found import Found
from qa_toolkit.intake.jsonl import read_line
from qa_toolkit.intake.options import IntakeOptions
from qa_toolkit.intake.unique import unique
from qa_toolkit.settings import FILE_NAME
from qa_toolkit.store import interactions, samples, transcripts
from qa_toolkit.workflow.here import settings_from_here
from qa_toolkit.workflow.project import open_project
from qa_toolkit.workflow.sample import members_of

STDIN = "-"
_GZIP = b"\x1f\x8b"


def interactions_of(
    against: str, stdin: Iterable[bytes], channels: Collection[Channel]
) -> Iterator[Found | Problem]:
    """Every interaction, one after the other, each id once; what cannot be used is a Problem.

    Args:
        against: a project folder; a file of lines, also compressed; a folder or file as
            `qa import` reads it; or `-`.
        stdin: what `-` means.
        channels: of a project without a sample, only interactions of these.

    Raises:
        UsageError: there is no such file or folder.
    """
    path = Path(against)
    if against == STDIN:
        return unique(_lines(stdin, STDIN))
    if (path / FILE_NAME).is_file():
        return _of_project(path, channels)
    is_pipe = path.exists() and not path.is_file() and not path.is_dir()
    if is_pipe or (path.is_file() and path.name.lower().endswith((".jsonl", ".jsonl.gz"))):
        return unique(_file(path))
    return read_folder(path, _options())


def _options() -> IntakeOptions:
    _, settings = settings_from_here()
    intake = settings.intake
    return IntakeOptions(
        filename_pattern=intake.filename_pattern,
        date_order=intake.date_order,
        timezone=intake.timezone,
    )


def _file(path: Path) -> Iterator[Found | Problem]:
    with path.open("rb") as file:
        if file.peek(2)[:2] != _GZIP:  # whatever the file is called
            yield from _lines(file, str(path))
            return
        with gzip.open(file) as lines:
            yield from _lines(lines, str(path))


def _lines(lines: Iterable[bytes], source: str) -> Iterator[Found | Problem]:
    """The format of `qa score - --jsonl`; a file that ends in the middle gives what it held."""
    number = 0
    try:
        for number, raw in enumerate(lines, start=1):
            if not raw.isspace():
                text = raw.decode("utf-8-sig" if number == 1 else "utf-8", errors="replace")
                yield read_line(text, source, number, require_agent=False)
    except (OSError, EOFError, zlib.error) as error:
        yield Problem(
            source=source,
            line=number + 1,
            message=f"cannot be read from here on: {error}",
            hint="make the file anew",
        )


def _of_project(folder: Path, channels: Collection[Channel]) -> Iterator[Found | Problem]:
    """The sample drawn last, else all that may be drawn; with the words that are scored."""
    with open_project(folder) as project:
        sample = samples.get(project.database)
        drawn: Iterable[Interaction] = (
            members_of(project, sample)
            if sample
            else (
                known
                for known in interactions.all_of(project.database)
                if known.channel in channels and not known.staged
            )
        )
        for interaction in drawn:
            words = transcripts.current(project.database, interaction.id)
            yield Found(interaction=interaction, transcript=words[1] if words else None)
