"""The first pass over a recording: everything that is measured before words are looked for."""

from dataclasses import dataclass
from itertools import chain

from qa_toolkit.domain.sound import Waveform
from qa_toolkit.transcribe.audio import AudioReader
from qa_toolkit.transcribe.levels import LevelMeter, Levels
from qa_toolkit.transcribe.sounds import Mapper
from qa_toolkit.transcribe.waveform import WaveformMeter


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Studied:
    """What the first pass gives.

    Attributes:
        levels: how loud which channel is when.
        mapper: knows music, ringing and keys, and makes the map once words are known.
        waveform: of the recording, to draw.
        remarks: what is missing of the file, in words for people.
    """

    levels: Levels
    mapper: Mapper
    waveform: Waveform
    remarks: tuple[str, ...]


def study(reader: AudioReader) -> Studied:
    """Read a recording once and measure it; never more than a piece of it lies in memory.

    Raises:
        Unusable: the recording cannot be used; the reason is for people.
        MissingExtra: PyAV is not installed.
    """
    pieces = reader.pieces()
    first = next(pieces)
    meter = LevelMeter(channels=len(first))
    mapper = Mapper(channels=len(first))
    waveform = WaveformMeter(channels=len(first))
    for piece in chain((first,), pieces):
        for listener in (meter, mapper, waveform):
            listener.add(piece)
    return Studied(
        levels=meter.finish(),
        mapper=mapper,
        waveform=waveform.finish(),
        remarks=reader.remarks,
    )
