"""What a later contact says about a commitment: kept, broken, or nothing.

A suggestion with its evidence, never the last word: a person's verdict weighs more.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from qa_toolkit.domain.commitment import Action, Commitment, Resolution, Verdict
from qa_toolkit.domain.interaction import Channel, Interaction
from qa_toolkit.domain.transcript import SpeakerRole, Transcript, Turn
from qa_toolkit.scoring.commitments.patterns import either, lowered

_CALLED = (
    r"(?:call(?:ed)?|phoned?|r[aiu]ng|e-?mail(?:ed)?|contact(?:ed)?|repl(?:y|ied)|g[eo]t(?:ten)? back"
    r"|texted|wrote|written|respond(?:ed)?|c[ao]me back|hear[d]?|been in touch)"
)
_CAME = r"(?:receive[d]?|got(?:ten)?|arrived?|c[ao]me|turned up|shown up|refunded|had)"
_NO_WORD = (
    rf"(?:nobody|no ?-?one|not one of you) (?:\w+ ){{0,2}}?{_CALLED}",
    rf"(?:never|did(?:n't|nt| not)|ha(?:s|ve)(?:n't|nt| not)) (?:\w+ ){{0,2}}?{_CALLED}",
    r"no (?:call|e-?mail|reply|answer|response|word) (?:yet|so far|since|from)",
    r"still (?:waiting|no) (?:for |to )?(?:\w+ )?(?:call|e-?mail|reply|answer|response|word|hear)",
)
_NOT_COME = (
    rf"(?:never|did(?:n't|nt| not)|ha(?:s|ve)(?:n't|nt| not)) (?:\w+ ){{0,2}}?{_CAME}",
    r"still (?:waiting|not|no|haven't|hasn't|nothing)",
    r"no (?:refund|parcel|money|sign) (?:yet|so far|since|from|of)",
)
_REMINDED = (
    r"(?:you|they|he|she|someone|somebody|your colleague) (?:promised|said (?:you|they|he|she)"
    r"|w(?:as|ere) (?:supposed|meant) to)",
    r"i was (?:promised|told)",
)
_NO_CALL = re.compile(rf"\b{either(*_NO_WORD, *_REMINDED)}\b")
_NO_THING = re.compile(rf"\b{either(*_NOT_COME, *_REMINDED)}\b")
_NO_ANYTHING = re.compile(rf"\b{either(*_NO_WORD, *_NOT_COME, *_REMINDED)}\b")
_COMPLAINTS = {
    Action.CONTACT: _NO_CALL,
    Action.SEND: _NO_THING,
    Action.REFUND: _NO_THING,
    Action.FIX: _NO_THING,
}
_THANKS = r"(?:thanks|thank you|cheers) (?:so much |a lot |again )?for "
_ARRIVED = r"(?:has |have |'s |just )?(?:arrived|came|turned up|gone through|went through)\b"
_THANKED = re.compile(
    rf"\b{_THANKS}(?:calling|ringing|phoning|writing|getting back|following up|letting me know"
    r"|(?:the|your) (?:call|e-?mail|text|letter|message|update|reply))"
    r"|\b(?:got|received) (?:the|your|that|my) (?:call|e-?mail|text|letter|message|update|reply)\b"
)
_GOT = re.compile(
    rf"\b(?:got|received) (?:it|the|your|that|my)\b(?! (?:same|wrong))|\b(?:it|(?:the|my) \w+) {_ARRIVED}"
)
_REFUNDED = re.compile(
    rf"\b(?:got|received|{_THANKS})(?: ?(?:the|my|your|a))? (?:refund|money|credit)\b"
    rf"|\b(?:refund|money|credit) {_ARRIVED}"
)
_CONFIRMS = {Action.CONTACT: _THANKED, Action.SEND: _GOT, Action.REFUND: _REFUNDED}
_CALLING_BACK = re.compile(
    r"\b(?:(?:calling|ringing|phoning|writing|getting|coming|following|messaging) (?:you )?(?:back|up)"
    r"|as (?:promised|agreed|discussed)|return(?:ing)? your (?:call|message)|further to (?:our|your)"
    r"|i (?:said|promised) (?:i'd|i would))\b"
)
_WRITTEN_FIRST = frozenset({Channel.EMAIL, Channel.SMS})
_OUTBOUND = frozenset({"outbound", "outgoing", "out"})
_OPENING_TURNS = 3
GRACE = timedelta(minutes=30)
"""A call a little after the hour that was named is on time."""
_MANNER = {
    Channel.CALL: "by phone",
    Channel.EMAIL: "by e-mail",
    Channel.SMS: "by text",
    Channel.VISIT: "in person",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A later contact of the same customer, with its words where there are any."""

    interaction: Interaction
    transcript: Transcript | None = None


def follow_up(commitment: Commitment, contacts: Iterable[Contact], by: str) -> Resolution | None:
    """What the first contact that says anything says; None when none of them does.

    Args:
        commitment: with the moment it was said; without it nothing is later.
        contacts: of the same customer, in any order.
        by: whose verdict it is: the toolkit with its version.
    """
    if commitment.said_at is None:
        return None
    later = [
        (contact.interaction.started_at, contact)
        for contact in contacts
        if contact.interaction.started_at and contact.interaction.started_at > commitment.said_at
    ]
    for started_at, contact in sorted(later, key=lambda item: (item[0], item[1].interaction.id)):
        if found := _says(commitment, contact, started_at, by):
            return found
    return None


def _says(
    commitment: Commitment, contact: Contact, started_at: datetime, by: str
) -> Resolution | None:
    late = commitment.due is not None and started_at > commitment.due.latest + GRACE
    missed = _COMPLAINTS.get(commitment.what, _NO_ANYTHING)
    complaint = _said_by_customer(contact.transcript, missed)
    if complaint and (late or commitment.due is None):
        return _resolution(
            Verdict.BROKEN,
            f"the customer in {_name(contact)}: it did not come",
            contact,
            by,
            complaint,
        )
    if acted := _acts(commitment, contact):
        verdict = Verdict.BROKEN if late else Verdict.KEPT
        when = " after it was due" if late else " before it was due" if commitment.due else ""
        return _resolution(verdict, f"{_name(contact)}{when}", contact, by, acted)
    pattern = _CONFIRMS.get(commitment.what)
    if pattern and not complaint and (thanks := _said_by_customer(contact.transcript, pattern)):
        return _resolution(
            Verdict.KEPT, f"the customer in {_name(contact)}: it came", contact, by, thanks
        )
    return None


_Quote = tuple[int | None, str]


def _resolution(
    verdict: Verdict, reason: str, contact: Contact, by: str, quote: _Quote
) -> Resolution:
    return Resolution(
        verdict=verdict,
        by=by,
        by_person=False,
        reason=reason,
        interaction_id=contact.interaction.id,
        turn=quote[0],
        quote=quote[1],
    )


def _acts(commitment: Commitment, contact: Contact) -> _Quote | None:
    """Whether this is the contact that was promised: our side's doing, by the promised channel."""
    channel = contact.interaction.channel
    if commitment.what is not Action.CONTACT:
        return None
    if commitment.channel is not None and channel not in commitment.channel.contacts:
        return None
    facts = contact.interaction.facts()
    if direction := facts.get("direction", "").casefold():
        return (None, "") if direction in _OUTBOUND else None
    if contact.transcript is None:
        return None
    turns = contact.transcript.turns
    if channel in _WRITTEN_FIRST and turns and turns[0].speaker is SpeakerRole.AGENT:
        return None, ""
    opening = islice(contact.transcript.turns_of(SpeakerRole.AGENT), _OPENING_TURNS)
    return _first_find(_CALLING_BACK, opening)


def _said_by_customer(transcript: Transcript | None, pattern: re.Pattern[str]) -> _Quote | None:
    if transcript is None:
        return None
    return _first_find(pattern, transcript.turns_of(SpeakerRole.CUSTOMER))


def _first_find(pattern: re.Pattern[str], turns: Iterable[tuple[int, Turn]]) -> _Quote | None:
    for index, turn in turns:
        if found := pattern.search(lowered(turn.text)):
            return index, turn.text[slice(*found.span())]
    return None


def _name(contact: Contact) -> str:
    interaction = contact.interaction
    day = interaction.started_at
    manner = _MANNER.get(interaction.channel, "by chat")
    return f"{interaction.id} {manner}" + (f" on {day:%a} {day.day} {day:%b}" if day else "")
