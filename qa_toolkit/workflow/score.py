"""Score: the transcripts of a sample → scorecards, each made once and kept."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.sample import Sample
from qa_toolkit.domain.scorecard import Outcome, Scorecard, Scored
from qa_toolkit.scoring import score
from qa_toolkit.signals import measure
from qa_toolkit.store import interactions, left_out, rubrics, scorecards, transcripts
from qa_toolkit.store.scorecards import Made
from qa_toolkit.workflow.progress import SILENT, Progress
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.provenance import EVALUATOR, provenance
from qa_toolkit.workflow.rubric_files import UsableRubric

_BATCH = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreReport:
    """How many interactions were scored now, how many had been, and which have no words yet."""

    made: int
    known: int
    without_transcript: tuple[str, ...]


def score_sample(
    project: Project, sample: Sample, rubric: UsableRubric, progress: Progress = SILENT
) -> ScoreReport:
    """Score every interaction of a sample that has a transcript and not yet this scorecard."""
    rubrics.add(
        project.database,
        rubric_hash=rubric.hash,
        rubric_id=rubric.rubric.id,
        version=rubric.rubric.version,
        text=rubric.text,
    )
    wanted = tuple(_wanted(project, sample, rubric))
    known = scorecards.all_made(project.database)
    to_do = [made for made in wanted if made not in known]
    batch: list[tuple[Made, Scorecard]] = []
    progress.start("score", len(to_do))
    for made in to_do:
        batch.append((made, _score_one(project, made, sample, rubric)))
        progress.advance("score")
        if len(batch) == _BATCH:
            scorecards.add(project.database, batch)
            batch.clear()
    scorecards.add(project.database, batch)
    progress.finish("score")
    scorable = {made.interaction_id for made in wanted}
    return ScoreReport(
        made=len(to_do),
        known=len(wanted) - len(to_do),
        without_transcript=tuple(
            member.interaction_id
            for member in sample.members
            if member.interaction_id not in scorable
        ),
    )


def scored_of(project: Project, sample: Sample, rubric: UsableRubric) -> Iterator[Scored]:
    """The scorecards of a sample under a rubric, with what they judge, in the sample's order."""
    for made in _wanted(project, sample, rubric):
        scorecard = scorecards.get(project.database, made)
        interaction = interactions.get(project.database, made.interaction_id)
        words = transcripts.current(project.database, made.interaction_id)
        if scorecard is not None and interaction is not None and words is not None:
            yield Scored(interaction=interaction, transcript=words[1], scorecard=scorecard)


def not_scored(project: Project, sample: Sample, scored: Iterable[Scored]) -> tuple[Problem, ...]:
    """What has no score, and why: no words, words nobody should judge by, or never imported."""
    drawn = {member.interaction_id for member in sample.members}
    failures = left_out.failures(project.database)
    lost = (problem for (interaction_id, _), problem in failures.items() if interaction_id in drawn)
    abstained = (
        Problem(source=item.interaction.id, message=item.scorecard.reason, severity="warning")
        for item in scored
        if item.scorecard.outcome is Outcome.NOT_SCORED
    )
    return (*abstained, *lost, *left_out.of_imports(project.database))


def _wanted(project: Project, sample: Sample, rubric: UsableRubric) -> Iterator[Made]:
    keys = transcripts.current_keys(project.database)
    for member in sample.members:
        if member.interaction_id in keys:
            yield Made(
                interaction_id=member.interaction_id,
                transcript_key=keys[member.interaction_id],
                rubric_hash=rubric.hash,
                evaluator=EVALUATOR,
                sample_id=sample.id,
            )


def _score_one(project: Project, made: Made, sample: Sample, rubric: UsableRubric) -> Scorecard:
    interaction = interactions.get(project.database, made.interaction_id)
    words = transcripts.current(project.database, made.interaction_id)
    if interaction is None or words is None:
        raise AssertionError(f"{made.interaction_id} vanished from the project while it was scored")
    _, transcript = words
    return score(
        transcript,
        measure(transcript),
        rubric.rubric,
        interaction.channel,
        provenance(rubric, transcript.origin, sample.id, sample.plan.seed),
    )
