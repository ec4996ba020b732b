"""Export: the scorecards of a sample → workbook, pages, CSV, JSON."""

from collections.abc import Sequence
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.sample import Sample
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.errors import UsageError
from qa_toolkit.scorecards.interface import check_target, write_all
from qa_toolkit.scorecards.report import Report
from qa_toolkit.store import interactions
from qa_toolkit.workflow.known import source_file
from qa_toolkit.workflow.progress import SILENT, Progress
from qa_toolkit.workflow.project import EXPORTS, Project
from qa_toolkit.workflow.rubric_files import UsableRubric
from qa_toolkit.workflow.score import not_scored, problems_of_imports, scored_of

DEFAULT_TARGETS = ("scorecards.xlsx", "pages", "scorecards.json", "scorecards.csv")
"""Written to the project's folder of exports when no target is named."""


def targets_of(project: Project, named: Sequence[Path]) -> tuple[Path, ...]:
    """The targets to write, checked before any work is done for them.

    Raises:
        UsageError: a target's suffix is no known format, or interactions were imported from it.
    """
    exports = project.folder / EXPORTS
    targets = tuple(named) or tuple(exports / name for name in DEFAULT_TARGETS)
    sources = {
        (project.folder / source_file(source)).resolve()
        for _, source in interactions.by_id(project.database).values()
    }
    for target in targets:
        check_target(target)
        place = target.resolve()
        if place == Path.cwd() or any(source.is_relative_to(place) for source in sources):
            raise UsageError(
                f"'{target}' is not written to: it holds what was imported, or is this very folder",
                hint="name a file or folder of its own",
            )
    return targets


def export_sample(
    project: Project,
    sample: Sample,
    rubric: UsableRubric,
    named: Sequence[Path] = (),
    progress: Progress = SILENT,
) -> tuple[Path, ...]:
    """Write the scorecards of a sample to each target; the suffix says the format.

    Returns:
        What to open: a file, or the index of a folder of pages, for each target.

    Raises:
        UsageError: there is nothing to export, or a target's suffix is no known format.
        StorageError: a target cannot be written.
    """
    targets = targets_of(project, named)
    scored = scored_of(project, sample, rubric)
    if not scored:
        raise UsageError(
            f"sample {sample.id} has no scorecards of this {rubric.rubric.id} "
            f"{rubric.rubric.version} (hash {rubric.hash[:8]})",
            hint="qa score",
        )
    left_out = not_scored(project, sample, scored, problems_of_imports(project))
    return export_scored(project, sample, rubric, scored, left_out, targets, progress)


def export_scored(
    project: Project,
    sample: Sample,
    rubric: UsableRubric,
    scored: tuple[Scored, ...],
    left_out: tuple[Problem, ...],
    targets: Sequence[Path],
    progress: Progress = SILENT,
) -> tuple[Path, ...]:
    """Write these scorecards to each of the targets.

    Raises:
        StorageError: a target cannot be written.
    """
    report = Report(
        scored=scored,
        rubric=rubric.rubric,
        sample=sample,
        left_out=left_out,
    )
    progress.start("export", len(targets))
    written: list[Path] = []
    for path in write_all(report, targets):
        written.append(path)
        progress.advance("export")
    progress.finish("export")
    return tuple(written)
