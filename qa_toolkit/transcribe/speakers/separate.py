"""Who of two people said each word of a recording in which both share one audio channel."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from qa_toolkit.domain.transcript import Word
from qa_toolkit.transcribe.audio import PIECE_S, SAMPLE_RATE, Samples
from qa_toolkit.transcribe.speakers.label import evidence, labels_of
from qa_toolkit.transcribe.speakers.spans import spans_of
from qa_toolkit.transcribe.speakers.split import split
from qa_toolkit.transcribe.speakers.voice import embed

ALONE = 0.5
"""With less confidence than this all words are taken for one person's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voices:
    """Who said each word, as the voices sound.

    Attributes:
        labels: for each word 0 or 1, in the order in which the two are first heard.
        confidence: how sure it is that two people were told apart, in 0..1.
        alone: nothing shows that there are two people: one voice, or too little of the other.
    """

    labels: tuple[int, ...]
    confidence: float
    alone: bool


def separate(sound: "Samples | Iterable[Samples]", words: Sequence[Word]) -> Voices:
    """Tell two people apart by their voices.

    Takes about 2 s of one core for a call of four minutes and about a minute for any recording;
    the sound is never held whole. Of more than two people some share a label.

    Args:
        sound: 16-bit samples of one channel at `SAMPLE_RATE`: all of them, or pieces in order.
        words: what was recognised in it, by start.

    Raises:
        MissingExtra: numpy is not installed.
    """
    spans = spans_of(words)
    voices = embed(_pieces(sound), spans)
    import numpy as np

    two = split(voices, np.array([span.length_s for span in spans]))
    confidence = two.confidence if two else 0.0
    if two is None or confidence < ALONE:
        return Voices(labels=(0,) * len(words), confidence=confidence, alone=True)
    leaning = voices @ (two.centres[1] - two.centres[0]) / (1 - two.likeness)
    labels = labels_of(words, evidence(words, spans, leaning.tolist()))
    return Voices(
        labels=tuple(label ^ labels[0] for label in labels), confidence=confidence, alone=False
    )


def _pieces(sound: "Samples | Iterable[Samples]") -> Iterator[Samples]:
    """A whole array in pieces, so that its mel frames need no memory at once."""
    import numpy as np

    if isinstance(sound, np.ndarray):
        size = PIECE_S * SAMPLE_RATE
        yield from (sound[start : start + size] for start in range(0, len(sound), size))
    else:
        yield from sound
