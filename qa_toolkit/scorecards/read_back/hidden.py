"""The hidden sheets: what the workbook was made from, and which ids stand behind names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from qa_toolkit.errors import UsageError
from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.excel.digest import digest
from qa_toolkit.scorecards.read_back.values import Manifest
from qa_toolkit.workbooks.cells import Value, index_of
from qa_toolkit.workbooks.places import Notes
from qa_toolkit.workbooks.plain import text_of
from qa_toolkit.workbooks.sheets import Book, Row, Sheet

_ANEW = "export a new workbook and take the changes over: qa export"
_MOST_COLUMNS = len(layout.LIST_NAMES) + 2
"""Of Lists: names, and for agents and topics their ids."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """What the hidden sheets say.

    Attributes:
        agents, topics: id by the name that drop-downs offer, in lower case.
        sheets: the hidden sheets, which are not looked at again.
    """

    manifest: Manifest
    agents: Mapping[str, str] = field(default_factory=dict)
    topics: Mapping[str, str] = field(default_factory=dict)
    sheets: frozenset[str] = frozenset()


def read_hidden(book: Book, notes: Notes) -> Hidden:
    """Find the hidden sheets by what stands in them, whatever they are called now.

    Raises:
        UsageError: there is no manifest: the workbook is not one of an export.
    """
    source = book.package.source
    found = {_kind(next(book.rows(sheet), None)): sheet for sheet in reversed(book.sheets)}
    if layout.MANIFEST not in found:
        raise UsageError(
            f"{source}: it is not a workbook of qa export: its hidden sheet Manifest is missing",
            hint="import the workbook that qa export wrote, saved as .xlsx",
        )
    rows = {
        name: [_values(row) for row in book.rows(found[name])]
        for name in (layout.MANIFEST, layout.LISTS)
        if name in found
    }
    rows[layout.MANIFEST], seal = _unsealed(rows[layout.MANIFEST])
    facts, ratings = _facts(rows[layout.MANIFEST])
    if facts.get("format") != str(layout.FORMAT):
        made_by = facts.get("made by") or "another version"
        raise UsageError(
            f"{source}: it was made by {made_by} in layout {facts.get('format') or 'none'}; "
            f"this version reads layout {layout.FORMAT}",
            hint=_ANEW,
        )
    if digest(rows) != seal:
        notes.add(
            _which(found), "a hidden sheet was edited, so that nothing can be told by it", _ANEW
        )
    lists = rows.get(layout.LISTS, [])
    return Hidden(
        manifest=_manifest(facts, ratings, seal),
        agents=_ids(lists, layout.LIST_AGENTS, layout.LIST_AGENT_IDS),
        topics=_ids(lists, layout.LIST_TOPICS, layout.LIST_TOPIC_IDS),
        sheets=frozenset(found[name].part for name in rows),
    )


def _kind(first: Row | None) -> str:
    """Which hidden sheet begins with this row; empty for none of them."""
    texts = set(first.texts().values()) if first else set()
    if layout.MANIFEST_KEYS[0] in texts and len(texts) <= 2:
        return layout.MANIFEST
    return layout.LISTS if {layout.LIST_LEVELS, layout.LIST_CAUSES} <= texts else ""


def _which(found: Mapping[str, Sheet]) -> str:
    return " or ".join(sheet.name for name, sheet in found.items() if name)


def _unsealed(rows: list[list[Value]]) -> tuple[list[list[Value]], str]:
    """The rows of Manifest without the last one, and the digest that stands in that."""
    filled = [row for row in rows if any(map(text_of, row))]
    last = filled[-1] if filled else []
    if len(last) < 2 or text_of(last[0]) != layout.DIGEST:
        return filled, ""
    return filled[:-1], text_of(last[1])


def _facts(rows: Iterable[Sequence[Value]]) -> tuple[dict[str, str], dict[str, str]]:
    """What stands above the table of interactions, by its key; and the table, by interaction.

    Interactions may be called anything, also as a key is.
    """
    head = (layout.INTERACTION, layout.RATINGS_HASH)
    pairs = [(text_of(row[0]), text_of(row[1])) for row in rows if len(row) > 1]
    start = pairs.index(head) if head in pairs else len(pairs)
    return dict(pairs[:start]), dict(pairs[start + 1 :])


def _manifest(facts: Mapping[str, str], ratings: Mapping[str, str], seal: str) -> Manifest:
    return Manifest(
        rubric_id=facts.get("rubric", ""),
        rubric_version=facts.get("rubric version", ""),
        rubric_hash=facts.get("rubric hash", ""),
        sample=facts.get("sample", ""),
        ratings=ratings,
        seal=seal,
    )


def _ids(lists: Sequence[Sequence[Value]], names: str, ids: str) -> dict[str, str]:
    """Ids by names, from the two columns of Lists that are headed so."""
    head = list(lists[0]) if lists else []
    if names not in head or ids not in head:
        return {}
    here, there = head.index(names), head.index(ids)
    pairs = (
        (text_of(row[here]), text_of(row[there]))
        for row in lists[1:]
        if len(row) > max(here, there)
    )
    return {name.casefold(): known for name, known in pairs if name}


def _values(row: Row) -> list[Value]:
    """The values of a row from column A to its last cell, of the columns that were written."""
    places = {index_of(letters): letters for letters in row.letters()}
    last = max((number for number in places if number < _MOST_COLUMNS), default=-1)
    return [
        row.cell(places[number]).value if number in places else None for number in range(last + 1)
    ]
