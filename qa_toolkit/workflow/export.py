"""Export: the scorecards of a sample → workbook, pages, tables and lines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import UsageError
from qa_toolkit.scorecards.interface import check_target, files_of, write_all
from qa_toolkit.scorecards.report import Report
from qa_toolkit.store import interactions
from qa_toolkit.workflow.export_recordings import Copied, copy_recordings, recordings_of
from qa_toolkit.workflow.known import source_file
from qa_toolkit.workflow.progress import SILENT, Progress
from qa_toolkit.workflow.project import EXPORTS, Project
from qa_toolkit.workflow.pseudonyms import anonymise

DEFAULT_TARGETS = ("scorecards.xlsx", "pages", "scorecards.json", "scorecards.csv")
"""Written to the project's folder of exports when no target is named."""

Guard = Callable[[Report], Sequence[Problem]]
"""Looks at a finished report; what it finds stops the export before anything is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written to one target.

    Attributes:
        opens: the file to open: the target itself, or the index of a folder of pages.
        files: how many files were written, beside recordings.
        size: of all of them, in bytes.
        recordings: what lies beside pages.
    """

    target: Path
    opens: Path
    files: int
    size: int
    recordings: Copied = field(default_factory=Copied)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """How an export is to be made.

    Attributes:
        anonymise: pseudonyms in place of people.
        with_recordings: recordings are copied beside the pages.
        templates: a folder of templates that take the place of ours; None for those that the
            project's settings name, or else ours.
    """

    anonymise: bool = False
    with_recordings: bool = False
    templates: Path | None = None


AS_USUAL = Choices()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What was written, or why nothing was."""

    report: Report
    written: tuple[Written, ...] = ()
    stopped_by: tuple[Problem, ...] = ()


def targets_of(
    project: Project, named: Sequence[Path], choices: Choices = AS_USUAL
) -> tuple[Path, ...]:
    """The targets to write, checked before any work is done for them.

    Raises:
        UsageError: a target's suffix is no known format, a file would be written twice, interactions
            were imported from one, or recordings are asked for where they cannot go.
        EnvironmentProblem: what a format needs is not installed.
    """
    exports = project.folder / EXPORTS
    targets = tuple(named) or tuple(exports / name for name in DEFAULT_TARGETS)
    sources = {
        (project.folder / source_file(source)).resolve()
        for _, source in interactions.by_id(project.database).values()
    }
    if choices.with_recordings and choices.anonymise:
        raise UsageError(
            "an anonymised export has no recordings: voices and names are heard in them",
            hint="leave out --with-recordings",
        )
    formats = [check_target(target) for target in targets]
    if choices.with_recordings and not any(known.is_folder for known in formats):
        raise UsageError(
            "recordings are copied beside pages, and no target is a folder of pages",
            hint="--to FOLDER",
        )
    files = [file for target in targets for file in files_of(target)]
    for target in files:
        place = target.resolve()
        if place == Path.cwd() or any(source.is_relative_to(place) for source in sources):
            raise UsageError(
                f"'{target}' is not written to: it holds what was imported, or is this very folder",
                hint="name a file or folder of its own",
            )
    places = [file.resolve() for file in files]
    for place in places:
        if places.count(place) > 1:
            raise UsageError(
                f"'{place}' would be written twice",
                hint="name each target once; a table has its ratings in a file of its own, "
                "called …-detail",
            )
    return targets


def export_scored(
    project: Project,
    report: Report,
    targets: Sequence[Path],
    progress: Progress = SILENT,
    *,
    choices: Choices = AS_USUAL,
    guards: Sequence[Guard] = (),
) -> Exported:
    """Write a report to each of the targets; the suffix says the format.

    Args:
        project: knows whose names are to be replaced.
        report: what is shown.
        targets: checked by `targets_of`.
        progress: hears of every target, and of every page of a folder.
        choices: how it is to be made.
        guards: each looks at the report as it would be written, with pseudonyms where these are
            chosen; if any finds a problem, nothing is written.

    Raises:
        UsageError: a folder holds the pages of another export, or a template cannot be used;
            nothing is written then.
        StorageError: a target cannot be written.
        EnvironmentProblem: what a format needs is not installed.
    """
    shown = anonymise(project, report) if choices.anonymise else report
    places = recordings_of(report.scored) if choices.with_recordings else {}
    shown = replace(shown, templates=_templates(project, choices), recordings=places)
    problems = tuple(problem for guard in guards for problem in guard(shown))
    if problems:
        return Exported(report=shown, stopped_by=problems)
    files = write_all(shown, targets, lambda: progress.advance("export"))
    progress.start("export", _steps(shown, targets))
    written = []
    for target, paths in zip(targets, files, strict=True):
        item = Written(
            target=target,
            opens=paths[0],
            files=len(paths),
            size=sum(path.stat().st_size for path in paths),
        )
        if check_target(target).is_folder:
            recorded = report.scored if choices.with_recordings else ()
            item = replace(item, recordings=copy_recordings(recorded, places, target))
        else:
            progress.advance("export")
        written.append(item)
    progress.finish("export")
    return Exported(report=shown, written=tuple(written))


def _templates(project: Project, choices: Choices) -> Path | None:
    named = project.settings.export.templates
    return choices.templates or (project.folder / named if named else None)


def _steps(report: Report, targets: Sequence[Path]) -> int:
    """A file is one step, and so is each page of a folder: overview, agents and interactions."""
    agents = {item.interaction.agent.id for item in report.scored}
    pages = 1 + len(agents) + len(report.scored)
    return sum(pages if check_target(target).is_folder else 1 for target in targets)
