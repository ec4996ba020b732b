"""Sound without a header: what has to be told about it, and how it is decoded.

Such bytes decode as anything: mu-law read as MP3 gives seconds of noise and no error. They are
read only as what they are said to be.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import FileIO
from typing import TYPE_CHECKING, cast

from qa_toolkit.errors import UsageError
from qa_toolkit.transcribe.audio.opening import Track
from qa_toolkit.transcribe.audio.samples import LAYOUTS, MAX_CHANNELS, RATES

if TYPE_CHECKING:
    from av import AudioStream, Packet


@dataclass(frozen=True, slots=True, kw_only=True)
class _RawCodec:
    """How FFmpeg decodes a codec.

    Attributes:
        decoder: its name in FFmpeg.
        unit: bytes of its smallest unit on one audio channel.
        units: how many are decoded at once.
        channels: the most audio channels it can have.
        options: what else the decoder must be told.
    """

    decoder: str
    unit: int = 1
    units: int = 4_000
    channels: int = 1
    options: Mapping[str, str] = field(default_factory=dict)


RAW_CODECS: Mapping[str, _RawCodec] = {
    "mulaw": _RawCodec(decoder="pcm_mulaw", channels=MAX_CHANNELS),
    "alaw": _RawCodec(decoder="pcm_alaw", channels=MAX_CHANNELS),
    "s16le": _RawCodec(decoder="pcm_s16le", unit=2, channels=MAX_CHANNELS),
    "s16be": _RawCodec(decoder="pcm_s16be", unit=2, channels=MAX_CHANNELS),
    "u8": _RawCodec(decoder="pcm_u8", channels=MAX_CHANNELS),
    "s8": _RawCodec(decoder="pcm_s8", channels=MAX_CHANNELS),
    "gsm": _RawCodec(decoder="gsm", unit=33, units=1),
    "g722": _RawCodec(decoder="g722"),
    # at 32 kbit/s; the two differ in which half of a byte comes first
    "g726": _RawCodec(decoder="g726", options={"bits_per_coded_sample": "4"}),
    "g726le": _RawCodec(decoder="g726le", options={"bits_per_coded_sample": "4"}),
    "vox": _RawCodec(decoder="adpcm_ima_oki"),
}
"""The codecs of headerless recordings, by the names that users write."""
_EXAMPLE = "write codec, rate and channels, such as 'mulaw 8000 1'"


@dataclass(frozen=True, slots=True, kw_only=True)
class RawFormat:
    """What a recording without a header holds.

    Attributes:
        codec: one of `RAW_CODECS`.
        rate: samples per second.
        channels: audio channels, their samples by turns.
    """

    codec: str
    rate: int
    channels: int = 1

    def __str__(self) -> str:
        return f"{self.codec} {self.rate} {self.channels}"


def parse_raw(text: str) -> RawFormat:
    """Read `codec rate [channels]`, such as `mulaw 8000 1`.

    Raises:
        UsageError: it is not of that form; the choices are named.
    """
    codec, rate, channels = [*text.lower().split(), "", "", ""][:3]
    if codec not in RAW_CODECS:
        raise UsageError(
            f"{codec!r} is no codec of headerless recordings",
            hint=f"one of {' '.join(RAW_CODECS)}; {_EXAMPLE}",
        )
    if len(text.split()) not in (2, 3):
        raise UsageError(f"{text!r} does not describe a headerless recording", hint=_EXAMPLE)
    if _number(rate) not in RATES:
        raise UsageError(
            f"{rate!r} is no sample rate", hint=f"{RATES.start} to {RATES.stop - 1}; {_EXAMPLE}"
        )
    most, count = RAW_CODECS[codec].channels, _number(channels or "1")
    if not 1 <= count <= most:
        raise UsageError(
            f"{codec} with {channels!r} audio channels is not read",
            hint=f"{'1' if most == 1 else f'1 to {most}'}; {_EXAMPLE}",
        )
    return RawFormat(codec=codec, rate=_number(rate), channels=count)


def _number(text: str) -> int:
    """A whole number; 0, which is none of the choices, for what is no number or a huge one."""
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def raw_track(file: FileIO, raw: RawFormat) -> Track:
    """A file read as what it is said to hold."""
    import av

    codec = RAW_CODECS[raw.codec]
    decoder = av.CodecContext.create(codec.decoder, "r")
    assert isinstance(decoder, av.AudioCodecContext)  # noqa: S101 - all of the table are
    decoder.sample_rate = raw.rate
    decoder.layout = LAYOUTS[raw.channels]
    decoder.options = dict(codec.options)
    return Track(packets=_packets(file, codec, raw.channels), decoder=decoder)


def _packets(file: FileIO, codec: _RawCodec, channels: int) -> Iterator["Packet[AudioStream]"]:
    """The bytes in packets of whole units; an incomplete unit at the end is left out."""
    import av

    unit = codec.unit * channels
    file.seek(0)
    while data := file.read(unit * codec.units):
        whole = len(data) - len(data) % unit
        if whole:
            yield cast("Packet[AudioStream]", av.Packet(data[:whole]))
