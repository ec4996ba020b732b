"""What the sound of a call says beside its words: who can be heard where, music, ringing, silence."""

from dataclasses import dataclass
from enum import StrEnum


class SoundKind(StrEnum):
    """What is heard on one audio channel for a while."""

    SPEECH = "speech"
    SILENCE = "silence"
    MUSIC = "music"
    """Hold music, also with an announcement over it."""
    RINGING = "ringing"
    """Ring-back and other tones of the exchange, with the pauses between them."""
    KEYS = "keys"
    """Tones of telephone keys (DTMF, ITU-T Q.23)."""
    NOISE = "noise"
    """Sound that is none of the others: comfort noise, a crackling line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """A stretch of one audio channel that is all of one kind, in seconds from the start."""

    kind: SoundKind
    channel: int
    start_s: float
    end_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Waveform:
    """How loud a recording is when, coarse enough to draw.

    Attributes:
        per_s: peaks a second.
        peaks: for each audio channel the largest absolute sample of each span, one byte each
            (0..255 of full scale), in base64.
    """

    per_s: float
    peaks: tuple[str, ...]
