"""What a workbook says of agreements → entries of the coaching log and changes to them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from qa_toolkit.domain.coaching import (
    CoachingChange,
    CoachingEntry,
    CoachingField,
    CoachingStatus,
    entry_id,
)
from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.domain.problem import Problem
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.said import MOST_NAME, tidy
from qa_toolkit.scorecards.read_back import CoachingRow, ReadBack, Said
from qa_toolkit.scorecards.wording import clean
from qa_toolkit.workflow.import_row import EXPORT_ANEW, brief


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """One thing that a workbook says of an entry, and the cell it stands in.

    Attributes:
        entry: as it is in the log; without changes where it is new.
        before: what was said of this last; empty for nothing.
    """

    entry: CoachingEntry
    is_new: bool
    change: CoachingChange
    before: str
    file: str
    at: str


@dataclass(slots=True, kw_only=True)
class Heard:
    """What became of the cells that say something new; `wrong` and `conflicts` as for ratings."""

    agreed: list[Agreed] = field(default_factory=list)
    wrong: list[Problem] = field(default_factory=list)
    conflicts: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """What the project knows: its agents, its rubric, and the log."""

    agents: tuple[AgentRef, ...]
    rubric: Rubric
    entries: tuple[CoachingEntry, ...]


def agreements_in(
    books: Sequence[ReadBack], log: Log, reviewer: str, left: frozenset[str] = frozenset()
) -> Heard:
    """Judge all cells of the logs and the agents' sheets, also against each other.

    Args:
        books: as they were read.
        log: what is known.
        reviewer: who says so; where it is empty, the coach that the row names.
        left: workbooks that are not looked at, since they do not belong here.
    """
    heard = Heard()
    for book in books:
        if book.file not in left:
            for row in book.coaching:
                _judge(row, book, log, reviewer, heard)
    heard.agreed = list(_agreeing(heard))
    return heard


def _judge(row: CoachingRow, book: ReadBack, log: Log, reviewer: str, heard: Heard) -> None:
    changed = [
        (known, said, base)
        for known, said in row.said.items()
        if _value(known, said.text) != (base := _base(row, log, known))
        and not (known is CoachingField.COACH and not said.text and _is_default(row, log))
    ]
    if not changed:
        return
    entry = _entry(row, book, log, heard)
    if entry is None:
        return
    by = reviewer or _text(row, CoachingField.COACH) or entry.value(CoachingField.COACH)
    if not by:
        source = f"{row.file} {changed[0][1].at}"
        heard.wrong.append(
            Problem(source=source, message="nobody says so", hint="add --reviewer NAME")
        )
        return
    is_new = all(known.id != entry.id for known in log.entries)
    opened = replace(entry, opened_by=by) if is_new else entry
    for known, said, base in changed:
        _hear(row, opened, is_new, known, said, base, by, heard)


def _hear(
    row: CoachingRow,
    entry: CoachingEntry,
    is_new: bool,  # noqa: FBT001 - passed on
    known: CoachingField,
    said: Said,
    base: str,
    by: str,
    heard: Heard,
) -> None:
    """One cell that was changed: new, said already, or against what was said since."""
    value, now = _value(known, said.text), _shown(entry, known)
    source, at = tidy(PurePath(row.file).name), f"{row.file} {said.at}"
    later = [
        change
        for change in entry.changes
        if change.field is known and change.number > row.last_change
    ]
    if value == now:
        return
    others = [change for change in later if (change.source, change.by) != (source, by)]
    if others and now != base:
        if not any(change.value == value and change.source == source for change in later):
            last = later[-1]
            message = (
                f"{last.by} changed this since it was exported, {last.made_at[:10]}: "
                f"{brief(now) or 'taken back'}"
            )
            heard.conflicts.append(Problem(source=at, message=message, hint=EXPORT_ANEW))
        return
    change = CoachingChange(field=known, value=value, by=by, source=source)
    heard.agreed.append(
        Agreed(entry=entry, is_new=is_new, change=change, before=now, file=row.file, at=at)
    )


def _entry(row: CoachingRow, book: ReadBack, log: Log, heard: Heard) -> CoachingEntry | None:
    """The entry that a row is about, or a new one; None where that cannot be told, which is."""
    found = _named(row, log)
    if found is not None:
        return found
    at = f"{row.file} {row.at}"
    if row.entry or row.last_change:
        what = f"entry '{brief(row.entry)}'" if row.entry else "entry about this"
        message = f"there is no {what} in this project's coaching log"
        heard.wrong.append(Problem(source=at, message=message, hint=EXPORT_ANEW))
        return None
    agents = _called(log.agents, row.agent)
    if len(agents) != 1:
        what = "several agents are" if agents else "no agent is"
        message = f"{what} called '{brief(row.agent)}'"
        heard.wrong.append(Problem(source=at, message=message, hint="name the agent's id"))
        return None
    criterion = row.criterion if row.criterion in log.rubric.places else ""
    topic = row.topic
    if criterion:
        topic = log.rubric.places[criterion].criterion.question[:MOST_NAME]
    agent = agents[0]
    new = CoachingEntry(
        id=entry_id(agent.id, topic, book.manifest.seal),
        agent_id=agent.id,
        topic=topic,
        criterion=criterion,
        opened_by="",
    )
    return _opened_before(new, log, at, heard)


def _opened_before(new: CoachingEntry, log: Log, at: str, heard: Heard) -> CoachingEntry | None:
    """The new entry, or the same of an earlier import; None where others opened the topic since."""
    earlier = next((entry for entry in log.entries if entry.id == new.id), None)
    if earlier is not None:
        return earlier
    for entry in log.entries:
        same = entry.topic.casefold() == new.topic.casefold()
        if entry.agent_id == new.agent_id and same and entry.status is CoachingStatus.OPEN:
            message = f"'{entry.topic}' is open already as {entry.id}, by {entry.opened_by}"
            heard.conflicts.append(Problem(source=at, message=message, hint=EXPORT_ANEW))
            return None
    return new


def _named(row: CoachingRow, log: Log) -> CoachingEntry | None:
    """The entry of the log that a row names: by its id, or as the one about this topic."""
    if row.entry:
        return next((entry for entry in log.entries if entry.id == row.entry), None)
    if row.topic:
        return None  # a new line of the log
    about = (
        entry
        for entry in log.entries
        if clean(entry.agent_id) == row.agent and entry.criterion == row.criterion
    )
    if not row.last_change:  # nothing had been said of it, or nobody had opened it
        return next((entry for entry in about if entry.status is CoachingStatus.OPEN), None)
    numbers = ((entry, {change.number for change in entry.changes}) for entry in about)
    return next((entry for entry, known in numbers if row.last_change in known), None)


def _base(row: CoachingRow, log: Log, known: CoachingField) -> str:
    """What stood in a cell when the workbook was written."""
    entry = _then(row, log)
    return _value(known, "") if entry is None else _shown(entry, known)


def _then(row: CoachingRow, log: Log) -> CoachingEntry | None:
    """The entry that a row names, as it was when the workbook was written."""
    entry = _named(row, log)
    if entry is None:
        return None
    said = tuple(change for change in entry.changes if change.number <= row.last_change)
    return replace(entry, changes=said)


def _is_default(row: CoachingRow, log: Log) -> bool:
    """Whether nobody had been named as coach, so that an empty cell says nothing."""
    entry = _then(row, log)
    return entry is None or not entry.value(CoachingField.COACH)


def _shown(entry: CoachingEntry, known: CoachingField) -> str:
    """What a workbook shows of an entry: the one who opened it is the coach where none is named."""
    said = entry.value(known)
    if known is CoachingField.COACH:
        said = said or entry.opened_by
    return _value(known, tidy(clean(said)))


def _value(known: CoachingField, text: str) -> str:
    """The text of a cell as it is kept; an empty status is an open one."""
    return text or (CoachingStatus.OPEN.value if known is CoachingField.STATUS else "")


def _text(row: CoachingRow, known: CoachingField) -> str:
    return row.said[known].text if known in row.said else ""


def _called(agents: Iterable[AgentRef], name: str) -> list[AgentRef]:
    """The agent with this id as a workbook shows it; else those who are called so."""
    wanted = name.casefold()
    known = [(agent, tidy(clean(agent.id)), tidy(clean(agent.name))) for agent in agents]
    exact = [agent for agent, own_id, _ in known if own_id == name]
    return exact or [
        agent for agent, *names in known if wanted in [own.casefold() for own in names]
    ]


def _agreeing(heard: Heard) -> Iterator[Agreed]:
    """One of the cells about each thing where all say the same; else what they disagree in."""
    found: dict[tuple[str, CoachingField], list[Agreed]] = {}
    for item in heard.agreed:
        found.setdefault((item.entry.id, item.change.field), []).append(item)
    for same in found.values():
        first, *others = same
        differing = [other for other in others if other.change.value != first.change.value]
        if not differing:
            yield first
        for other in differing:
            problem = Problem(
                source=other.at,
                message=f"it says '{brief(other.change.value)}', and {first.at} says "
                f"'{brief(first.change.value)}' of the same agreement",
                hint="make them agree, or empty one of them",
            )
            (heard.wrong if first.file == other.file else heard.conflicts).append(problem)


def new_entries(agreed: Iterable[Agreed]) -> tuple[CoachingEntry, ...]:
    """The entries that are opened, with all that is said of them from the start."""
    found: dict[str, CoachingEntry] = {}
    for item in agreed:
        if item.is_new:
            entry = found.get(item.entry.id, item.entry)
            found[entry.id] = replace(entry, changes=(*entry.changes, item.change))
    return tuple(found.values())


def new_changes(agreed: Iterable[Agreed]) -> Mapping[str, tuple[CoachingChange, ...]]:
    """What is said of entries that are in the log, by their ids."""
    found: dict[str, tuple[CoachingChange, ...]] = {}
    for item in agreed:
        if not item.is_new:
            found[item.entry.id] = (*found.get(item.entry.id, ()), item.change)
    return found
