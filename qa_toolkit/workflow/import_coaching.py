"""What a workbook says of agreements → entries of the coaching log and changes to them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa_toolkit.domain.coaching import (
    CoachingChange,
    CoachingEntry,
    CoachingField,
)
from qa_toolkit.domain.problem import Problem
from qa_toolkit.scorecards.read_back import ReadBack
from qa_toolkit.workflow.coaching import open_about
from qa_toolkit.workflow.import_agreed import Agreed, Heard, settle
from qa_toolkit.workflow.import_log import Cell, Line, Log, line_of, shown
from qa_toolkit.workflow.import_row import EXPORT_ANEW, brief


@dataclass(frozen=True, slots=True, kw_only=True)
class _About:
    """The entry that cells are about, and who says what stands in them."""

    line: Line
    entry: CoachingEntry
    is_new: bool
    by: str


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
                _judge(line_of(row, log, book.manifest.seal), reviewer, heard)
    settle(heard)
    return heard


def _judge(line: Line, reviewer: str, heard: Heard) -> None:
    changed = list(line.changed())
    if line.is_new and not changed:
        message = "nothing is agreed in this new entry"
        hint = "fill in its agreed action, follow-up or note; or clear the line"
        heard.wrong.append(Problem(source=line.at, message=message, hint=hint))
    entry = _entry(line, heard) if changed else None
    if entry is None:
        return
    by = reviewer or line.coach or entry.value(CoachingField.COACH)
    if not by:
        problem = Problem(
            source=changed[0].at, message="nobody says so", hint="add --reviewer NAME"
        )
        heard.wrong.append(problem)
        return
    is_new = not line.log.holds(entry)
    opened = replace(entry, opened_by=by) if is_new else entry
    about = _About(line=line, entry=opened, is_new=is_new, by=by)
    for cell in changed:
        _hear(cell, about, heard)


def _hear(cell: Cell, about: _About, heard: Heard) -> None:
    """One cell that was changed: new, said already, or against what was said since."""
    now, source = shown(about.entry, cell.field), about.line.source
    if cell.value == now:
        return
    later = about.line.later(about.entry, cell.field)
    others = [change for change in later if (change.source, change.by) != (source, about.by)]
    if others and now != cell.base:
        if not any(change.value == cell.value and change.source == source for change in later):
            last = later[-1]
            message = (
                f"{last.by} changed this since it was exported, {last.made_at[:10]}: "
                f"{brief(now) or 'taken back'}"
            )
            heard.conflicts.append(Problem(source=cell.at, message=message, hint=EXPORT_ANEW))
        return
    change = CoachingChange(field=cell.field, value=cell.value, by=about.by, source=source)
    heard.agreed.append(
        Agreed(
            entry=about.entry,
            is_new=about.is_new,
            change=change,
            before=now,
            file=about.line.row.file,
            at=cell.at,
        )
    )


def _entry(line: Line, heard: Heard) -> CoachingEntry | None:
    """The entry that a row is about, or a new one; None where that cannot be told, which is."""
    if line.entry is not None:
        return line.entry
    row = line.row
    if row.entry or row.last_change:
        what = f"entry '{brief(row.entry)}'" if row.entry else "entry about this"
        message = f"there is no {what} in this project's coaching log"
        heard.wrong.append(Problem(source=line.at, message=message, hint=EXPORT_ANEW))
        return None
    agents = line.log.called(row.agent)
    if len(agents) != 1:
        what = "several agents are" if agents else "no agent is"
        message = f"{what} called '{brief(row.agent)}'"
        heard.wrong.append(Problem(source=line.at, message=message, hint="name the agent's id"))
        return None
    return _opened_before(line.new_entry(agents[0]), line, heard)


def _opened_before(new: CoachingEntry, line: Line, heard: Heard) -> CoachingEntry | None:
    """The new entry, or the same of an earlier import; None where others opened the topic."""
    earlier = next((entry for entry in line.log.entries if entry.id == new.id), None)
    if earlier is not None:
        return earlier
    opened = {item.entry.id: item for item in reversed(heard.agreed) if item.is_new}
    if new.id in opened:  # by another row of this workbook
        return new
    entries = (*line.log.entries, *(item.entry for item in opened.values()))
    other = open_about(entries, new.agent_id, new.topic)
    if other is None:
        return new
    message = f"'{other.topic}' is open already as {other.id}, by {other.opened_by}"
    hint = EXPORT_ANEW
    if other.id in opened:
        message = f"{opened[other.id].at} opens '{other.topic}' too"
        hint = "say it in one of them, and empty the other"
    heard.conflicts.append(Problem(source=line.at, message=message, hint=hint))
    return None
