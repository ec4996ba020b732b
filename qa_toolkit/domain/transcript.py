"""Who said what, when, and how sure we are."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class SpeakerRole(StrEnum):
    """Who speaks, as far as quality assurance cares."""

    AGENT = "agent"
    CUSTOMER = "customer"
    BOT = "bot"
    SYSTEM = "system"
    INTERNAL = "internal"
    UNKNOWN = "unknown"
    """Both parties share one audio channel and nobody told them apart."""


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
    """

    speaker: SpeakerRole
    text: str
    start_s: float | None = None
    end_s: float | None = None
    words: tuple[Word, ...] = ()
    confidence: float | None = None


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
    """

    interaction_id: str
    turns: tuple[Turn, ...]
    origin: Origin = WRITTEN
    duration_s: float | None = None
    language: str = ""
    log_probability: float | None = None
    doubt: str = ""

    def turns_of(self, speaker: SpeakerRole) -> Iterator[tuple[int, Turn]]:
        """The turns of one role, each with its index in the transcript."""
        return ((i, turn) for i, turn in enumerate(self.turns) if turn.speaker is speaker)
