"""Interactions as they were found, and what an import changed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from qa_toolkit.domain.interaction import AgentRef, Interaction
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.store import tables, transcripts
from qa_toolkit.store.database import Database, now
from qa_toolkit.store.records import INTERACTION

_COLUMNS = tables.interactions.c


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportCounts:
    """What an import changed.

    Attributes:
        new: interactions not seen before.
        changed: ids known before whose content is another now.
        unchanged: interactions known with this content.
    """

    new: int = 0
    changed: tuple[str, ...] = ()
    unchanged: int = 0

    def plus(self, other: "ImportCounts") -> "ImportCounts":
        """Both together."""
        return ImportCounts(
            new=self.new + other.new,
            changed=self.changed + other.changed,
            unchanged=self.unchanged + other.unchanged,
        )


def add(database: Database, found: Sequence[tuple[Interaction, Transcript | None]]) -> ImportCounts:
    """Keep interactions, with the transcripts that came with them, in one transaction.

    A written contact's transcript is its content. One that was found beside a recording can change
    or go while the recording stays.
    """
    counts = ImportCounts()
    with database.writing() as connection:
        for interaction, transcript in found:
            beside = transcript is not None and interaction.recording is not None
            key = transcripts.key_of_found(transcript) if beside and transcript else None
            counts = counts.plus(_add_one(connection, interaction, key))
            if transcript is not None:
                own = replace(transcript, interaction_id=interaction.id)
                transcripts.put(connection, key or interaction.content_hash, own)
    return counts


def put(connection: Connection, interaction: Interaction, transcript: Transcript) -> None:
    """Keep one interaction with its words within a transaction, as `add` does."""
    _add_one(connection, interaction, None)
    transcripts.put(connection, interaction.content_hash, transcript)


def all_of(database: Database) -> Iterator[Interaction]:
    """All interactions by id."""
    query = select(_COLUMNS.payload).order_by(_COLUMNS.id)
    return (INTERACTION.load(row.payload) for row in database.rows(query))


def get(database: Database, interaction_id: str) -> Interaction | None:
    """One interaction; None when the project does not know it."""
    row = database.first(select(_COLUMNS.payload).where(_COLUMNS.id == interaction_id))
    return None if row is None else INTERACTION.load(row.payload)


def by_id(database: Database) -> dict[str, tuple[str, str]]:
    """The content hash and the source of every interaction, by id."""
    query = select(_COLUMNS.id, _COLUMNS.content_hash, _COLUMNS.source)
    return {row.id: (row.content_hash, row.source) for row in database.rows(query)}


def agent_ids(database: Database) -> dict[str, str]:
    """The id of the agent of every interaction, by the interaction's."""
    query = select(_COLUMNS.id, _COLUMNS.agent_id)
    return {row.id: row.agent_id for row in database.rows(query)}


def recordings(database: Database) -> dict[str, Interaction]:
    """Each recorded interaction, by the hash of its recording."""
    calls = select(_COLUMNS.payload).where(_COLUMNS.is_recorded)
    found = (INTERACTION.load(row.payload) for row in database.rows(calls))
    return {interaction.content_hash: interaction for interaction in found}


def staged(database: Database) -> tuple[Interaction, ...]:
    """The interactions that were mystery shops, by id."""
    shop = func.json_extract(_COLUMNS.payload, "$.shop.id")
    query = select(_COLUMNS.payload).where(shop.is_not(None)).order_by(_COLUMNS.id)
    return tuple(INTERACTION.load(row.payload) for row in database.rows(query))


def agents(database: Database) -> tuple[AgentRef, ...]:
    """Every agent by id, once for each name and team that an interaction gives them."""
    own = func.json_extract(_COLUMNS.payload, "$.agent.name").label("name")
    team = func.json_extract(_COLUMNS.payload, "$.agent.team").label("team")
    query = select(_COLUMNS.agent_id, own, team).distinct().order_by(_COLUMNS.agent_id, own, team)
    return tuple(
        AgentRef(id=row.agent_id, name=row.name or "", team=row.team or "")
        for row in database.rows(query)
    )


def customers(database: Database) -> tuple[str, ...]:
    """Every customer that an interaction names."""
    name = func.json_extract(_COLUMNS.payload, "$.customer").label("name")
    rows = database.rows(select(name).distinct().order_by(name))
    return tuple(row.name for row in rows if row.name)


def _add_one(
    connection: Connection, interaction: Interaction, found_key: str | None
) -> ImportCounts:
    query = select(_COLUMNS.content_hash, _COLUMNS.transcript_key, _COLUMNS.found_key).where(
        _COLUMNS.id == interaction.id
    )
    row = connection.execute(query).first()
    known = row and row.content_hash
    values: dict[str, object] = {
        "agent_id": interaction.agent.id,
        "channel": interaction.channel.value,
        "source": interaction.source,
        "is_recorded": interaction.recording is not None,
        "content_hash": interaction.content_hash,
        "found_key": found_key,
        "payload": INTERACTION.dump(interaction),
    }
    found_is_gone = row and found_key is None and row.transcript_key == row.found_key
    if known != interaction.content_hash or found_is_gone:
        values["transcript_key"] = None
    connection.execute(
        insert(tables.interactions)
        .values(id=interaction.id, imported_at=now(), **values)
        .on_conflict_do_update(index_elements=["id"], set_=values)
    )
    if known is None:
        return ImportCounts(new=1)
    if known == interaction.content_hash:
        return ImportCounts(unchanged=1)
    return ImportCounts(changed=(interaction.id,))
