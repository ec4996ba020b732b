"""One row of a workbook's log, or one topic of an agent's sheet, beside the project's log."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePath

from qa_toolkit.domain.coaching import (
    CoachingChange,
    CoachingEntry,
    CoachingField,
    CoachingStatus,
    entry_id,
)
from qa_toolkit.domain.interaction import AgentRef
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.said import MOST_NAME, tidy
from qa_toolkit.scorecards.read_back import CoachingRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """What the project knows: its agents, its rubric, and the log."""

    agents: tuple[AgentRef, ...]
    rubric: Rubric
    entries: tuple[CoachingEntry, ...]

    def holds(self, entry: CoachingEntry) -> bool:
        """Whether an entry is in the log already."""
        return any(known.id == entry.id for known in self.entries)

    def called(self, name: str) -> list[AgentRef]:
        """The agent with this id as a workbook shows it; else those who are called so."""
        wanted = name.casefold()
        known = [(agent, tidy(agent.id), tidy(agent.name)) for agent in self.agents]
        exact = [agent for agent, own_id, _ in known if own_id == name]
        return exact or [
            agent for agent, *names in known if wanted in [own.casefold() for own in names]
        ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell that says something else than it did when the workbook was written.

    Attributes:
        value: as it is kept; empty takes back what was said.
        base: what stood there then.
        at: its file, sheet and place.
    """

    field: CoachingField
    value: str
    base: str
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row with what the log knows of it.

    Attributes:
        entry: the one that the row names; None where it names none that is in the log.
        then: the same as it was when the workbook was written.
        seal: the workbook's; what is opened from the same workbook again is the same entry.
    """

    row: CoachingRow
    log: Log
    entry: CoachingEntry | None
    then: CoachingEntry | None
    seal: str

    @property
    def at(self) -> str:
        """The cell that names the topic."""
        return f"{self.row.file} {self.row.at}"

    @property
    def is_new(self) -> bool:
        """Whether it is a new line of the log, and no entry's."""
        return bool(self.row.topic) and not self.row.entry

    @property
    def source(self) -> str:
        """The workbook's name, as it is kept with what was said in it."""
        return tidy(PurePath(self.row.file).name)

    @property
    def coach(self) -> str:
        """Whom the row names as coach."""
        said = self.row.said.get(CoachingField.COACH)
        return said.text if said else ""

    def changed(self) -> Iterator[Cell]:
        """The cells that say something new."""
        for known, said in self.row.said.items():
            value = kept(known, said.text)
            base = shown(self.then, known) if self.then else kept(known, "")
            if value != base and not (known is CoachingField.COACH and self._is_left_out(value)):
                yield Cell(field=known, value=value, base=base, at=f"{self.row.file} {said.at}")

    def later(self, entry: CoachingEntry, known: CoachingField) -> list[CoachingChange]:
        """What was said of it since the workbook was written."""
        changes = (change for change in entry.changes if change.field is known)
        return [change for change in changes if change.number > self.row.last_change]

    def new_entry(self, agent: AgentRef) -> CoachingEntry:
        """The entry that the row opens."""
        places = self.log.rubric.places
        criterion = self.row.criterion if self.row.criterion in places else ""
        asked = places[criterion].criterion.question[:MOST_NAME] if criterion else ""
        topic = asked or self.row.topic
        return CoachingEntry(
            id=entry_id(agent.id, topic, self.seal),
            agent_id=agent.id,
            topic=topic,
            criterion=criterion,
            opened_by="",
        )

    def _is_left_out(self, coach: str) -> bool:
        """Whether nobody is and nobody had been named as coach, so that the cell says nothing."""
        return not coach and not (self.then and self.then.value(CoachingField.COACH))


def line_of(row: CoachingRow, log: Log, seal: str) -> Line:
    """Find what a row is about."""
    entry, then = _named(row, log.entries), None
    if entry is not None:
        said = tuple(change for change in entry.changes if change.number <= row.last_change)
        then = replace(entry, changes=said)
    return Line(row=row, log=log, entry=entry, then=then, seal=seal)


def shown(entry: CoachingEntry, known: CoachingField) -> str:
    """What a workbook shows of an entry: the one who opened it is the coach where none is named."""
    said = entry.value(known)
    if known is CoachingField.COACH:
        said = said or entry.opened_by
    return kept(known, tidy(said))


def kept(known: CoachingField, text: str) -> str:
    """The text of a cell as it is kept; an empty status is an open one."""
    return text or (CoachingStatus.OPEN.value if known is CoachingField.STATUS else "")


def _named(row: CoachingRow, entries: Iterable[CoachingEntry]) -> CoachingEntry | None:
    """The entry of the log that a row names: by its id, or as the one about this topic."""
    if row.entry:
        return next((entry for entry in entries if entry.id == row.entry), None)
    if row.topic:
        return None  # a new line of the log
    about = (
        entry
        for entry in entries
        if tidy(entry.agent_id) == row.agent and entry.criterion == row.criterion
    )
    if not row.last_change:  # nothing had been said of it, or nobody had opened it
        return next((entry for entry in about if entry.status is CoachingStatus.OPEN), None)
    numbers = ((entry, {change.number for change in entry.changes}) for entry in about)
    return next((entry for entry, known in numbers if row.last_change in known), None)
