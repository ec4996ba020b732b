"""Export: the scorecards of a sample → workbook, pages, CSV, JSON."""

from collections.abc import Sequence
from pathlib import Path

from qa_toolkit.domain.sample import Sample
from qa_toolkit.errors import UsageError
from qa_toolkit.scorecards.interface import write
from qa_toolkit.scorecards.report import Report
from qa_toolkit.workflow.progress import SILENT, Progress
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.rubric_files import UsableRubric
from qa_toolkit.workflow.score import not_scored, scored_of

DEFAULT_TARGETS = (
    "exports/scorecards.xlsx",
    "exports/pages",
    "exports/scorecards.json",
    "exports/scorecards.csv",
)
"""Written below the project folder when no target is named."""


def export_sample(
    project: Project,
    sample: Sample,
    rubric: UsableRubric,
    targets: Sequence[Path] = (),
    progress: Progress = SILENT,
) -> tuple[Path, ...]:
    """Write the scorecards of a sample to each target; the suffix says the format.

    Returns:
        What to open: a file, or the index of a folder of pages, for each target.

    Raises:
        UsageError: there is nothing to export, or a target's suffix is no known format.
        StorageError: a target cannot be written.
    """
    scored = tuple(scored_of(project, sample, rubric))
    if not scored:
        raise UsageError(
            f"sample {sample.id} has no scorecards of {rubric.rubric.id} {rubric.rubric.version}",
            hint="qa score",
        )
    report = Report(
        scored=scored,
        rubric=rubric.rubric,
        sample=sample,
        left_out=not_scored(project, sample, scored),
    )
    wanted = targets or [project.folder / target for target in DEFAULT_TARGETS]
    progress.start("export", len(wanted))
    written: list[Path] = []
    for target in wanted:
        written.append(write(report, target)[0])
        progress.advance("export")
    progress.finish("export")
    return tuple(written)
