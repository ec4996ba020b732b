"""The text of every rubric that made a scorecard, so that it can be read years later."""

from sqlalchemy.dialects.sqlite import insert

from qa_toolkit.store import tables
from qa_toolkit.store.database import Database, now


def add(database: Database, *, rubric_hash: str, rubric_id: str, version: str, text: str) -> None:
    """Keep a rubric's text under the hash of its meaning; the first text stays."""
    with database.writing() as connection:
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
