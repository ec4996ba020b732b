"""Commitments as read from transcripts, and the verdicts on them, which are only added."""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, and_, delete, func, insert, select
from sqlalchemy.dialects.sqlite import insert as upsert

from qa_toolkit.domain.commitment import Commitment, Resolution
from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.phrase import plain
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.store import tables
from qa_toolkit.store.database import Database, batches, now
from qa_toolkit.store.records import COMMITMENT, INTERACTION, RESOLUTION, TRANSCRIPT

_COLUMNS = tables.commitments.c
_READINGS = tables.commitment_readings.c
_VERDICTS = tables.commitment_verdicts.c
_INTERACTIONS = tables.interactions.c
_TRANSCRIPTS = tables.transcripts.c
_ID_BYTES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What commitments were read from, by which reader and clock: equal readings find the same.

    Attributes:
        reader: the toolkit with its version.
        clock: the start of the interaction in the zone that due times are told in; empty without.
    """

    interaction_id: str
    transcript_key: str
    reader: str
    clock: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A commitment with its interaction and all that was said about it, the oldest first."""

    id: str
    commitment: Commitment
    interaction: Interaction
    history: tuple[Resolution, ...] = ()


def readings(database: Database) -> frozenset[Reading]:
    """The last reading of every interaction that was read."""
    query = select(
        _READINGS.interaction_id, _READINGS.transcript_key, _READINGS.reader, _READINGS.clock
    )
    return frozenset(Reading(**row._mapping) for row in database.rows(query))  # noqa: SLF001 - SQLAlchemy's public name


def put(database: Database, read: Sequence[tuple[Reading, Sequence[Commitment]]]) -> None:
    """Keep what was read from transcripts, in one transaction, in place of an earlier reading.

    A commitment found again keeps its verdicts, also from another transcript. One that is no longer
    found goes, unless somebody has said something about it.
    """
    with database.writing() as connection:
        for reading, found in read:
            _put_one(connection, reading, found)


def current(database: Database) -> Iterator[Kept]:
    """The commitments in the present words of every interaction, by interaction."""
    query = (
        select(_COLUMNS.id, _COLUMNS.payload, _INTERACTIONS.payload.label("interaction"))
        .join(
            tables.interactions,
            and_(
                _INTERACTIONS.id == _COLUMNS.interaction_id,
                _INTERACTIONS.transcript_key == _COLUMNS.transcript_key,
            ),
        )
        .order_by(_COLUMNS.interaction_id, _COLUMNS.id)
    )
    histories = _histories(database)
    for row in database.rows(query):
        yield Kept(
            id=row.id,
            commitment=COMMITMENT.load(row.payload),
            interaction=INTERACTION.load(row.interaction),
            history=histories.get(row.id, ()),
        )


def resolve(database: Database, resolved: Iterable[tuple[str, Resolution]]) -> None:
    """Add verdicts to commitments, by id, in one transaction."""
    with database.writing() as connection:
        for commitment_id, resolution in resolved:
            payload = RESOLUTION.dump(replace(resolution, made_at=now()))
            connection.execute(
                insert(tables.commitment_verdicts).values(
                    commitment_id=commitment_id, payload=payload
                )
            )


def interactions_by_customer(database: Database, customers: Container[str]) -> dict[str, list[str]]:
    """The ids of all interactions of some customers."""
    customer = func.json_extract(_INTERACTIONS.payload, "$.customer").label("customer")
    found: dict[str, list[str]] = defaultdict(list)
    for row in database.rows(select(_INTERACTIONS.id, customer).order_by(_INTERACTIONS.id)):
        if row.customer in customers:
            found[row.customer].append(row.id)
    return found


def with_words(
    database: Database, ids: Sequence[str]
) -> Iterator[tuple[Interaction, Transcript | None]]:
    """Interactions by id, each with its present words where it has any."""
    query = select(_INTERACTIONS.payload, _TRANSCRIPTS.payload.label("transcript")).outerjoin(
        tables.transcripts,
        and_(
            _TRANSCRIPTS.interaction_id == _INTERACTIONS.id,
            _TRANSCRIPTS.key == _INTERACTIONS.transcript_key,
        ),
    )
    for some in batches(ids):
        for row in database.rows(query.where(_INTERACTIONS.id.in_(some))):
            transcript = None if row.transcript is None else TRANSCRIPT.load(row.transcript)
            yield INTERACTION.load(row.payload), transcript


def _put_one(connection: Connection, reading: Reading, found: Sequence[Commitment]) -> None:
    kept = dict(zip(_ids(reading.interaction_id, found), found, strict=True))
    judged = select(_VERDICTS.commitment_id)
    connection.execute(
        delete(tables.commitments).where(
            _COLUMNS.interaction_id == reading.interaction_id,
            _COLUMNS.id.not_in(kept),
            _COLUMNS.id.not_in(judged),
        )
    )
    for commitment_id, commitment in kept.items():
        values = {"transcript_key": reading.transcript_key, "payload": COMMITMENT.dump(commitment)}
        connection.execute(
            upsert(tables.commitments)
            .values(
                id=commitment_id,
                interaction_id=reading.interaction_id,
                found_at=now(),
                **values,
            )
            .on_conflict_do_update(index_elements=["id"], set_=values)
        )
    read = {
        "transcript_key": reading.transcript_key,
        "reader": reading.reader,
        "clock": reading.clock,
    }
    connection.execute(
        upsert(tables.commitment_readings)
        .values(interaction_id=reading.interaction_id, **read)
        .on_conflict_do_update(index_elements=["interaction_id"], set_=read)
    )


def _histories(database: Database) -> dict[str, tuple[Resolution, ...]]:
    found: dict[str, list[Resolution]] = defaultdict(list)
    query = select(_VERDICTS.commitment_id, _VERDICTS.payload).order_by(_VERDICTS.number)
    for row in database.rows(query):
        found[row.commitment_id].append(RESOLUTION.load(row.payload))
    return {commitment_id: tuple(history) for commitment_id, history in found.items()}


def _ids(interaction_id: str, found: Iterable[Commitment]) -> list[str]:
    """The same for the same words of an interaction, whoever reads them and wherever they stand.

    So a verdict stays with its promise when a call is transcribed anew. Of promises in equal words
    the first stays the first.
    """
    seen: Counter[str] = Counter()
    ids = []
    for commitment in found:
        words = " ".join(re.findall(r"\w+", plain(commitment.quote).casefold().replace("'", "")))
        text = "\x1f".join((interaction_id, words, str(seen[words]))).encode()
        ids.append(f"p-{hashlib.blake2b(text, digest_size=_ID_BYTES).hexdigest()}")
        seen[words] += 1
    return ids
