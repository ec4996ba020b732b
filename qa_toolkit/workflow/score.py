"""Score: the transcripts of a sample → scorecards, each made once and kept."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from qa_toolkit.domain.interaction import Channel, Interaction
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.sample import Sample
from qa_toolkit.domain.scorecard import Outcome, Scorecard, Scored
from qa_toolkit.scorecards.wording import outcome_reason
from qa_toolkit.scoring import score
from qa_toolkit.signals import measure
from qa_toolkit.store import left_out, rubrics, scorecards, transcripts
from qa_toolkit.store.scorecards import Made
from qa_toolkit.workflow.clock import facts_in
from qa_toolkit.workflow.commitments import mark_by_later_contacts, read_commitments
from qa_toolkit.workflow.progress import SILENT, Progress
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.provenance import EVALUATOR, provenance
from qa_toolkit.workflow.rubric_files import UsableRubric
from qa_toolkit.workflow.sample import members_of

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
        batch.append((made, _score_one(project, made, rubric)))
        progress.advance("score")
        if len(batch) == _BATCH:
            scorecards.add(project.database, batch)
            batch.clear()
    scorecards.add(project.database, batch)
    progress.finish("score")
    read_commitments(project, members_of(project, sample))
    mark_by_later_contacts(project)
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


def scored_of(project: Project, sample: Sample, rubric: UsableRubric) -> tuple[Scored, ...]:
    """The scorecards of a sample under a rubric, with what they judge, by id."""
    ids = [member.interaction_id for member in sample.members]
    found = scorecards_of(project, ids, rubric, words=True)
    return tuple(replace(item, scorecard=_drawn_in(sample, item.scorecard)) for item in found)


def scorecards_of(
    project: Project, ids: Iterable[str], rubric: UsableRubric, *, words: bool = False
) -> Iterator[Scored]:
    """The machine's scorecards of these interactions under a rubric, as they are now, by id.

    The transcripts are empty, which is much quicker, unless `words` are wanted.
    """
    waiting = left_out.without_wanted_words(project.database)
    return scorecards.current(
        project.database,
        [name for name in ids if name not in waiting],
        rubric_hash=rubric.hash,
        evaluator=EVALUATOR,
        facts_of=lambda interaction: _facts_asked(project, rubric, interaction),
        words=words,
    )


def _drawn_in(sample: Sample, scorecard: Scorecard) -> Scorecard:
    """A scorecard belongs to every sample its interaction is drawn in; this names the one shown."""
    drawn = replace(scorecard.provenance, sample=sample.id, seed=sample.plan.seed)
    return replace(scorecard, provenance=drawn)


def not_scored(
    project: Project, sample: Sample, scored: Iterable[Scored], not_imported: Iterable[Problem]
) -> tuple[Problem, ...]:
    """What has no score, and why: words nobody should judge by, no words, or never imported."""
    drawn = {member.interaction_id for member in sample.members}
    failures = left_out.failures(project.database)
    lost = (problem for (interaction_id, _), problem in failures.items() if interaction_id in drawn)
    abstained = (
        Problem(
            source=item.interaction.id,
            message=outcome_reason(item.scorecard),
            severity="warning",
        )
        for item in scored
        if item.scorecard.outcome is Outcome.NOT_SCORED
    )
    return (*abstained, *lost, *not_imported)


def problems_of_imports(project: Project) -> tuple[Problem, ...]:
    """What the last import of each folder could not use."""
    return left_out.of_imports(project.database)


def _wanted(project: Project, sample: Sample, rubric: UsableRubric) -> Iterator[Made]:
    keys = transcripts.current_keys(project.database)
    # older words can be read and searched, but are not judged beside words made as wanted
    waiting = left_out.without_wanted_words(project.database)
    for interaction in members_of(project, sample):
        if interaction.id in keys and interaction.id not in waiting:
            yield Made(
                interaction_id=interaction.id,
                transcript_key=keys[interaction.id],
                rubric_hash=rubric.hash,
                evaluator=EVALUATOR,
                channel=interaction.channel.value,
                facts=_facts_asked(project, rubric, interaction),
            )


def _facts_asked(project: Project, rubric: UsableRubric, interaction: Interaction) -> str:
    """What the rubric asks of an interaction's facts, as JSON; empty where it asks nothing."""
    names = rubric.facts_asked
    if not names:
        return ""
    facts = facts_in(project, interaction)
    return json.dumps({name: facts.get(name, "") for name in names}, ensure_ascii=False)


def _score_one(project: Project, made: Made, rubric: UsableRubric) -> Scorecard:
    words = transcripts.current(project.database, made.interaction_id)
    if words is None:
        raise AssertionError(f"{made.interaction_id} lost its words while it was scored")
    _, transcript = words
    facts: Mapping[str, str] = json.loads(made.facts) if made.facts else {}
    return score(
        transcript,
        measure(transcript),
        rubric.rubric,
        Channel(made.channel),
        provenance(rubric, transcript.origin),
        facts=facts,
        models=rubric.models,
    )
