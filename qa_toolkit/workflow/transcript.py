"""Transcript: what was said in an interaction, to be shown or written to files."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import quote

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import Unusable, UsageError
from qa_toolkit.files import replacing
from qa_toolkit.signals import measure
from qa_toolkit.store import interactions, transcripts
from qa_toolkit.transcripts.document import Document
from qa_toolkit.transcripts.format import Format
from qa_toolkit.transcripts.names import file_names
from qa_toolkit.transcripts.write import written
from qa_toolkit.workflow.known import source_file
from qa_toolkit.workflow.named import interaction_named
from qa_toolkit.workflow.project import Project

_READ_AGAIN = frozenset(f".{kind.value}" for kind in (Format.VTT, Format.SRT, Format.JSON))


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The files an export made, and which interactions it could not write, and why."""

    files: tuple[Path, ...]
    failures: tuple[Problem, ...]


def document_of(project: Project, interaction_id: str) -> Document:
    """An interaction with the words that are scored.

    Raises:
        UsageError: the project does not know it.
        Unusable: it has no words yet.
    """
    interaction = interaction_named(project, interaction_id)
    words = transcripts.current(project.database, interaction_id)
    if words is None:
        raise Unusable(f"'{interaction_id}' has no words yet", hint="qa transcribe")
    return Document(interaction=interaction, transcript=words[1], signals=measure(words[1]))


def write_one(project: Project, interaction_id: str, wanted: Format, target: Path) -> Path:
    """Write one transcript to a file.

    Raises:
        UsageError: there is no such interaction, it has no words, the format does not fit them, or
            the target is a file that was imported.
        StorageError: the file cannot be written.
    """
    _refuse_sources(project, [target])
    _write(document_of(project, interaction_id), wanted, target)
    return target


def write_all(project: Project, wanted_ids: Sequence[str], wanted: Format, folder: Path) -> Written:
    """Write a transcript a file into a folder; what cannot be written does not stop the others.

    Raises:
        UsageError: there is no such interaction, or a target is a file that was imported.
        StorageError: a file cannot be written.
    """
    targets = {name: folder / file for name, file in file_names(wanted_ids, wanted.value).items()}
    _refuse_sources(project, list(targets.values()))
    for name in targets:
        interaction_named(project, name)
    files, failures = [], []
    for name, target in targets.items():
        try:
            _write(document_of(project, name), wanted, target)
            files.append(target)
        except Unusable as reason:
            failures.append(Problem(source=name, message=reason.message, hint=reason.hint))
    return Written(files=tuple(files), failures=tuple(failures))


def _write(document: Document, wanted: Format, target: Path) -> None:
    address = _address(document.interaction, target) if wanted is Format.HTML else ""
    text = written(replace(document, recording=address), wanted)
    hint = "free some space, close the file where it is open, or export to another folder"
    with replacing(target, hint=hint) as file:
        file.write(text.encode("utf-8", "backslashreplace"))


def _address(interaction: Interaction, target: Path) -> str:
    """Where the recording lies, seen from a page; empty where it is not there."""
    recording = interaction.recording
    if recording is None or not Path(recording.path).is_file():
        return ""
    try:
        below = os.path.relpath(recording.path, target.resolve().parent)
    except ValueError:  # on another drive
        return Path(recording.path).as_uri()
    return quote(Path(below).as_posix())


def _refuse_sources(project: Project, targets: Sequence[Path]) -> None:
    """An export must not replace what was imported, nor be taken for it by the next import.

    Subtitles and JSON beside a recording stand for its words.
    """
    sources = {
        (project.folder / source_file(source)).resolve()
        for _, source in interactions.by_id(project.database).values()
    }
    folders = {source.parent for source in sources}
    for target in targets:
        place = target.resolve()
        if place in sources or (place.suffix in _READ_AGAIN and place.parent in folders):
            raise UsageError(
                f"interactions were imported from {target if place in sources else target.parent}",
                hint="name another file or folder",
            )
