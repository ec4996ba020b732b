"""What a speech recogniser gives."""

from dataclasses import dataclass

from qa_toolkit.domain.transcript import Word


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
    """A stretch of speech in which words are missing, because the recogniser got stuck on it."""

    start_s: float
    end_s: float
