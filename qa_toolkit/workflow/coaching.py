"""The coaching log of a project: topics opened, what was said of them since, and what is due."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from qa_toolkit.domain.coaching import (
    CoachingChange,
    CoachingEntry,
    CoachingField,
    CoachingStatus,
    entry_id,
)
from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.said import MOST_NAME, MOST_TEXT, tidy, too_long
from qa_toolkit.errors import UsageError
from qa_toolkit.scorecards.log_view import entry_view
from qa_toolkit.scorecards.view import CoachingEntryView
from qa_toolkit.store import coaching, interactions
from qa_toolkit.workflow.clock import now
from qa_toolkit.workflow.named import interaction_named, one_named
from qa_toolkit.workflow.overrides import alone, keep
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.ratings import criterion_named, said
from qa_toolkit.workflow.scope import Asked, scope_of

Changes = Mapping[CoachingField, str]
"""What is said of an entry; an empty text takes back what was said before."""
DAYS = (CoachingField.FOLLOW_UP, CoachingField.ACKNOWLEDGED)
TODAY = "today"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """A topic to open.

    Attributes:
        agent: id or name.
        criterion: the id of the criterion it is about; empty for a topic of another kind.
        topic: in words; where it is empty, the criterion's question.
        interactions: the contacts that show it.
        changes: what is said of it from the start.
    """

    agent: str
    by: str
    topic: str = ""
    criterion: str = ""
    interactions: tuple[str, ...] = ()
    changes: Changes = field(default_factory=dict)


def open_entry(project: Project, new: NewEntry, rubric: Rubric) -> CoachingEntry:
    """Open a topic for coaching.

    Raises:
        UsageError: no such agent, criterion or interaction; no topic; or it is open already.
    """
    by = said(new.by, "--by", MOST_NAME)
    if not new.topic and not new.criterion:
        raise UsageError("what is it about?", hint="--topic TEXT or --criterion ID")
    criterion = criterion_named(rubric, new.criterion) if new.criterion else None
    asked = criterion.question[:MOST_NAME] if criterion else ""
    topic = said(new.topic or asked, "--topic", MOST_NAME)
    agent = _agent_named(project, new.agent)
    _check_interactions(project, agent, new.interactions)
    changes = _changes(new.changes, by, project)
    with alone(project) as put:  # of two who open it at once, the second is told of the first
        entry = CoachingEntry(
            id=_new_id(project, agent, topic),
            agent_id=agent.id,
            topic=topic,
            criterion=new.criterion,
            interactions=new.interactions,
            opened_by=by,
            changes=changes,
        )
        put((), [entry], ())
    return entry_named(project, entry.id)


def update_entry(project: Project, name: str, changes: Changes, by: str) -> CoachingEntry:
    """Add what is said of the entry with this id, or whose id starts with it.

    Raises:
        UsageError: no entry has it, or several do; nothing is said; or a day is none.
    """
    entry = entry_named(project, name)
    if not changes:
        raise UsageError("what is there to say of it?", hint="--note TEXT, --follow-up DATE, …")
    added = _changes(changes, said(by, "--by", MOST_NAME), project)
    keep(project, changes=[(entry.id, added)])
    return entry_named(project, entry.id)


def close_entry(project: Project, name: str, note: str, by: str) -> CoachingEntry:
    """Close an entry: what was agreed is done, or no longer wanted.

    Raises:
        UsageError: no entry has this id, or several do; or it is closed.
    """
    entry = entry_named(project, name)
    if entry.status is CoachingStatus.CLOSED:
        raise UsageError(f"{entry.id} is closed already", hint="qa coaching list --all")
    noted = {CoachingField.NOTE: note} if note else {}
    closing = {CoachingField.STATUS: CoachingStatus.CLOSED.value}
    return update_entry(project, entry.id, noted | closing, by)


def list_entries(
    project: Project,
    *,
    agent: str = "",
    due_on: date | None = None,
    closed: bool = False,
) -> tuple[CoachingEntry, ...]:
    """The log, the earliest follow-up first.

    Args:
        project: keeps it.
        agent: id or name; everybody's where it is empty.
        due_on: only what has its follow-up behind it on this day.
        closed: those that are closed too.

    Raises:
        UsageError: there is no such agent.
    """
    ids = {_agent_named(project, agent).id} if agent else None
    found = (
        entry
        for entry in coaching.entries(project.database, ids)
        if (closed or entry.status is CoachingStatus.OPEN)
        and (due_on is None or entry.is_due(due_on))
    )
    return tuple(sorted(found, key=_by_follow_up))


def log_view(project: Project, entries: Iterable[CoachingEntry]) -> tuple[CoachingEntryView, ...]:
    """Entries as people read them today."""
    names = {agent.id: agent.shown for agent in interactions.agents(project.database)}
    present = now(project).date()
    return tuple(entry_view(entry, names, present) for entry in entries)


def entry_named(project: Project, name: str) -> CoachingEntry:
    """The entry with this id, or whose id alone starts with it.

    Raises:
        UsageError: no entry has it, or several do.
    """
    hint = "qa coaching list --all shows them with their ids"
    known = coaching.entries(project.database)
    return one_named(known, name, "entry", "entries", hint)


def open_about(entries: Iterable[CoachingEntry], agent_id: str, topic: str) -> CoachingEntry | None:
    """The open entry about this topic of an agent, however it is written; None without one."""
    same = (
        entry
        for entry in entries
        if entry.agent_id == agent_id and entry.topic.casefold() == topic.casefold()
    )
    return next((entry for entry in same if entry.status is CoachingStatus.OPEN), None)


def _agent_named(project: Project, name: str) -> AgentRef:
    return scope_of(project, Asked(agents=(name,))).agents[0]


def _new_id(project: Project, agent: AgentRef, topic: str) -> str:
    """The id of the next entry of this topic; it must not be open."""
    known = coaching.entries(project.database, {agent.id})
    if still_open := open_about(known, agent.id, topic):
        raise UsageError(
            f"'{topic}' of {agent.shown} is open already as {still_open.id}",
            hint=f"qa coaching update {still_open.id} --note TEXT",
        )
    earlier = sum(entry.topic.casefold() == topic.casefold() for entry in known)
    return entry_id(agent.id, topic, str(earlier))


def _check_interactions(project: Project, agent: AgentRef, ids: Iterable[str]) -> None:
    for name in ids:
        known = interaction_named(project, name)
        if known.agent.id != agent.id:
            raise UsageError(
                f"'{name}' is an interaction of {known.agent.shown}, not of {agent.shown}"
            )


def _changes(changes: Changes, by: str, project: Project) -> tuple[CoachingChange, ...]:
    return tuple(
        CoachingChange(field=name, value=_value(name, value, project), by=by)
        for name, value in changes.items()
    )


def _value(name: CoachingField, text: str, project: Project) -> str:
    """What is said as it is kept; an empty text takes back what was said before."""
    option = f"--{name.value.replace('_', '-')}"
    kept = tidy(text)
    if name in DAYS and kept:
        return _day(kept, option, project).isoformat()
    if wrong := too_long(kept, MOST_NAME if name is CoachingField.COACH else MOST_TEXT):
        raise UsageError(f"{option}: {wrong}")
    return kept


def _day(text: str, option: str, project: Project) -> date:
    if text.casefold() == TODAY:
        return now(project).date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"{option} is not a day: {text!r}", hint=f"write it like 2026-12-04, or {TODAY}"
        ) from None


def _by_follow_up(entry: CoachingEntry) -> tuple[bool, date, str]:
    """Open before closed, the earliest follow-up first, those without one last."""
    return entry.status is CoachingStatus.CLOSED, entry.follow_up or date.max, entry.opened_at
