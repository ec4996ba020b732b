"""Commitments: a transcript and its clock → what the company's side has promised."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import islice

from qa_toolkit.domain.commitment import Action, Commitment, CommitmentKind, Due, Sureness
from qa_toolkit.domain.transcript import SpeakerRole, Transcript
from qa_toolkit.scoring.commitments.actions import action_of
from qa_toolkit.scoring.commitments.channels import channel_of
from qa_toolkit.scoring.commitments.clauses import clause_end, sentence_start, shortened
from qa_toolkit.scoring.commitments.patterns import lowered
from qa_toolkit.scoring.commitments.phrases import contact_in
from qa_toolkit.scoring.commitments.promises import Place, places_in
from qa_toolkit.scoring.commitments.triggers import (
    is_certain,
    is_general,
    is_up_to_customer,
    trigger_before,
    trigger_in,
)
from qa_toolkit.scoring.commitments.undone import taken_back
from qa_toolkit.scoring.commitments.verbs import skip_adverbs
from qa_toolkit.scoring.commitments.whens import When, time_before, time_within

MOST_IN_A_TURN = 20
"""Commitments kept of one turn: a longer list is a form letter, or noise."""
_REACHES = frozenset({Action.CONTACT, Action.SEND, Action.REFUND})
"""Actions that come to the customer by some channel."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One turn of the agent: its text, the same in lower case, and when it was said."""

    interaction_id: str
    turn: int
    text: str
    lower: str
    said_at: datetime | None


def commitments_of(transcript: Transcript, started_at: datetime | None) -> tuple[Commitment, ...]:
    """What the agent's turns promise, in order.

    Args:
        transcript: what was said.
        started_at: when the interaction began, in the time zone in which its people read clocks;
            None leaves every due time in words.
    """
    found: list[Commitment] = []
    for index, turn in transcript.turns_of(SpeakerRole.AGENT):
        lower = lowered(turn.text)
        places = list(places_in(lower))
        if places:
            said = Said(
                interaction_id=transcript.interaction_id,
                turn=index,
                text=turn.text,
                lower=lower,
                said_at=_moment(started_at, turn.start_s),
            )
            found += islice(_promised(said, places), MOST_IN_A_TURN)
    return tuple(found)


def _promised(said: Said, places: list[Place]) -> Iterator[Commitment]:
    floor = 0
    ceilings = [place.start for place in places[1:]] + [len(said.lower)]
    for place, ceiling in zip(places, ceilings, strict=False):
        commitment = _read(said, place, floor, ceiling)
        floor = place.verb if commitment is None else max(commitment.end, place.verb)
        if commitment is not None:
            yield commitment


def _read(said: Said, place: Place, floor: int, ceiling: int) -> Commitment | None:
    """The commitment of a place, between what was read before it and the place after it."""
    lower, subject = said.lower, place.subject
    verb = skip_adverbs(lower, place.verb)
    end = clause_end(lower, verb, max(ceiling, verb))
    clause = lower[verb:end]
    action, needs_time = action_of(place.sign, subject.role, lower[place.start : verb], clause)
    if action is None or taken_back(lower, place.floor, place.start, place.modal):
        return None
    begin = sentence_start(lower, floor, place.start)
    ahead = time_before(lower, begin, place.start, said.said_at)
    within = time_within(lower, verb, end, place, action, said.said_at)
    when = ahead if ahead is not None and not (within and within.sure.timed) else within
    timed = when is not None and when.sure.timed
    if (needs_time and not timed) or (place.sign == "can" and when is None):
        return None
    start = place.start if ahead is None else ahead.words.start
    waits = trigger_in(lower, verb, end) or trigger_before(lower, begin, start)
    trigger = "" if waits is None else lower[slice(*waits)]
    if subject.role in ("you", "thing") and is_general(trigger):
        return None
    end = shortened(lower, verb, end, when.words.end if when and when.sure.timed else None)
    sure, due_words = _due_words(said.text, when, waits, trigger)
    contact = contact_in(clause) or 0
    return Commitment(
        interaction_id=said.interaction_id,
        turn=said.turn,
        start=start,
        end=end,
        quote=said.text[start:end],
        who=subject.who,
        what=action,
        words=said.text[verb:end],
        kind=_kind(action, trigger, timed=timed),
        channel=channel_of(clause[contact:]) if action in _REACHES else None,
        due_words=due_words,
        sure=sure,
        due=_due(when, trigger),
        trigger="" if waits is None else said.text[slice(*waits)],
        said_at=said.said_at,
    )


def _due_words(
    text: str, when: When | None, waits: tuple[int, int] | None, trigger: str
) -> tuple[Sureness, str]:
    """The words that say when: a time, else an event that is not up to the customer, else hurry."""
    if waits is not None and not is_up_to_customer(trigger) and not (when and when.sure.timed):
        return Sureness.VAGUE, text[slice(*waits)]
    if when is None:
        return Sureness.UNSAID, ""
    return when.sure, text[when.words.start : when.words.end].strip(" ,")


def _due(when: When | None, trigger: str) -> Due | None:
    """The time that is due; a length of time that starts with an event cannot be told yet."""
    if when is None or (trigger and "span" in when.words.kinds):
        return None
    return when.due


def _kind(action: Action, trigger: str, *, timed: bool) -> CommitmentKind:
    if trigger and (is_up_to_customer(trigger) or not is_certain(trigger)):
        return CommitmentKind.CONDITIONAL
    if action is Action.CONTACT:
        return CommitmentKind.CALLBACK
    if trigger:
        return CommitmentKind.CONDITIONAL
    return CommitmentKind.SCHEDULED if timed else CommitmentKind.IMMEDIATE


def _moment(started_at: datetime | None, start_s: float | None) -> datetime | None:
    """When a turn was said: seconds of a stop watch, so a change of clocks does not matter."""
    if started_at is None:
        return None
    moment = started_at.astimezone(UTC) + timedelta(seconds=start_s or 0)
    return moment.astimezone(started_at.tzinfo)
