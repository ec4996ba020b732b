"""Run: import, sample, transcribe, score and export in one go; started again, it goes on."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.sample import Sample
from qa_toolkit.domain.scorecard import Outcome
from qa_toolkit.workflow.export import export_sample
from qa_toolkit.workflow.import_ import ImportReport, import_paths
from qa_toolkit.workflow.progress import SILENT, Progress
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.rubric_files import UsableRubric
from qa_toolkit.workflow.sample import draw_sample, members_of
from qa_toolkit.workflow.score import ScoreReport, not_scored, score_sample, scored_of
from qa_toolkit.workflow.transcribe import TranscribeReport, transcribe_interactions


@dataclass(frozen=True, slots=True, kw_only=True)
class RunReport:
    """What each stage did, what was written, and what was left out and why."""

    imported: ImportReport
    sample: Sample
    transcribed: TranscribeReport
    scored: ScoreReport
    outcomes: Mapping[Outcome, int]
    written: tuple[Path, ...]
    left_out: tuple[Problem, ...]


def run_all(
    project: Project,
    rubric: UsableRubric,
    paths: Sequence[Path] = (),
    targets: Sequence[Path] = (),
    progress: Progress = SILENT,
) -> RunReport:
    """Do every stage, each only as far as it is not done yet.

    Raises:
        UsageError: nothing to import, to draw from or to export.
        EnvironmentProblem: a model, an extra or room on the disk is missing.
    """
    imported = import_paths(project, paths, progress)
    sample = draw_sample(project, rubric.rubric, resume=True)
    transcribed = transcribe_interactions(project, members_of(project, sample), progress)
    scored = score_sample(project, sample, rubric, progress)
    scorecards = tuple(scored_of(project, sample, rubric))
    return RunReport(
        imported=imported,
        sample=sample,
        transcribed=transcribed,
        scored=scored,
        outcomes=Counter(item.scorecard.outcome for item in scorecards),
        written=export_sample(project, sample, rubric, targets, progress),
        left_out=not_scored(project, sample, scorecards),
    )
