"""What a later contact says about a commitment: kept, broken, or nothing.

A suggestion with its evidence, never the last word: a person's verdict weighs more. What leaves
doubt says nothing, above all where it would be "broken".
"""

import re
from collections.abc import Callable, Iterable
from datetime import timedelta

from qa_toolkit.domain.commitment import (
    Action,
    Commitment,
    CommitmentKind,
    PromisedChannel,
    Resolution,
    Verdict,
)
from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.commitments.contacts import Contact, Quote
from qa_toolkit.scoring.commitments.outcomes import (
    complaints,
    confirmations,
    is_met,
    is_missed,
)

_DOING_IT = r"(?:calling|ringing|phoning|writing|e-?mailing|messaging|texting|getting)"
_AS_PROMISED = re.compile(
    r"(?<!for )(?<!you )(?<!you're )\b(?:"
    r"(?:calling|ringing|phoning|writing|getting|coming|messaging) (?:you )?back"
    r"|as (?:i )?promised|return(?:ing)? your (?:call|message)|i (?:said|promised) (?:i'd|i would)"
    rf"|as (?:agreed|discussed),? (?:(?:i'm|i am|we're|we are|just) ){{0,2}}{_DOING_IT}"
    r")\b"
)
_AS_DISCUSSED = re.compile(
    r"(?<!for )(?<!you )(?<!you're )\b(?:as (?:agreed|discussed)|further to (?:our|your)|following (?:you )?up)\b"
)
"""What is said of many things, and counts only in a contact that our side made."""
_WRITTEN_FIRST = frozenset({Channel.EMAIL, Channel.SMS})
_OUTBOUND = frozenset({"outbound", "outgoing", "out"})
_OPENING_TURNS = 3
_FIRST_TURNS = 2
"""Turns of the customer in which thanks are for what came before, not for this very contact."""
GRACE = timedelta(minutes=30)
"""A call a little after the hour that was named is on time."""
_MANNER = {
    Channel.CALL: "by phone",
    Channel.EMAIL: "by e-mail",
    Channel.SMS: "by text",
    Channel.VISIT: "in person",
}
_NO_QUOTE: Quote = (None, "")


def follow_up(commitment: Commitment, contacts: Iterable[Contact], by: str) -> Resolution | None:
    """What the first contact that says anything says; None when none of them does.

    Args:
        commitment: with the moment it was said; without it nothing is later.
        contacts: of the same customer, as `in_order` gives them.
        by: whose verdict it is: the toolkit with its version.
    """
    if commitment.said_at is None:
        return None
    for contact in contacts:
        if contact.began > commitment.said_at and (found := _says(commitment, contact, by)):
            return found
    return None


def _says(commitment: Commitment, contact: Contact, by: str) -> Resolution | None:
    due = commitment.due
    is_late = due is not None and contact.began > due.latest + GRACE
    # whether what it waits for has happened is not known, so nothing about it is broken
    may_break = commitment.kind is not CommitmentKind.CONDITIONAL and not commitment.trigger
    if acted := _acts(commitment, contact, is_late=is_late):
        if is_late and not may_break:
            return None
        verdict = Verdict.BROKEN if is_late else Verdict.KEPT
        when = " after it was due" if is_late else " before it was due" if due else ""
        return _resolution(verdict, f"{_name(contact)}{when}", contact, by, acted)
    came = _confirmed(commitment, contact)
    missed = _complained(commitment, contact, is_late=is_late)
    if came and not missed:
        reason = f"the customer in {_name(contact)}: it came"
        return _resolution(Verdict.KEPT, reason, contact, by, came)
    if missed and not came and may_break and (is_late or due is None):
        reason = f"the customer in {_name(contact)}: it did not come"
        return _resolution(Verdict.BROKEN, reason, contact, by, missed)
    return None


def _resolution(
    verdict: Verdict, reason: str, contact: Contact, by: str, quote: Quote
) -> Resolution:
    return Resolution(
        verdict=verdict,
        by=by,
        by_person=False,
        reason=reason,
        interaction_id=contact.interaction.id,
        contact_at=contact.interaction.started_at,
        turn=quote[0],
        quote=quote[1],
    )


def _acts(commitment: Commitment, contact: Contact, *, is_late: bool) -> Quote | None:
    """Whether this is the contact that was promised: our side's doing, by the promised channel.

    A contact that our side made, without words that recall a promise, keeps one only by its time.
    """
    if commitment.what is not Action.CONTACT or not _fits(commitment.channel, contact):
        return None
    direction = contact.interaction.facts().get("direction", "").casefold()
    words = contact.transcript
    is_written = contact.interaction.channel in _WRITTEN_FIRST and words is not None
    is_ours = direction in _OUTBOUND or (
        not direction
        and is_written
        and bool(words and words.turns and words.turns[0].speaker is SpeakerRole.AGENT)
    )
    if direction and not is_ours:
        return None
    for pattern in (_AS_PROMISED, _AS_DISCUSSED) if is_ours else (_AS_PROMISED,):
        for turn, found in contact.finds(SpeakerRole.AGENT, pattern):
            if contact.is_among_first(SpeakerRole.AGENT, turn, _OPENING_TURNS):
                return contact.quote(turn, found)
    return _NO_QUOTE if is_ours and commitment.due is not None and not is_late else None


def _fits(channel: PromisedChannel | None, contact: Contact) -> bool:
    return channel is None or contact.interaction.channel in channel.contacts


def _complained(commitment: Commitment, contact: Contact, *, is_late: bool) -> Quote | None:
    wordings = complaints(commitment, is_late=is_late)
    return _first(contact, wordings, lambda _, found: is_missed(commitment, found))


def _confirmed(commitment: Commitment, contact: Contact) -> Quote | None:
    is_thanks = commitment.what is Action.CONTACT
    return _first(
        contact,
        confirmations(commitment),
        lambda turn, found: (
            is_met(commitment, found)
            and (not is_thanks or contact.is_among_first(SpeakerRole.CUSTOMER, turn, _FIRST_TURNS))
        ),
    )


def _first(
    contact: Contact,
    wordings: Iterable[re.Pattern[str]],
    counts: Callable[[int, re.Match[str]], bool],
) -> Quote | None:
    for pattern in wordings:
        for turn, found in contact.finds(SpeakerRole.CUSTOMER, pattern):
            if counts(turn, found):
                return contact.quote(turn, found)
    return None


def _name(contact: Contact) -> str:
    interaction = contact.interaction
    day = interaction.started_at
    manner = _MANNER.get(interaction.channel, "by chat")
    return f"{interaction.id} {manner}" + (f" on {day:%a} {day.day} {day:%b}" if day else "")
