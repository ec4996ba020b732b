"""What workbooks say of agreements that is new: made to agree, and put together for the log."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from qa_toolkit.domain.coaching import CoachingChange, CoachingEntry, CoachingField
from qa_toolkit.domain.problem import Problem
from qa_toolkit.workflow.import_row import brief


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


def settle(heard: Heard) -> None:
    """Leave one of the cells about each thing where all say the same; else note the others."""
    found: dict[tuple[str, CoachingField], list[Agreed]] = {}
    for item in heard.agreed:
        found.setdefault((item.entry.id, item.change.field), []).append(item)
    heard.agreed = []
    for first, *others in found.values():
        differing = [other for other in others if other.change.value != first.change.value]
        if not differing:
            heard.agreed.append(first)
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
