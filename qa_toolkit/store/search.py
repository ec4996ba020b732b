"""Words looked for in all transcripts in use, by SQLite's full-text index (FTS5)."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Select, column, func, literal_column, select, table

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.store import tables
from qa_toolkit.store.database import Database
from qa_toolkit.store.records import INTERACTION

_INTERACTIONS = tables.interactions.c
_TURNS = tables.turns.c
_INDEX = table("turns_text", column("rowid"), column("text"))
# SQLite's functions and MATCH name the index itself
_NAME: Any = literal_column("turns_text")
_OPEN, _CLOSE = "\x02", "\x03"
"""Around each word that was looked for; no transcript holds such characters."""
_SNIPPET_WORDS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A turn that holds what was looked for.

    Attributes:
        turn: its index in the transcript.
        speaker: the role that says it.
        pieces: a stretch of its text, cut before and after each word that was looked for; every
            second piece, from index 1 on, is such a word or several in a row.
        rank: BM25; the smaller, the better the turn fits.
    """

    interaction: Interaction
    turn: int
    speaker: str
    start_s: float | None
    pieces: tuple[str, ...]
    rank: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which turns to look at; None asks for nothing.

    Attributes:
        agents: ids.
        since: the interaction began then or later.
        before: it began earlier.
    """

    agents: Collection[str] | None = None
    speaker: str | None = None
    since: datetime | None = None
    before: datetime | None = None


def find(
    database: Database, expression: str, wanted: Filter, limit: int
) -> tuple[int, tuple[Hit, ...]]:
    """How many turns match, and the best of them, at most `limit`.

    Args:
        database: the project's.
        expression: in FTS5's own syntax, which the caller vouches for.
        wanted: which turns to look at.
        limit: the most hits to give.
    """
    matching = _matching(wanted, expression)
    counted = database.first(matching.with_only_columns(func.count()))
    query = (
        matching.with_only_columns(
            _INTERACTIONS.payload,
            _TURNS.number,
            _TURNS.speaker,
            _TURNS.start_s,
            func.snippet(_NAME, 0, _OPEN, _CLOSE, "…", _SNIPPET_WORDS).label("snippet"),
            func.bm25(_NAME).label("rank"),
        )
        .order_by(literal_column("rank"), _TURNS.interaction_id, _TURNS.number)
        .limit(limit)
    )
    return (counted[0] if counted else 0), tuple(map(_hit, database.rows(query)))


def agents(database: Database) -> Iterator[tuple[str, str]]:
    """The id and name of every agent, one pair for each name an id has had."""
    name = func.json_extract(_INTERACTIONS.payload, "$.agent.name").label("name")
    for row in database.rows(select(_INTERACTIONS.agent_id, name).distinct()):
        yield row.agent_id, row.name or ""


def _matching(wanted: Filter, expression: str) -> Select[Any]:
    query = (
        select()
        .select_from(_INDEX)
        .join(tables.turns, _TURNS.id == _INDEX.c.rowid)
        .join(tables.interactions, _INTERACTIONS.id == _TURNS.interaction_id)
        .where(_NAME.op("MATCH")(expression))
    )
    if wanted.agents is not None:
        query = query.where(_INTERACTIONS.agent_id.in_(wanted.agents))
    if wanted.speaker is not None:
        query = query.where(_TURNS.speaker == wanted.speaker)
    began = func.julianday(func.json_extract(_INTERACTIONS.payload, "$.started_at"))
    if wanted.since is not None:
        query = query.where(began >= func.julianday(wanted.since.isoformat()))
    if wanted.before is not None:
        query = query.where(began < func.julianday(wanted.before.isoformat()))
    return query


def _hit(row: Any) -> Hit:
    return Hit(
        interaction=INTERACTION.load(row.payload),
        turn=row.number,
        speaker=row.speaker,
        start_s=row.start_s,
        pieces=_pieces(row.snippet),
        rank=row.rank,
    )


def _pieces(snippet: str) -> tuple[str, ...]:
    before, *marked = snippet.split(_OPEN)
    pieces: list[str] = [before]
    for part in marked:
        word, _, after = part.partition(_CLOSE)
        pieces += (word, after)
    return tuple(pieces)
