"""Commitments of a project: read from its words, marked by later contacts or by people, listed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from qa_toolkit.domain.commitment import (
    Commitment,
    CommitmentKind,
    CommitmentStatus,
    Resolution,
    Verdict,
    in_force,
    status_of,
)
from qa_toolkit.domain.interaction import Interaction
from qa_toolkit.domain.transcript import Transcript
from qa_toolkit.errors import UsageError
from qa_toolkit.intake.dates import zone_named
from qa_toolkit.scoring.commitments import commitments_of
from qa_toolkit.scoring.commitments.contacts import Contact, in_order
from qa_toolkit.scoring.commitments.follow_up import follow_up
from qa_toolkit.store import commitments, transcripts
from qa_toolkit.store.commitments import Kept, Reading
from qa_toolkit.workflow.clock import clock_of, now
from qa_toolkit.workflow.named import one_named
from qa_toolkit.workflow.project import Project
from qa_toolkit.workflow.provenance import EVALUATOR

_BATCH = 200
_LANGUAGES = ("", "en")
LISTED_KINDS = tuple(kind for kind in CommitmentKind if kind is not CommitmentKind.IMMEDIATE)
"""What is listed unless asked otherwise: the rest is done, or not, within the contact itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which commitments to list; None asks for nothing.

    Attributes:
        agent: id or name.
        sample: the interactions of a sample.
        due_before: only what is due earlier than this, with time zone.
    """

    agent: str = ""
    customer: str = ""
    sample: Collection[str] | None = None
    statuses: Collection[CommitmentStatus] = ()
    kinds: Collection[CommitmentKind] = LISTED_KINDS
    due_before: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracked:
    """A commitment as it stands.

    Attributes:
        verdict: what the status rests on; None where only the clock says it.
    """

    kept: Kept
    status: CommitmentStatus
    verdict: Resolution | None


def moment(project: Project, text: str, option: str) -> datetime:
    """A date, or a date with a time, as written on the command line; now where it is empty.

    A time without a zone is one of `intake.timezone`.

    Raises:
        UsageError: it is neither.
    """
    if not text:
        return now(project)
    zone = zone_named(project.settings.intake.timezone)
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(
            f"{option} is not a date: {text!r}", hint="write it like 2026-11-20 or 2026-11-20T17:00"
        ) from None
    return found if found.tzinfo is not None else found.replace(tzinfo=zone)


def read_commitments(project: Project, interactions: Iterable[Interaction]) -> None:
    """Keep what the agents of these interactions promised; what was read before is passed over.

    Due times are told by the wall clock of `intake.timezone`. Only English is read.
    """
    known = commitments.readings(project.database)
    keys = transcripts.current_keys(project.database)
    batch: list[tuple[Reading, tuple[Commitment, ...]]] = []
    for interaction in interactions:
        clock = clock_of(project, interaction)
        reading = Reading(
            interaction_id=interaction.id,
            transcript_key=keys.get(interaction.id, ""),
            reader=EVALUATOR,
            clock="" if clock is None else clock.isoformat(),
        )
        if not reading.transcript_key or reading in known:
            continue
        words = transcripts.current(project.database, interaction.id)
        batch.append((reading, () if words is None else _promised(words[1], clock)))
        if len(batch) == _BATCH:
            commitments.put(project.database, batch)
            batch.clear()
    commitments.put(project.database, batch)


def mark_by_later_contacts(project: Project) -> None:
    """Suggest which commitments were kept or broken, by what the same customers' contacts say.

    A verdict is added only where it is another than the machine's last one, so that marking again
    changes nothing; one that no contact bears out any more is taken back.
    """
    by_customer: dict[str, list[Kept]] = defaultdict(list)
    for kept in commitments.current(project.database):
        if kept.interaction.customer and kept.commitment.kind in LISTED_KINDS:
            by_customer[kept.interaction.customer].append(kept)
    ids = commitments.interactions_by_customer(project.database, by_customer)
    verdicts = [
        (kept.id, verdict)
        for customer, promises in by_customer.items()
        for kept, verdict in _judged(promises, _contacts(project, ids.get(customer, [])))
    ]
    if verdicts:
        commitments.resolve(project.database, verdicts)


def _contacts(project: Project, ids: Sequence[str]) -> tuple[Contact, ...]:
    """The contacts of one customer; none where there is but the one with the promise."""
    if len(ids) < 2:
        return ()
    found = commitments.with_words(project.database, ids)
    return in_order(Contact(interaction=known, transcript=words) for known, words in found)


def _judged(
    promises: Iterable[Kept], contacts: Sequence[Contact]
) -> Iterator[tuple[Kept, Resolution]]:
    for kept in promises:
        verdict = _news(kept, contacts)
        if verdict is not None:
            yield kept, verdict


def list_commitments(project: Project, wanted: Wanted, now: datetime) -> tuple[Tracked, ...]:
    """The commitments asked for as they stand at `now`, the earliest due first.

    Contacts later than `now` say nothing yet; what people say holds whenever they said it.
    """
    known = commitments.current(project.database)
    found = (_tracked(kept, now) for kept in known if _is_wanted(kept, wanted))
    asked = (item for item in found if not wanted.statuses or item.status in wanted.statuses)
    return tuple(sorted(asked, key=_by_due))


def mark_by_person(project: Project, name: str, verdict: Verdict, reason: str, by: str) -> Tracked:
    """Add a person's verdict to the commitment with this id, or whose id starts with it.

    Raises:
        UsageError: no commitment has it, or several do; or the reason or the person is empty.
    """
    if not reason.strip() or not by.strip():
        raise UsageError("a verdict needs a reason and a person", hint="--reason TEXT --by NAME")
    kept = _named(project, name)
    resolution = Resolution(verdict=verdict, by=by.strip(), by_person=True, reason=reason.strip())
    commitments.resolve(project.database, [(kept.id, resolution)])
    return _tracked(_named(project, kept.id), now(project))


def _named(project: Project, name: str) -> Kept:
    hint = "qa commitments lists them with their ids"
    known = commitments.current(project.database)
    return one_named(known, name, "commitment", "commitments", hint)


def _promised(transcript: Transcript, clock: datetime | None) -> tuple[Commitment, ...]:
    language = transcript.language.lower().partition("-")[0]
    return commitments_of(transcript, clock) if language in _LANGUAGES else ()


def _news(kept: Kept, contacts: Iterable[Contact]) -> Resolution | None:
    """What the machine has to say now that it has not said last; None for nothing new."""
    said = [known for known in kept.history if not known.by_person]
    last = said[-1] if said else None
    found = follow_up(kept.commitment, contacts, EVALUATOR)
    if found is None:
        if last is None or last.verdict is Verdict.OPEN:
            return None
        reason = "no later contact says so any more"
        return Resolution(verdict=Verdict.OPEN, by=EVALUATOR, by_person=False, reason=reason)
    same = last is not None and _essence(last) == _essence(found)
    return None if same else found


def _essence(resolution: Resolution) -> tuple[object, ...]:
    return (
        resolution.verdict,
        resolution.interaction_id,
        resolution.contact_at,
        resolution.turn,
        resolution.quote,
    )


def _is_wanted(kept: Kept, wanted: Wanted) -> bool:
    commitment, interaction = kept.commitment, kept.interaction
    agent = wanted.agent.casefold()
    due = commitment.due
    return (
        (not agent or agent in (interaction.agent.id.casefold(), interaction.agent.name.casefold()))
        and (not wanted.customer or wanted.customer.casefold() == interaction.customer.casefold())
        and (wanted.sample is None or interaction.id in wanted.sample)
        and commitment.kind in wanted.kinds
        and (wanted.due_before is None or (due is not None and due.latest < wanted.due_before))
    )


def _tracked(kept: Kept, now: datetime) -> Tracked:
    return Tracked(
        kept=kept,
        status=status_of(kept.commitment, kept.history, now),
        verdict=in_force(kept.history, now),
    )


_NO_TIME = datetime.max.replace(tzinfo=UTC)


def _by_due(tracked: Tracked) -> tuple[datetime, datetime, str, int]:
    commitment = tracked.kept.commitment
    due = commitment.due.latest if commitment.due else _NO_TIME
    said = commitment.said_at or _NO_TIME
    return due, said, tracked.kept.interaction.id, commitment.start
