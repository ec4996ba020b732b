"""What the company's side has promised a customer: who, what, by when, and how it went."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from qa_toolkit.domain.interaction import Channel

APPROACHING_WITHIN = timedelta(hours=24)
"""A commitment that is due in less than this is approaching."""


class Promiser(StrEnum):
    """Who is to act."""

    AGENT = "agent"
    """The agent in person: I."""
    TEAM = "team"
    """The agent's own people: we, a colleague, the billing team."""
    THIRD_PARTY = "third_party"
    """Somebody outside: the courier, the bank."""
    COMPANY = "company"
    """Nobody is named: you will receive, your refund will be processed."""


class Action(StrEnum):
    """What is to be done."""

    CONTACT = "contact"
    """Get back to the customer."""
    CHECK = "check"
    """Look into it, ask somebody."""
    HAND_OVER = "hand_over"
    """Bring it to those who can act."""
    FIX = "fix"
    """Put right, change, arrange."""
    REFUND = "refund"
    SEND = "send"
    """A thing or a document comes to the customer."""
    HELP = "help"
    OTHER = "other"


class PromisedChannel(StrEnum):
    """The way in which the customer will hear or receive."""

    PHONE = "phone"
    EMAIL = "email"
    TEXT = "text"
    LETTER = "letter"
    CHAT = "chat"
    IN_PERSON = "in_person"

    @property
    def contacts(self) -> frozenset[Channel]:
        """The channels of an interaction in which such a promise is kept."""
        return _CONTACTS[self]


_CONTACTS: dict[PromisedChannel, frozenset[Channel]] = {
    PromisedChannel.PHONE: frozenset({Channel.CALL}),
    PromisedChannel.EMAIL: frozenset({Channel.EMAIL}),
    PromisedChannel.TEXT: frozenset({Channel.SMS}),
    PromisedChannel.LETTER: frozenset(),
    PromisedChannel.CHAT: frozenset({Channel.CHAT, Channel.SOCIAL}),
    PromisedChannel.IN_PERSON: frozenset({Channel.VISIT}),
}


class CommitmentKind(StrEnum):
    """How a commitment hangs on time."""

    IMMEDIATE = "immediate"
    """No later time, no contact and no condition is named: to be done at once."""
    SCHEDULED = "scheduled"
    """By a time that is named."""
    CALLBACK = "callback"
    """The customer will be contacted, by a time or not."""
    CONDITIONAL = "conditional"
    """Only if something happens, mostly if the customer does something first."""


class Sureness(StrEnum):
    """How surely the words say when."""

    EXACT = "exact"
    """A day, a time or a period that reads in one way: by 5 pm tomorrow, within 24 hours."""
    ABOUT = "about"
    """A time that rests on a convention, or a day nobody can tell: next Friday, 03/04/2027."""
    VAGUE = "vague"
    """No time that could be checked: soon, as soon as possible, once I hear from them."""
    UNSAID = "unsaid"
    """Nothing about time."""

    @property
    def timed(self) -> bool:
        """Whether there is a time that can be checked."""
        return self in (Sureness.EXACT, Sureness.ABOUT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """When something is due: between two moments with time zone, equal for a single moment."""

    earliest: datetime
    latest: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """One promise in one turn of the company's side.

    Attributes:
        turn: index of the turn in the transcript.
        start: first character of the quote in the turn's text.
        end: one past its last character; `turn.text[start:end] == quote`.
        what: the kind of action.
        words: the action in the words that were said ("call you back").
        channel: None where no way is named.
        due_words: the words that say when, a time or the event it waits for; empty without any.
        sure: how surely they say when. A time can be sure although `due` is None, where the
            clock of the interaction is not known.
        due: the time they name, in the interaction's time zone; None where none can be worked out.
        trigger: the condition or event it waits for, as it was said; empty without one.
        said_at: when it was said, with time zone; None where the interaction has no clock.
    """

    interaction_id: str
    turn: int
    start: int
    end: int
    quote: str
    who: Promiser
    what: Action
    words: str
    kind: CommitmentKind
    channel: PromisedChannel | None = None
    due_words: str = ""
    sure: Sureness = Sureness.UNSAID
    due: Due | None = None
    trigger: str = ""
    said_at: datetime | None = None

    @property
    def timed(self) -> bool:
        """Whether it names a time that can be checked."""
        return self.sure.timed


class CommitmentStatus(StrEnum):
    """How a commitment stands at a given moment."""

    OPEN = "open"
    """Not due yet, or without a time."""
    APPROACHING = "approaching"
    """Due in less than a day."""
    OVERDUE = "overdue"
    """Past its time, and nobody knows whether it was kept."""
    KEPT = "kept"
    BROKEN = "broken"


class Verdict(StrEnum):
    """What a person or a later contact says about a commitment."""

    KEPT = "kept"
    BROKEN = "broken"
    OPEN = "open"
    """Takes back what was said before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """One verdict on a commitment. Verdicts are added, never changed.

    Attributes:
        by: the person's name, or the toolkit with its version.
        by_person: a person's verdict weighs more than any the machine suggests.
        reason: why, for people to read.
        interaction_id: the later contact it rests on; empty where it rests on none.
        contact_at: when that contact began.
        turn: the turn of that contact; None for the contact as such.
        quote: the words it rests on.
        made_at: UTC, as the store keeps moments.
    """

    verdict: Verdict
    by: str
    by_person: bool
    reason: str
    interaction_id: str = ""
    contact_at: datetime | None = None
    turn: int | None = None
    quote: str = ""
    made_at: str = ""

    @property
    def shown(self) -> str:
        """`the parcel came “it is here” (Mo Berg)`: why, and who says so."""
        quote = f" \u201c{self.quote}\u201d" if self.quote else ""
        return f"{self.reason}{quote} ({self.by if self.by_person else 'machine'})"


def in_force(history: Iterable[Resolution], now: datetime) -> Resolution | None:
    """The verdict that holds: a person's last one, else the machine's last one, else None.

    What rests on a contact later than `now` was not known then.
    """
    resolutions = list(history)
    by_people = [known for known in resolutions if known.by_person]
    last = next(iter(reversed(by_people or resolutions)), None)
    return None if last and last.contact_at and last.contact_at > now else last


def status_of(
    commitment: Commitment, history: Iterable[Resolution], now: datetime
) -> CommitmentStatus:
    """How a commitment stands at the moment `now`, which has a time zone."""
    held = in_force(history, now)
    if held is not None and held.verdict is not Verdict.OPEN:
        return CommitmentStatus(held.verdict.value)
    if commitment.due is None:
        return CommitmentStatus.OPEN
    if now > commitment.due.latest:
        return CommitmentStatus.OVERDUE
    near = commitment.due.latest - now < APPROACHING_WITHIN
    return CommitmentStatus.APPROACHING if near else CommitmentStatus.OPEN
