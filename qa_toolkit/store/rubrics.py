"""The text of every rubric that made a scorecard, so that it can be read years later."""

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from qa_toolkit.store import tables
from qa_toolkit.store.database import Database, now

_COLUMNS = tables.rubrics.c


def add(database: Database, *, rubric_hash: str, rubric_id: str, version: str, text: str) -> None:
    """Keep a rubric's text under the hash of its meaning; the first text stays."""
    with database.writing() as connection:
        put(connection, rubric_hash=rubric_hash, rubric_id=rubric_id, version=version, text=text)


def put(
    connection: Connection, *, rubric_hash: str, rubric_id: str, version: str, text: str
) -> None:
    """Do what `add` does within a transaction."""
    connection.execute(
        insert(tables.rubrics)
        .values(
            hash=rubric_hash,
            rubric_id=rubric_id,
            version=version,
            text=text,
            first_used_at=now(),
        )
        .on_conflict_do_nothing()
    )


def texts(database: Database, rubric_id: str) -> dict[str, str]:
    """The texts of all rubrics of one id that made a scorecard, by hash."""
    query = select(_COLUMNS.hash, _COLUMNS.text).where(_COLUMNS.rubric_id == rubric_id)
    return {row.hash: row.text for row in database.rows(query)}


def text_of(database: Database, rubric_hash: str) -> str:
    """The text of one rubric; empty where none is kept."""
    row = database.first(select(_COLUMNS.text).where(_COLUMNS.hash == rubric_hash))
    return "" if row is None else str(row.text)
