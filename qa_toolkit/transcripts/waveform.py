"""The waveform of an audio channel as a path to draw, in a box 1,000 wide and 100 high."""

from base64 import b64decode
from binascii import Error
from collections.abc import Sequence
from math import sqrt

from qa_toolkit.domain.sound import Waveform

WIDTH = 1000
_MIDDLE = 50
_COLUMNS = 500

Spans = Sequence[tuple[float, float]]


def path_of(waveform: Waveform, channel: int, own: Spans = (), others: Spans = ()) -> str:
    """The peaks of a channel, above and below the middle; empty where there are none.

    Drawn is the square root: speech is far quieter than full scale, and would be a line.

    Args:
        waveform: of the recording.
        channel: which of its audio channels.
        own: seconds that are drawn also where others speak.
        others: seconds that are left out: somebody else speaks there, on the same channel.
    """
    try:
        peaks = b64decode(waveform.peaks[channel], validate=True)
    except (IndexError, Error, ValueError):
        return ""
    if others and waveform.per_s > 0:
        peaks = _without(peaks, waveform.per_s, own, others)
    if not any(peaks):
        return ""
    each = max(1, -(-len(peaks) // _COLUMNS))
    tops = [max(peaks[i : i + each]) for i in range(0, len(peaks), each)]
    heights = [round(_MIDDLE * sqrt(top / 255), 1) for top in tops]
    places = [round(WIDTH * i / len(heights), 1) for i in range(len(heights))]
    above = [f"{x:g} {_MIDDLE - h:g}" for x, h in zip(places, heights, strict=True)]
    below = [f"{x:g} {_MIDDLE + h:g}" for x, h in zip(places, heights, strict=True)]
    return f"M{' L'.join([*above, *reversed(below)])}Z"


def _without(peaks: bytes, per_s: float, own: Spans, others: Spans) -> bytes:
    drawn = bytearray(peaks)
    for spans, source in ((others, bytes(len(peaks))), (own, peaks)):
        for start_s, end_s in spans:
            part = slice(max(0, int(start_s * per_s)), max(0, int(end_s * per_s) + 1))
            drawn[part] = source[part]
    return bytes(drawn)
