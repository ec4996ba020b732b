"""What was agreed: rows of the coaching log, and the input cells of the agents' sheets."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from qa_toolkit.domain.coaching import CoachingField
from qa_toolkit.domain.said import MOST_NAME
from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.read_back.hidden import Hidden
from qa_toolkit.scorecards.read_back.plain import number_of, status_of
from qa_toolkit.scorecards.read_back.values import CoachingRow, Said
from qa_toolkit.workbooks.cells import Value, shifted
from qa_toolkit.workbooks.places import Columns, Notes, address, typed, words
from qa_toolkit.workbooks.plain import day_of
from qa_toolkit.workbooks.sheets import Row

KNOWN_BY = (layout.ENTRY, layout.LAST_CHANGE)
"""A row with these headings is the heading of the table; people rarely touch either."""
NEEDED = (
    layout.ENTRY,
    layout.AGENT,
    layout.TOPIC,
    *layout.COACHING_FIELDS,
    layout.LAST_CHANGE,
)
Reader = Callable[[Value], str]
_NUMBER = re.compile("[0-9]{1,18}")


def readers(*, from_1904: bool) -> Mapping[CoachingField, Reader]:
    """How the text of each field is read from what was typed."""
    day = partial(day_of, from_1904=from_1904)
    return {
        CoachingField.ACTION: words(),
        CoachingField.FOLLOW_UP: day,
        CoachingField.COACH: words(MOST_NAME),
        CoachingField.ACKNOWLEDGED: day,
        CoachingField.DISPUTE: words(),
        CoachingField.STATUS: status_of,
        CoachingField.NOTE: words(),
    }


def log_rows(
    columns: Columns, row: Row, hidden: Hidden, how: Mapping[CoachingField, Reader]
) -> Iterator[CoachingRow]:
    """The row, if anything stands in it; what is wrong is noted."""
    entry, agent = (columns.text(row, heading) for heading in (layout.ENTRY, layout.AGENT))
    topic = columns.typed(row, layout.TOPIC, words(MOST_NAME))
    said = {
        known: Said(text=text, at=columns.at(row, heading))
        for heading, known in layout.COACHING_FIELDS.items()
        if (text := columns.typed(row, heading, how[known])) is not None
    }
    status = CoachingField.STATUS
    anything = [topic, *(item.text for known, item in said.items() if known is not status)]
    if not entry and not any(anything):
        return  # a line for a new entry that nobody has filled in
    if not entry and not (agent and topic):
        missing = layout.TOPIC if agent else layout.AGENT
        columns.notes.add(
            columns.at(row, missing), "it is empty", "a new entry needs an agent and a topic"
        )
        return
    last_change = columns.typed(row, layout.LAST_CHANGE, number_of)
    if last_change is not None and topic is not None:
        yield CoachingRow(
            file=columns.notes.file,
            entry=entry,
            agent=hidden.agents.get(agent.casefold(), agent),
            criterion=hidden.topics.get(topic.casefold(), ""),
            topic=topic,
            last_change=last_change,
            said=said,
            at=columns.at(row, layout.TOPIC),
        )


def agent_cells(
    sheet: str, row: Row, notes: Notes, how: Mapping[CoachingField, Reader]
) -> Iterator[CoachingRow]:
    """The input cells of a row of an agent's sheet, known by the keys in the hidden column."""
    for letters, text in row.texts().items():
        key = _key(text)
        if key is None:
            continue
        known, agent, criterion, last_change = key
        input_at = shifted(letters, layout.AGENT_KEYS, layout.AGENT_INPUTS)
        at = address(sheet, input_at, row.number)
        said = typed(notes, at, row, input_at, how[known])
        if said is not None:
            yield CoachingRow(
                file=notes.file,
                entry="",
                agent=agent,
                criterion=criterion,
                topic="",
                last_change=last_change,
                said={known: Said(text=said, at=at)},
                at=at,
            )


def joined(rows: Iterable[CoachingRow]) -> tuple[CoachingRow, ...]:
    """The cells of one agent's sheet, one value for each topic."""
    found: dict[tuple[str, str, int], CoachingRow] = {}
    for row in rows:
        key = (row.agent, row.criterion, row.last_change)
        earlier = found.get(key)
        found[key] = row if earlier is None else replace(earlier, said={**earlier.said, **row.said})
    return tuple(found.values())


def _key(text: str) -> tuple[CoachingField, str, str, int] | None:
    """Field, agent, criterion and last change; None for text that is no key of ours."""
    parts = text.split("\t")
    if len(parts) < 4 or parts[0] not in set(CoachingField) or not _NUMBER.fullmatch(parts[-1]):
        return None
    return CoachingField(parts[0]), "\t".join(parts[1:-2]), parts[-2], int(parts[-1])
