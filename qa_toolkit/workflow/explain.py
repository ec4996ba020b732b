"""Explain: why scores are what they are, for interactions of a sample or for lines."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.sample import Sample
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.errors import UsageError
from qa_toolkit.intake.jsonl import read_line
from qa_toolkit.scorecards.notes import notes
from qa_toolkit.scoring import score
from qa_toolkit.scoring.explain import explain
from qa_toolkit.signals import measure
from qa_toolkit.signals.sentiment import compound
from qa_toolkit.store import transcripts
from qa_toolkit.workflow.clock import facts_in, facts_of_line
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.provenance import provenance
from qa_toolkit.workflow.rubric_files import UsableRubric
from qa_toolkit.workflow.sample import members_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """Why one interaction has its scores: lines for people, values for programs."""

    interaction_id: str
    notes: tuple[str, ...]
    value: Mapping[str, object]


def explain_sample(
    project: Project, sample: Sample, rubric: UsableRubric, wanted: Sequence[str]
) -> Iterator[Explained]:
    """Each interaction of a sample that has words, or those wanted.

    Raises:
        UsageError: one that is wanted is not in the sample, or has no words yet.
    """
    members = {interaction.id: interaction for interaction in members_of(project, sample)}
    for interaction_id in wanted or members:
        if interaction_id not in members:
            raise UsageError(f"'{interaction_id}' is not in sample {sample.id}", hint="qa list")
        words = transcripts.current(project.database, interaction_id)
        if words is not None:
            interaction = members[interaction_id]
            yield _explained(interaction, words[1], rubric, facts_in(project, interaction))
        elif wanted:
            raise UsageError(f"'{interaction_id}' has no words yet", hint="qa transcribe")


def explain_lines(
    lines: Iterable[bytes], source: str, rubric: UsableRubric, wanted: Sequence[str]
) -> Iterator[Explained | Problem]:
    """Each line that holds an interaction, or those wanted; why not, for each that cannot be used."""
    for number, raw in enumerate(lines, start=1):
        if raw.isspace():
            continue
        text = raw.decode("utf-8-sig" if number == 1 else "utf-8", errors="replace")
        found = read_line(text, source, number, require_agent=False)
        if isinstance(found, Problem):
            yield found
        elif found.transcript is not None and (not wanted or found.interaction.id in wanted):
            facts = facts_of_line(text, found.interaction)
            yield _explained(found.interaction, found.transcript, rubric, facts)


def _explained(
    interaction: Interaction,
    transcript: Transcript,
    rubric: UsableRubric,
    facts: Mapping[str, str],
) -> Explained:
    signals = measure(transcript)
    made = provenance(rubric, transcript.origin)
    card = score(
        transcript,
        signals,
        rubric.rubric,
        interaction.channel,
        made,
        facts=facts,
        models=rubric.models,
    )
    why = explain(transcript, signals, rubric.rubric, rubric.models, facts, compound)
    return Explained(
        interaction_id=interaction.id,
        notes=tuple(notes(card, why, rubric.rubric)),
        value={"id": interaction.id, **asdict(why)},
    )
