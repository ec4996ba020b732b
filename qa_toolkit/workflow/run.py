"""Run: import, sample, transcribe, score and export in one go; started again, it goes on."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.sample import Sample
from qa_toolkit.domain.scorecard import Outcome
from qa_toolkit.errors import UsageError
from qa_toolkit.workflow.export import export_scored, targets_of
from qa_toolkit.workflow.import_ import ImportReport, import_paths
from qa_toolkit.workflow.progress import SILENT, Progress
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.rubric_files import UsableRubric
from qa_toolkit.workflow.sample import draw_sample, has_interactions, members_of
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
    named_targets: Sequence[Path] = (),
    progress: Progress = SILENT,
    *,
    budget_s: float | None = None,
    retry: bool = False,
) -> RunReport:
    """Do every stage, each only as far as it is not done yet.

    Without any scorecard nothing is written; `left_out` says why there is none. `budget_s` and
    `retry` are for transcription, see `transcribe_interactions`.

    Raises:
        UsageError: nothing to import or to draw from, or a target of no known format.
        EnvironmentProblem: a model, an extra or room on the disk is missing.
    """
    targets = targets_of(project, named_targets)
    imported = import_paths(project, paths, progress)
    if not has_interactions(project):
        reasons = "".join(f"\n{problem}" for problem in imported.problems)
        raise UsageError(f"nothing could be imported:{reasons}")
    sample = draw_sample(project, rubric.rubric, resume=True)
    transcribed = transcribe_interactions(
        project, members_of(project, sample), progress, budget_s=budget_s, retry=retry
    )
    report = score_sample(project, sample, rubric, progress)
    scored = scored_of(project, sample, rubric)
    left_out = not_scored(project, sample, scored, imported.problems)
    written: tuple[Path, ...] = ()
    if scored:
        written = export_scored(project, sample, rubric, scored, left_out, targets, progress)
    return RunReport(
        imported=imported,
        sample=sample,
        transcribed=transcribed,
        scored=report,
        outcomes=Counter(item.scorecard.outcome for item in scored),
        written=written,
        left_out=left_out,
    )
