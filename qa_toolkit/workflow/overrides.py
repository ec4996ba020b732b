"""People's ratings in place of the machine's: applied to scorecards, and kept."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace

from qa_toolkit.domain.coaching import CoachingChange, CoachingEntry
from qa_toolkit.domain.override import Override
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.scorecard import Scored
from qa_toolkit.scoring.assemble import Assembly
from qa_toolkit.scoring.correct import correct
from qa_toolkit.store import coaching
from qa_toolkit.store import overrides as stored
from qa_toolkit.workflow.locked_shops import refuse_locked
from qa_toolkit.workflow.project import Project

Histories = Mapping[str, tuple[Override, ...]]
"""What people said of interactions under one rubric: by interaction, the oldest first."""
Keep = Callable[
    [
        Iterable[Override],
        Iterable[CoachingEntry],
        Iterable[tuple[str, Sequence[CoachingChange]]],
    ],
    tuple[Override, ...],
]
"""Appends overrides, new entries of the coaching log, and what is said of entries by their ids."""


def effective(
    project: Project, scored: Iterable[Scored], rubric: Rubric
) -> tuple[tuple[Scored, ...], Histories]:
    """The scorecards as they count, people's ratings in place; and all that people said of them.

    `machine` is filled where anybody said anything, also if it was taken back.
    """
    cards = tuple(scored)
    ids = [item.interaction.id for item in cards]
    histories = stored.by_interaction(project.database, ids, rubric.id)
    return with_histories(cards, rubric, histories), histories


def with_histories(
    scored: Iterable[Scored], rubric: Rubric, histories: Histories
) -> tuple[Scored, ...]:
    """The machine's scorecards with what was said of them in place."""
    assembly = Assembly(rubric)
    return tuple(
        _as_counts(item, rubric, histories[item.interaction.id], assembly)
        if item.interaction.id in histories
        else item
        for item in scored
    )


def keep(
    project: Project,
    overrides: Iterable[Override] = (),
    entries: Iterable[CoachingEntry] = (),
    changes: Iterable[tuple[str, Sequence[CoachingChange]]] = (),
) -> tuple[Override, ...]:
    """Append all of it in one transaction, or nothing.

    Args:
        project: keeps it.
        overrides: as people gave them; whoever calls has checked that they fit.
        entries: new ones for the coaching log, with what is said of them from the start.
        changes: what is said of entries, by their ids.

    Returns:
        The overrides as they are kept, with their numbers and the moment.

    Raises:
        UsageError: a shop that is corrected is locked; nothing is kept.
        StorageError: an interaction or entry is not there, or a new entry is; nothing is kept.
    """
    with alone(project) as put:
        return put(overrides, entries, changes)


@contextmanager
def alone(project: Project) -> Iterator[Keep]:
    """Nobody else writes to the project meanwhile; readers do not wait.

    Whoever must look before they keep something looks in here: what they see is what is there when
    it is kept. The function that is given appends as `keep` does, in the one transaction.

    Raises:
        UsageError: a shop that is corrected is locked; nothing is kept.
        StorageError: another command has been writing for longer than one waits for it.
    """
    with project.database.writing() as connection:

        def put(
            overrides: Iterable[Override],
            entries: Iterable[CoachingEntry],
            changes: Iterable[tuple[str, Sequence[CoachingChange]]],
        ) -> tuple[Override, ...]:
            given = tuple(overrides)
            refuse_locked(connection, [one.interaction_id for one in given])
            kept = stored.put(connection, given)
            for entry in entries:
                coaching.put_entry(connection, entry)
            for entry_id, said in changes:
                coaching.put_changes(connection, entry_id, said)
            return kept

        yield put


def _as_counts(
    item: Scored, rubric: Rubric, history: tuple[Override, ...], assembly: Assembly
) -> Scored:
    machine = item.as_rated
    counting = correct(machine, rubric, history, assembly=assembly)
    return replace(item, scorecard=counting, machine=machine)
