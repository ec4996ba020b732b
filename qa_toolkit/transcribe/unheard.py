"""Stretches in which somebody speaks and no word was written: Whisper passes over some of them.

It happens in spontaneous speech, after a false start or where the party mumbles. Heard by itself,
such a stretch nearly always gives its words.
"""

from collections.abc import Iterator, Sequence

from qa_toolkit.transcribe.audio import SAMPLE_RATE
from qa_toolkit.transcribe.segment import Segment
from qa_toolkit.transcribe.windows import Wave, Window

SHORTEST_S = 2.0
"""Shorter stretches without a word are pauses, breaths and "mm"."""
EDGE_S = 0.25
"""Word times are this loose; the sound around a stretch helps to hear it, too."""
SOFTER_DB = 12.0
"""A stretch that is softer than the words around it by more than this is no speech."""
LIKELY = -1.0
"""Words found there count if they are at least this likely: mean log-probability a piece."""


def unheard(window: Window, segments: Sequence[Segment]) -> Iterator[Window]:
    """The stretches of a window that should be heard again.

    A window without any word is left alone: the engine did not take it for speech.
    """
    covered = sorted(_covered(window, segments))
    if not covered:
        return
    loud = _power([window.sound[first:last] for first, last in covered])
    shortest = int(SHORTEST_S * SAMPLE_RATE)
    place = 0
    for first, last in [*covered, (len(window.sound), len(window.sound))]:
        if first - place >= shortest:
            stretch = window.part(place, first)
            if _power([stretch.sound]) > loud * 10 ** (-SOFTER_DB / 10):
                yield stretch
        place = max(place, last)


def _covered(window: Window, segments: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    """Where words lie in the window, in its samples, each with an edge."""
    edge = int(EDGE_S * SAMPLE_RATE)
    words = [word for segment in segments for word in segment.words]
    before = 0
    for start, end in window.spans:
        for word in words:
            middle = (word.start_s + word.end_s) / 2 * SAMPLE_RATE
            if start <= middle < end:
                first = before + int(word.start_s * SAMPLE_RATE) - start
                last = before + int(word.end_s * SAMPLE_RATE) - start
                yield max(0, first - edge), min(len(window.sound), last + edge)
        before += end - start


def _power(sounds: Sequence[Wave]) -> float:
    import numpy as np

    together = np.concatenate(sounds)
    return float(np.square(together, dtype=np.float64).mean()) if len(together) else 0.0
