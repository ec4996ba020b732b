"""What a speech recogniser gives, and what it has to look like to be used here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from qa_toolkit.domain.transcript import Word

if TYPE_CHECKING:
    from qa_toolkit.transcribe.audio import Samples


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A piece of speech that the recogniser returned, with at least one word.

    Attributes:
        words: in order; each is one blank-free piece of the text.
        log_probability: mean natural logarithm of the probability per word piece.
        pieces: how many word pieces that mean is over.
    """

    words: tuple[Word, ...]
    log_probability: float
    pieces: int

    @property
    def start_s(self) -> float:
        return self.words[0].start_s

    @property
    def end_s(self) -> float:
        return self.words[-1].end_s


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A stretch of speech that gave no words, because the recogniser got stuck on it."""

    start_s: float
    end_s: float


class Recogniser(Protocol):
    """Anything that turns sound into words."""

    @property
    def engine(self) -> str:
        """Name and version of the software."""

    @property
    def model(self) -> str:
        """Name of the weights with the first digits of their hash."""

    @property
    def configuration(self) -> str:
        """The fixed options that change words, as one readable line."""

    def recognise(
        self, samples: "Samples", language: str, *, start_s: float
    ) -> Sequence[Segment | Gap]:
        """What is heard in one channel's samples; `start_s` is added to every time."""
