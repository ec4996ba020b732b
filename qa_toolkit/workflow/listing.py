"""List: how far every interaction of a project has come."""

from collections.abc import Iterator
from dataclasses import dataclass

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.store import interactions, left_out, samples, scorecards, transcripts
from qa_toolkit.workflow.project import Project


@dataclass(frozen=True, slots=True, kw_only=True)
class InteractionState:
    """How far one interaction has come.

    Attributes:
        state: `found`, `sampled`, `transcribed`, `failed`, or the outcome of its last scorecard.
        reason: why it failed; empty otherwise.
    """

    interaction: Interaction
    state: str
    reason: str = ""


def states(project: Project) -> Iterator[InteractionState]:
    """Every interaction with its state, by id."""
    database = project.database
    latest = samples.get(database)
    drawn = {member.interaction_id for member in latest.members} if latest else set()
    outcomes = scorecards.latest_outcomes(database)
    keys = transcripts.current_keys(database)
    waiting = left_out.without_wanted_words(database)
    failures = {name: problem for (name, _), problem in left_out.failures(database).items()}
    for interaction in interactions.all_of(database):
        name = interaction.id
        if name in failures:
            reason = failures[name].message
            yield InteractionState(interaction=interaction, state="failed", reason=reason)
        elif name in outcomes and name not in waiting:
            yield InteractionState(interaction=interaction, state=outcomes[name])
        elif interaction.recording is not None and name in keys and name not in waiting:
            yield InteractionState(interaction=interaction, state="transcribed")
        else:
            state = "sampled" if name in drawn else "found"
            yield InteractionState(interaction=interaction, state=state)
