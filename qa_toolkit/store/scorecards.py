"""Scorecards: appended, never changed; the database itself refuses."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, and_, null, or_, select
from sqlalchemy.dialects.sqlite import insert

from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.scorecard import Scorecard, Scored
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.store import tables
from qa_toolkit.store.database import Database, batches, now
from qa_toolkit.store.records import INTERACTION, SCORECARD, TRANSCRIPT

SHOPPER = "shopper "
"""How the evaluator begins where a mystery shopper rated, followed by the shopper's id."""

_COLUMNS = tables.scorecards.c
_INTERACTIONS = tables.interactions.c
_TRANSCRIPTS = tables.transcripts.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a scorecard is made of: where all of this is equal, so is the scorecard."""

    interaction_id: str
    transcript_key: str
    rubric_hash: str
    evaluator: str
    channel: str
    facts: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    """What the machine said last of an interaction, and by which rubric."""

    outcome: str
    rubric_hash: str


def add(database: Database, scored: Sequence[tuple[Made, Scorecard]]) -> None:
    """Append scorecards in one transaction; one that was made before stays as it is."""
    with database.writing() as connection:
        for made, scorecard in scored:
            put(connection, made, scorecard)


def put(connection: Connection, made: Made, scorecard: Scorecard) -> None:
    """Append one scorecard within a transaction, as `add` does."""
    connection.execute(
        insert(tables.scorecards)
        .values(
            interaction_id=made.interaction_id,
            transcript_key=made.transcript_key,
            rubric_hash=made.rubric_hash,
            evaluator=made.evaluator,
            channel=made.channel,
            facts=made.facts,
            outcome=scorecard.outcome.value,
            payload=SCORECARD.dump(scorecard),
            scored_at=now(),
        )
        .on_conflict_do_nothing()
    )


def all_made(database: Database) -> frozenset[Made]:
    """What every scorecard there is was made of."""
    query = select(
        _COLUMNS.interaction_id,
        _COLUMNS.transcript_key,
        _COLUMNS.rubric_hash,
        _COLUMNS.evaluator,
        _COLUMNS.channel,
        _COLUMNS.facts,
    )
    return frozenset(Made(**row._mapping) for row in database.rows(query))  # noqa: SLF001 - SQLAlchemy's public name


def current(
    database: Database,
    ids: Collection[str],
    *,
    rubric_hash: str,
    evaluator: str,
    facts_of: Callable[[Interaction], str] = lambda _: "",
    words: bool = True,
) -> Iterator[Scored]:
    """The scorecards of these interactions as they are now, under one rubric, by id.

    A mystery shop's was made once, by its shopper, when the shop became final: it is given whoever
    rates now, and whatever facts mean by now.

    Args:
        database: holds them.
        ids: the interactions.
        rubric_hash: the rubric.
        evaluator: who rates what was not staged.
        facts_of: what the rubric asks of an interaction's facts now, as in `Made.facts`.
        words: whether transcripts are wanted, which are most of what is read; else they are empty.
    """
    transcript = _TRANSCRIPTS.payload if words else null()
    query = (
        select(
            _INTERACTIONS.payload.label("interaction"),
            transcript.label("transcript"),
            _COLUMNS.payload.label("scorecard"),
            _COLUMNS.facts,
        )
        .join(
            tables.transcripts,
            and_(
                _TRANSCRIPTS.interaction_id == _INTERACTIONS.id,
                _TRANSCRIPTS.key == _INTERACTIONS.transcript_key,
            ),
        )
        .join(
            tables.scorecards,
            and_(
                _COLUMNS.interaction_id == _INTERACTIONS.id,
                _COLUMNS.transcript_key == _INTERACTIONS.transcript_key,
                _COLUMNS.channel == _INTERACTIONS.channel,
            ),
        )
        .where(
            _COLUMNS.rubric_hash == rubric_hash,
            or_(_COLUMNS.evaluator == evaluator, _COLUMNS.evaluator.startswith(SHOPPER)),
        )
        .order_by(_INTERACTIONS.id)
    )
    for some in batches(ids):
        for row in database.rows(query.where(_INTERACTIONS.id.in_(some))):
            interaction = INTERACTION.load(row.interaction)
            if not interaction.staged and row.facts != facts_of(interaction):
                continue
            yield Scored(
                interaction=interaction,
                transcript=TRANSCRIPT.load(row.transcript)
                if words
                else Transcript(interaction_id=interaction.id, turns=()),
                scorecard=SCORECARD.load(row.scorecard),
            )


def latest(database: Database) -> dict[str, Latest]:
    """The scorecard made last of each interaction's present words, by interaction."""
    query = (
        select(_COLUMNS.interaction_id, _COLUMNS.outcome, _COLUMNS.rubric_hash)
        .join(tables.interactions, _INTERACTIONS.id == _COLUMNS.interaction_id)
        .where(_COLUMNS.transcript_key == _INTERACTIONS.transcript_key)
        .order_by(_COLUMNS.number)
    )
    return {
        row.interaction_id: Latest(outcome=row.outcome, rubric_hash=row.rubric_hash)
        for row in database.rows(query)
    }
