"""Who said what, when, and how sure we are."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from qa_toolkit.domain.sound import Sound, Waveform


class SpeakerRole(StrEnum):
    """Who speaks, as far as quality assurance cares."""

    AGENT = "agent"
    CUSTOMER = "customer"
    BOT = "bot"
    SYSTEM = "system"
    INTERNAL = "internal"
    SHOPPER = "shopper"
    """Plays the customer, or notes what was seen: never the words of a customer or an agent."""
    UNKNOWN = "unknown"
    """Both parties share one audio channel and nobody told them apart."""


OTHER_PARTY = {
    SpeakerRole.AGENT: SpeakerRole.CUSTOMER,
    SpeakerRole.CUSTOMER: SpeakerRole.AGENT,
}
"""Whom each of the two parties talks to; nobody else is a party."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One recognised word: times in seconds from the start, probability in 0..1."""

    text: str
    start_s: float
    end_s: float
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One uninterrupted contribution of one speaker.

    Attributes:
        start_s: seconds from the start of the interaction; None where the source has no times.
        end_s: None for chat messages, which have a moment but no duration.
        words: recognised words; empty for chats.
        confidence: mean word probability in 0..1; None for chats.
        loudness_db: mean level while the words were said, in decibels below full scale; None for
            chats.
        party: tells several people of one role apart, such as `agent 2`; empty where there is one.
    """

    speaker: SpeakerRole
    text: str
    start_s: float | None = None
    end_s: float | None = None
    words: tuple[Word, ...] = ()
    confidence: float | None = None
    loudness_db: float | None = None
    party: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audio:
    """What was measured on a recording, beside its words.

    Attributes:
        roles: whose voice each audio channel carries, by channel number.
        sounds: what is heard when, by channel and then by time, every channel without gaps.
        waveform: to draw; without peaks where it is not kept.
    """

    roles: tuple[SpeakerRole, ...]
    sounds: tuple[Sound, ...]
    waveform: Waveform


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What made a transcript: enough to make it again.

    Attributes:
        engine: `chat` for written contacts, else the recogniser with its version.
        model: the model's name with the first digits of its hash; empty for chats.
        options: the options that change words, as one readable line.
    """

    engine: str
    model: str = ""
    options: str = ""


WRITTEN = Origin(engine="chat")


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """The turns of one interaction in order.

    Attributes:
        duration_s: length of the recording, or from first to last message; None where unknown.
        language: two-letter code as far as known, else empty.
        log_probability: the recogniser's mean log-probability per word piece; None for chats.
        doubt: why the words or roles cannot be trusted, in words for people; empty when they can.
        role_confidence: how sure it is who is who, in 0..1, where that was estimated; None where
            the source says it.
        remarks: what a reader should know that is no reason to doubt, in words for people.
        audio: what was measured on the recording; None for chats and imported transcripts.
    """

    interaction_id: str
    turns: tuple[Turn, ...]
    origin: Origin = WRITTEN
    duration_s: float | None = None
    language: str = ""
    log_probability: float | None = None
    doubt: str = ""
    role_confidence: float | None = None
    remarks: tuple[str, ...] = ()
    audio: Audio | None = None

    def turns_of(self, speaker: SpeakerRole) -> Iterator[tuple[int, Turn]]:
        """The turns of one role, each with its index in the transcript."""
        return ((i, turn) for i, turn in enumerate(self.turns) if turn.speaker is speaker)
