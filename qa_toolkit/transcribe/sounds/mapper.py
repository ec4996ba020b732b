"""Pieces of a recording in, the map of what is heard on each audio channel out."""

from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING, TypeAlias

from qa_toolkit.domain.sound import Sound
from qa_toolkit.transcribe.audio.samples import SAMPLE_RATE
from qa_toolkit.transcribe.sounds.cells import CELL_S
from qa_toolkit.transcribe.sounds.kinds import stretches
from qa_toolkit.transcribe.sounds.listening import Heard, Listener
from qa_toolkit.transcribe.sounds.named import Named, name_sounds
from qa_toolkit.transcribe.sounds.spans import Run, joined, runs

if TYPE_CHECKING:
    from qa_toolkit.transcribe.audio.samples import Samples

Span: TypeAlias = tuple[float, float]
"""From and to, in seconds from the start of the recording."""


class Mapper:
    """Listens to a recording that is given in pieces.

    The whole recording never lies in memory: 18 bytes are kept for each 32 ms of a channel, 23 once
    its sounds are named, and up to 90 while they are, one channel after the other: 10 MB an hour.
    What is found does not depend on where the pieces are cut.

    Args:
        channels: how many audio channels the pieces have.
    """

    def __init__(self, *, channels: int) -> None:
        self._listeners = [Listener() for _ in range(channels)]
        self._samples = 0
        self._known: dict[int, tuple[Heard, Named]] = {}

    @property
    def channels(self) -> int:
        return len(self._listeners)

    def add(self, piece: "Samples") -> None:
        """Listen to the next piece: one row of 16-bit samples per channel."""
        for listener, samples in zip(self._listeners, piece, strict=True):
            listener.add(samples)
        self._samples += piece.shape[1]

    def not_speech(self, channel: int) -> list[Span]:
        """Where music, ringing or keys are so plain that no voice can be there.

        Meant to be muted before recognition. Music with somebody speaking or singing over it,
        and music with much percussion, are left to the recogniser. After this call no piece can
        be added any more.
        """
        if not self._samples:
            return []
        return self._spans(self._heard(channel)[1].not_speech())

    def likely_music(self, channel: int) -> list[Span]:
        """Where music is likely, with or without a voice.

        Words of little certainty that are found there were made up from the music.
        """
        if not self._samples:
            return []
        return self._spans(runs(self._heard(channel)[1].music))

    def finish(self, speech: Mapping[int, Sequence[Span]]) -> tuple[Sound, ...]:
        """The map: for each channel every moment from 0 to the end, once.

        Args:
            speech: for each audio channel, where the recogniser found words.
        """
        return tuple(
            sound
            for channel in range(self.channels)
            if self._samples
            for sound in self._sounds(channel, speech.get(channel, ()))
        )

    def _sounds(self, channel: int, speech: Sequence[Span]) -> Iterator[Sound]:
        heard, named = self._heard(channel)
        for kind, (first, last) in stretches(named, heard.level_db, _cells(speech, heard.cells)):
            start_s, end_s = self._time_s(first), self._time_s(last)
            if start_s < end_s:
                yield Sound(kind=kind, channel=channel, start_s=start_s, end_s=end_s)

    def _heard(self, channel: int) -> tuple[Heard, Named]:
        if channel not in self._known:
            heard = self._listeners[channel].finish()
            self._known[channel] = heard, name_sounds(heard)
        return self._known[channel]

    def _spans(self, found: Sequence[Run]) -> list[Span]:
        return [(self._time_s(first), self._time_s(last)) for first, last in found]

    def _time_s(self, cell: int) -> float:
        return round(min(cell * CELL_S, self._samples / SAMPLE_RATE), 2)


def _cells(spans: Sequence[Span], cells: int) -> list[Run]:
    """The cells that each span touches, in order, overlaps joined."""
    touched = (
        (max(0, int(start_s / CELL_S)), min(cells, ceil(end_s / CELL_S)))
        for start_s, end_s in spans
    )
    return joined(sorted(run for run in touched if run[0] < run[1]), 0)
