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
from qa_toolkit.workflow.export_report import build_report
from qa_toolkit.workflow.import_ import ImportReport, import_paths
from qa_toolkit.workflow.progress import SILENT, Progress
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.rubric_files import UsableRubric
from qa_toolkit.workflow.sample import draw_sample, has_interactions, members_of
from qa_toolkit.workflow.score import ScoreReport, score_sample
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
    scored = score_sample(project, sample, rubric, progress)
    report = build_report(project, (sample,), rubric, not_imported=imported.problems)
    exported = export_scored(project, report, targets, progress) if report.scored else None
    return RunReport(
        imported=imported,
        sample=sample,
        transcribed=transcribed,
        scored=scored,
        outcomes=Counter(item.scorecard.outcome for item in report.scored),
        written=tuple(item.opens for item in exported.written) if exported else (),
        left_out=report.left_out,
    )
