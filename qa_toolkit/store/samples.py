"""Samples with their manifests, in the order in which they were drawn."""

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.dialects.sqlite import insert

from qa_toolkit.domain.sample import Sample
from qa_toolkit.store import tables
from qa_toolkit.store.database import Database, now
from qa_toolkit.store.records import SAMPLE

_COLUMNS = tables.samples.c


def add(database: Database, sample: Sample) -> None:
    """Keep a sample as the latest; the same draw again takes the place of the one before."""
    with database.writing() as connection:
        latest = connection.execute(select(func.max(_COLUMNS.number))).scalar() or 0
        values = {"number": latest + 1, "payload": SAMPLE.dump(sample), "drawn_at": now()}
        connection.execute(
            insert(tables.samples)
            .values(id=sample.id, **values)
            .on_conflict_do_update(index_elements=["id"], set_=values)
        )


def get(database: Database, sample_id: str = "") -> Sample | None:
    """A sample by id, or the one drawn last; None when there is none."""
    query = select(_COLUMNS.payload).order_by(_COLUMNS.number.desc())
    if sample_id:
        query = query.where(_COLUMNS.id == sample_id)
    row = database.first(query)
    return None if row is None else SAMPLE.load(row.payload)


def all_of(database: Database) -> Iterator[Sample]:
    """Every sample, in the order in which they were drawn."""
    query = select(_COLUMNS.payload).order_by(_COLUMNS.number)
    return (SAMPLE.load(row.payload) for row in database.rows(query))
