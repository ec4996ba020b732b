"""Transcripts, each under the key of what made it, so that nothing is transcribed twice."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert

from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.store import left_out, tables
from qa_toolkit.store.database import Database, now
from qa_toolkit.store.records import TRANSCRIPT

_COLUMNS = tables.transcripts.c
_INTERACTIONS = tables.interactions.c


def add(database: Database, key: str, transcript: Transcript) -> None:
    """Keep a transcript as the one to be scored; a failure recorded before it is forgotten."""
    with database.writing() as connection:
        put(connection, key, transcript)


def put(connection: Connection, key: str, transcript: Transcript) -> None:
    """Do what `add` does within a transaction; the one made by the same key stays."""
    connection.execute(
        insert(tables.transcripts)
        .values(
            interaction_id=transcript.interaction_id,
            key=key,
            payload=TRANSCRIPT.dump(transcript),
            made_at=now(),
        )
        .on_conflict_do_nothing()
    )
    _use(connection, transcript.interaction_id, key)
    left_out.forget_failure(connection, transcript.interaction_id)


def found_keys(database: Database) -> dict[str, str]:
    """The key of the transcript that was found beside its recording, by interaction."""
    query = select(_INTERACTIONS.id, _INTERACTIONS.found_key).where(
        _INTERACTIONS.found_key.is_not(None)
    )
    return {row.id: row.found_key for row in database.rows(query)}


def key_of_found(transcript: Transcript) -> str:
    """The key of a transcript that was found beside its recording: the same for the same words."""
    payload = TRANSCRIPT.dump(replace(transcript, interaction_id=""))
    text = json.dumps(payload, sort_keys=True)
    return f"found-{hashlib.blake2b(text.encode(), digest_size=16).hexdigest()}"


def use(database: Database, keys: Mapping[str, str | None]) -> None:
    """Say which transcript of each interaction is the one to be scored; None for none yet.

    With a transcript to be scored, a failure recorded before is forgotten.
    """
    known = current_keys(database)
    with database.writing() as connection:
        for interaction_id, key in keys.items():
            if known.get(interaction_id) != key:
                _use(connection, interaction_id, key)
            if key is not None:
                left_out.forget_failure(connection, interaction_id)


def current(database: Database, interaction_id: str) -> tuple[str, Transcript] | None:
    """The transcript to be scored with its key; None as long as there is none."""
    row = database.first(
        select(_COLUMNS.key, _COLUMNS.payload)
        .join(tables.interactions, _INTERACTIONS.id == _COLUMNS.interaction_id)
        .where(
            _COLUMNS.interaction_id == interaction_id,
            _COLUMNS.key == _INTERACTIONS.transcript_key,
        )
    )
    return None if row is None else (row.key, TRANSCRIPT.load(row.payload))


def current_keys(database: Database) -> dict[str, str]:
    """The key of the transcript to be scored, by interaction; without those that have none."""
    query = select(_INTERACTIONS.id, _INTERACTIONS.transcript_key).where(
        _INTERACTIONS.transcript_key.is_not(None)
    )
    return {row.id: row.transcript_key for row in database.rows(query)}


def made(database: Database) -> frozenset[tuple[str, str]]:
    """The interaction and key of every transcript there is."""
    rows = database.rows(select(_COLUMNS.interaction_id, _COLUMNS.key))
    return frozenset((row.interaction_id, row.key) for row in rows)


def _use(connection: Connection, interaction_id: str, key: str | None) -> None:
    connection.execute(
        update(tables.interactions)
        .where(_INTERACTIONS.id == interaction_id)
        .values(transcript_key=key)
    )
