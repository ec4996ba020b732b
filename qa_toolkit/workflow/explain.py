"""Explain: scorecards in words, for interactions of a sample or for lines."""

from collections.abc import Iterable, Iterator

from qa_toolkit.domain.interaction import Channel
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
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.provenance import provenance
from qa_toolkit.workflow.rubric_files import UsableRubric
from qa_toolkit.workflow.sample import members_of


def explain_sample(
    project: Project, sample: Sample, rubric: UsableRubric, wanted: Iterable[str]
) -> Iterator[list[str]]:
    """Notes on each interaction of a sample that has words, or on those wanted.

    Raises:
        UsageError: one that is wanted is not in the sample, or has no words yet.
    """
    members = {interaction.id: interaction for interaction in members_of(project, sample)}
    ids = list(wanted) or list(members)
    for interaction_id in ids:
        if interaction_id not in members:
            raise UsageError(f"'{interaction_id}' is not in sample {sample.id}", hint="qa list")
        words = transcripts.current(project.database, interaction_id)
        if words is not None:
            interaction = members[interaction_id]
            yield _notes(words[1], interaction.channel, interaction.facts(), rubric)
        elif interaction_id in set(wanted):
            raise UsageError(f"'{interaction_id}' has no words yet", hint="qa transcribe")


def explain_lines(
    lines: Iterable[bytes], source: str, rubric: UsableRubric
) -> Iterator[list[str] | Problem]:
    """Notes on each line that holds an interaction; why, for each that cannot be used."""
    for number, raw in enumerate(lines, start=1):
        if raw.isspace():
            continue
        text = raw.decode("utf-8-sig" if number == 1 else "utf-8", errors="replace")
        found = read_line(text, source, number, require_agent=False)
        if isinstance(found, Problem):
            yield found
        elif found.transcript is not None:
            interaction = found.interaction
            yield _notes(found.transcript, interaction.channel, interaction.facts(), rubric)


def _notes(
    transcript: Transcript, channel: Channel, facts: dict[str, str], rubric: UsableRubric
) -> list[str]:
    signals = measure(transcript)
    made = provenance(rubric, transcript.origin)
    card = score(
        transcript, signals, rubric.rubric, channel, made, facts=facts, models=rubric.models
    )
    why = explain(transcript, signals, rubric.rubric, rubric.models, facts, compound)
    return [*notes(card, why, rubric.rubric)]
