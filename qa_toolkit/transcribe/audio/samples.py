"""What sound is to the rest of the toolkit."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Samples: TypeAlias = "NDArray[np.int16]"
"""16-bit samples at `SAMPLE_RATE`: one row per audio channel, or one channel alone."""
Pieces: TypeAlias = "Iterator[NDArray[np.int16]]"
"""A recording in pieces of `PIECE_S` seconds, the last one shorter."""

SAMPLE_RATE = 16_000
"""Samples per second: what the Whisper models were trained on."""
FULL_SCALE = 32_768
PIECE_S = 10
"""Length of the pieces in which a recording is read, in seconds."""
MAX_CHANNELS = 8
LAYOUTS = ("", "mono", "stereo", "2.1", "4.0", "5.0", "5.1", "6.1", "7.1")
"""FFmpeg's name for each number of audio channels."""
MAX_HOURS = 24
"""A file that decodes to more is no call: a few kilobytes can hold years of silence."""
RATES = range(1_000, 768_001)
"""Sample rates that are read; others stand only in damaged or made-up headers."""
