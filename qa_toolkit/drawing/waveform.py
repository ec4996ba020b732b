"""The waveform of an audio channel as a path to draw, in a box 1,000 wide and 100 high."""

from base64 import b64decode
from binascii import Error
from collections.abc import Sequence
from itertools import pairwise
from math import sqrt

from qa_toolkit.domain.sound import Waveform

WIDTH = 1000
_MIDDLE = 50
_STEP = 2
_COLUMNS = WIDTH // _STEP
# speech is far quieter than full scale and would be a line: drawn is the square root
_HEIGHTS = bytes(round(_MIDDLE * sqrt(top / 255)) for top in range(256))
# a line to the next column, by how much higher that is; relative and whole numbers are short
_ONWARD = {rise: f"{_STEP}{-rise: d}" for rise in range(-_MIDDLE, _MIDDLE + 1)}
_BACK = {rise: f"-{_STEP}{rise: d}" for rise in range(-_MIDDLE, _MIDDLE + 1)}

Spans = Sequence[tuple[float, float]]


def path_of(waveform: Waveform, channel: int, own: Spans = (), others: Spans = ()) -> str:
    """The peaks of a channel, above and below the middle; empty where there are none.

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
    heights = _columns(peaks).translate(_HEIGHTS)
    rises = [higher - height for height, higher in pairwise(heights)]
    above = " ".join([_ONWARD[rise] for rise in rises])
    below = "".join([_BACK[-rise] for rise in reversed(rises)])
    first, last = heights[0], heights[-1]
    return f"M0 {_MIDDLE - first}l{above} 0 {2 * last}{below}Z"


def _columns(peaks: bytes) -> bytes:
    """The highest peak of each column; few peaks stand in several columns each."""
    count = len(peaks)
    if count <= _COLUMNS:
        return bytes([peaks[column * count // _COLUMNS] for column in range(_COLUMNS)])
    bounds = [column * count // _COLUMNS for column in range(_COLUMNS + 1)]
    return bytes([max(peaks[start:end]) for start, end in pairwise(bounds)])


def _without(peaks: bytes, per_s: float, own: Spans, others: Spans) -> bytes:
    drawn = bytearray(peaks)
    for spans, source in ((others, bytes(len(peaks))), (own, peaks)):
        for start_s, end_s in spans:
            part = slice(max(0, int(start_s * per_s)), max(0, int(end_s * per_s) + 1))
            drawn[part] = source[part]
    return bytes(drawn)
