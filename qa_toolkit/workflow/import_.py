"""Import: folders of recordings and chats → interactions in the project."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import UsageError
from qa_toolkit.intake.folder import read_folder
from qa_toolkit.intake.found import Found
from qa_toolkit.intake.options import IntakeOptions
from qa_toolkit.intake.unique import unique
from qa_toolkit.store import interactions, left_out
from qa_toolkit.store.interactions import ImportCounts
from qa_toolkit.workflow.existing import words_kept
from qa_toolkit.workflow.known import known_before
from qa_toolkit.workflow.progress import SILENT, Progress
from qa_toolkit.workflow.project import EXPORTS, Project, as_stored

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
    for path in paths:
        if not path.exists():
            raise UsageError(f"there is no folder or file {path}", hint="check the path")
    wanted = [path.resolve() for path in paths] or _configured(project)
    known = known_before(project)
    counts = ImportCounts()
    problems: dict[Path, list[Problem]] = {path: [] for path in wanted}
    batch: list[Found] = []
    progress.start("import", None)
    for path, item in _read(project, wanted):
        progress.advance("import")
        found = known.settle(_as_stored(project, item))
        if isinstance(found, Problem):
            problems[path].append(found)
            continue
        batch.append(found)
        if len(batch) == _BATCH:
            counts = counts.plus(_keep(project, batch))
            batch.clear()
    counts = counts.plus(_keep(project, batch))
    if counts == ImportCounts() and not any(problems.values()):
        problems[wanted[0]].append(_nothing_in(wanted))
    for path in wanted:
        left_out.replace_import(project.database, as_stored(project, str(path)), problems[path])
    progress.finish("import")
    return ImportReport(
        counts=counts, problems=tuple(problem for path in wanted for problem in problems[path])
    )


def _configured(project: Project) -> list[Path]:
    paths = project.settings.intake.paths
    if not paths:
        raise UsageError("no folder to import", hint="name one, or set intake.paths in qa.toml")
    return [(project.folder / path).resolve() for path in paths]


def _read(project: Project, paths: Sequence[Path]) -> Iterator[tuple[Path, Found | Problem]]:
    """Every item with the path it came from; an interaction found in two of them counts once."""
    intake = project.settings.intake
    options = IntakeOptions(
        filename_pattern=intake.filename_pattern,
        date_order=intake.date_order,
        timezone=intake.timezone,
    )
    origins: deque[Path] = deque()

    def items() -> Iterator[Found | Problem]:
        for path in paths:
            for item in read_folder(path, options):
                if not _is_our_own(project, item):
                    origins.append(path)
                    yield item

    # `unique` gives exactly one item for each it takes, so origins and items keep step
    for item in unique(items()):
        yield origins.popleft(), item


def _is_our_own(project: Project, item: Found | Problem) -> bool:
    """What the toolkit wrote is no input, also when a whole project folder is read."""
    source = item.source if isinstance(item, Problem) else item.interaction.source
    return Path(source).is_relative_to(project.folder / EXPORTS)


def _nothing_in(paths: Sequence[Path]) -> Problem:
    return Problem(
        source=", ".join(map(str, paths)),
        message="no recordings or chats there",
        hint="recordings are .wav .mp3 .ogg .opus .flac .m4a .gsm .webm, chats .jsonl and .csv, "
        "transcripts .vtt, .srt and JSON",
    )


def _as_stored(project: Project, item: Found | Problem) -> Found | Problem:
    if isinstance(item, Problem):
        source, message = (as_stored(project, text) for text in (item.source, item.message))
        return replace(item, source=source, message=message)
    source = as_stored(project, item.interaction.source)
    return replace(item, interaction=replace(item.interaction, source=source))


def _keep(project: Project, batch: Sequence[Found]) -> ImportCounts:
    return interactions.add(
        project.database, [(item.interaction, words_kept(project, item)) for item in batch]
    )
