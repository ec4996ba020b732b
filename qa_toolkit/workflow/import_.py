"""Import: folders of recordings and chats → interactions in the project."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from os.path import relpath
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import UsageError
from qa_toolkit.intake.folder import read_folder
from qa_toolkit.intake.found import Found
from qa_toolkit.intake.options import IntakeOptions
from qa_toolkit.intake.unique import unique
from qa_toolkit.store import interactions, left_out
from qa_toolkit.store.interactions import ImportCounts
from qa_toolkit.workflow.progress import SILENT, Progress
from qa_toolkit.workflow.project import Project

_BATCH = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import found, what was changed since the last one, and what cannot be used."""

    counts: ImportCounts
    problems: tuple[Problem, ...]


def import_paths(
    project: Project, paths: Sequence[Path], progress: Progress = SILENT
) -> ImportReport:
    """Import files and folders; without any, those that `intake.paths` names.

    Raises:
        UsageError: nothing is named, or what is named does not exist.
    """
    wanted = list(paths) or [_as_seen_from_here(project, path) for path in _configured(project)]
    known = interactions.recordings(project.database)
    counts = ImportCounts()
    problems: list[Problem] = []
    batch: list[Found] = []
    progress.start("import", None)
    for item in _read(project, wanted, known):
        progress.advance("import")
        if isinstance(item, Problem):
            problems.append(item)
            continue
        batch.append(item)
        if len(batch) == _BATCH:
            counts = counts.plus(_keep(project, batch))
            batch.clear()
    counts = counts.plus(_keep(project, batch))
    scope = "\n".join(sorted(str(path.resolve()) for path in wanted))
    left_out.replace_import(project.database, scope, problems)
    progress.finish("import")
    return ImportReport(counts=counts, problems=tuple(problems))


def _configured(project: Project) -> tuple[str, ...]:
    paths = project.settings.intake.paths
    if not paths:
        raise UsageError("no folder to import", hint="name one, or set intake.paths in qa.toml")
    return paths


def _as_seen_from_here(project: Project, path: str) -> Path:
    """A path of the settings as the user would type it now, for messages that can be followed."""
    return Path(relpath(project.folder / path))


def _read(
    project: Project, paths: Sequence[Path], known: Mapping[str, str]
) -> Iterator[Found | Problem]:
    intake = project.settings.intake
    options = IntakeOptions(
        filename_pattern=intake.filename_pattern,
        date_order=intake.date_order,
        timezone=intake.timezone,
    )
    items = chain.from_iterable(read_folder(path, options) for path in paths)
    return (_unless_renamed(item, known) for item in unique(items))


def _unless_renamed(item: Found | Problem, known: Mapping[str, str]) -> Found | Problem:
    """A recording that an earlier import knows under another id is the same interaction."""
    if isinstance(item, Problem) or item.interaction.recording is None:
        return item
    earlier = known.get(item.interaction.content_hash, item.interaction.id)
    if earlier == item.interaction.id:
        return item
    return Problem(
        source=item.interaction.source,
        message=f"the same recording as {earlier}, imported before; kept once",
        severity="warning",
    )


def _keep(project: Project, batch: Sequence[Found]) -> ImportCounts:
    found = [(item.interaction, item.transcript) for item in batch]
    return interactions.add(project.database, found)
