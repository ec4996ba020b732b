"""Scorecards: appended, never changed; the database itself refuses."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from qa_toolkit.domain.scorecard import Scorecard
from qa_toolkit.store import tables
from qa_toolkit.store.database import Database, now
from qa_toolkit.store.records import SCORECARD

_COLUMNS = tables.scorecards.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a scorecard is made of: where all of this is equal, so is the scorecard."""

    interaction_id: str
    transcript_key: str
    rubric_hash: str
    evaluator: str
    sample_id: str


def add(database: Database, scored: Sequence[tuple[Made, Scorecard]]) -> None:
    """Append scorecards in one transaction; one that was made before stays as it is."""
    with database.writing() as connection:
        for made, scorecard in scored:
            connection.execute(
                insert(tables.scorecards)
                .values(
                    interaction_id=made.interaction_id,
                    transcript_key=made.transcript_key,
                    rubric_hash=made.rubric_hash,
                    evaluator=made.evaluator,
                    sample_id=made.sample_id,
                    outcome=scorecard.outcome.value,
                    payload=SCORECARD.dump(scorecard),
                    scored_at=now(),
                )
                .on_conflict_do_nothing()
            )


def get(database: Database, made: Made) -> Scorecard | None:
    """The scorecard made of exactly this; None when it is still to be made."""
    row = database.first(
        select(_COLUMNS.payload).where(
            _COLUMNS.interaction_id == made.interaction_id,
            _COLUMNS.transcript_key == made.transcript_key,
            _COLUMNS.rubric_hash == made.rubric_hash,
            _COLUMNS.evaluator == made.evaluator,
            _COLUMNS.sample_id == made.sample_id,
        )
    )
    return None if row is None else SCORECARD.load(row.payload)


def all_made(database: Database) -> frozenset[Made]:
    """What every scorecard there is was made of."""
    query = select(
        _COLUMNS.interaction_id,
        _COLUMNS.transcript_key,
        _COLUMNS.rubric_hash,
        _COLUMNS.evaluator,
        _COLUMNS.sample_id,
    )
    return frozenset(Made(**row._mapping) for row in database.rows(query))  # noqa: SLF001 - SQLAlchemy's public name


def latest_outcomes(database: Database) -> dict[str, str]:
    """The outcome of the scorecard made last for each interaction."""
    query = select(_COLUMNS.interaction_id, _COLUMNS.outcome).order_by(_COLUMNS.number)
    return {row.interaction_id: row.outcome for row in database.rows(query)}
