"""List: how far every interaction of a project has come."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.errors import UsageError
from qa_toolkit.store import (
    interactions,
    left_out,
    overrides,
    samples,
    scorecards,
    transcripts,
)
from qa_toolkit.workflow.overrides import effective
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.rubric_files import UsableRubric, rubric_file, usable_rubric
from qa_toolkit.workflow.score import scorecards_of
from qa_toolkit.workflow.shops.rubrics import rubric_under


@dataclass(frozen=True, slots=True, kw_only=True)
class InteractionState:
    """How far one interaction has come.

    Attributes:
        state: `found`, `sampled`, `transcribed`, `failed`, or the outcome of its last scorecard,
            as people have corrected it.
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
    outcomes = _outcomes(project)
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


def _outcomes(project: Project) -> dict[str, str]:
    """The outcome of every interaction's last scorecard, people's ratings in place."""
    database = project.database
    latest = scorecards.latest(database)
    outcomes = {name: known.outcome for name, known in latest.items()}
    if not (corrected := overrides.interaction_ids(database)):
        return outcomes
    with suppress(UsageError):  # a list needs no rubric: without one the machine's outcomes stand
        rubric = usable_rubric(rubric_file(project.settings.score.rubric, project.folder))
        by_it = [
            name for name in corrected if name in latest and latest[name].rubric_hash == rubric.hash
        ]
        outcomes |= _counting(project, by_it, rubric)
    for shop in interactions.staged(database):
        if shop.id in corrected and shop.id in latest:
            own = rubric_under(project, latest[shop.id].rubric_hash)
            outcomes |= _counting(project, [shop.id], own)
    return outcomes


def _counting(project: Project, names: Sequence[str], rubric: UsableRubric) -> dict[str, str]:
    """The outcomes of scorecards of a rubric as they count, by interaction."""
    counting, _ = effective(project, scorecards_of(project, names, rubric), rubric.rubric)
    return {item.interaction.id: item.scorecard.outcome.value for item in counting}
