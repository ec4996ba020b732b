"""The waveform of a recording, for drawing it: the largest sample of each short span."""

from base64 import b64encode
from typing import TYPE_CHECKING

from qa_toolkit.domain.sound import Waveform
from qa_toolkit.transcribe.audio.samples import FULL_SCALE, SAMPLE_RATE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from qa_toolkit.transcribe.audio.samples import Samples

PEAKS_PER_S = 20
MOST_PEAKS = 2_000
"""For each channel: as many columns as a wide screen has."""
_SPAN = SAMPLE_RATE // PEAKS_PER_S


class WaveformMeter:
    """Takes the peaks of a recording that is given in pieces, wherever these are cut.

    The samples are not kept: three hours leave 430 kB for each channel.

    Args:
        channels: how many audio channels the pieces have.
    """

    def __init__(self, *, channels: int) -> None:
        import numpy as np

        self._rest = np.zeros((channels, 0), dtype=np.int16)
        self._peaks = [np.zeros((channels, 0), dtype=np.uint16)]

    def add(self, piece: "Samples") -> None:
        """Take in the next piece: one row of 16-bit samples for each channel."""
        import numpy as np

        sound = np.concatenate([self._rest, piece], axis=1)
        whole = sound.shape[1] // _SPAN * _SPAN
        self._rest = sound[:, whole:]
        self._peaks.append(_peaks(sound[:, :whole]))

    def finish(self) -> Waveform:
        """At most `MOST_PEAKS` peaks for each channel, and at most `PEAKS_PER_S` a second."""
        import numpy as np

        missing = -self._rest.shape[1] % _SPAN
        last = _peaks(np.pad(self._rest, ((0, 0), (0, missing))))
        peaks = np.concatenate([*self._peaks, last], axis=1)
        together = max(1, -(-peaks.shape[1] // MOST_PEAKS))
        peaks = np.pad(peaks, ((0, 0), (0, -peaks.shape[1] % together)))
        drawn = peaks.reshape(len(peaks), -1, together).max(axis=2)
        rows = np.rint(drawn * (255 / FULL_SCALE)).astype(np.uint8)
        return Waveform(
            per_s=PEAKS_PER_S / together,
            peaks=tuple(b64encode(row.tobytes()).decode("ascii") for row in rows),
        )


def _peaks(sound: "Samples") -> "NDArray[np.uint16]":
    """The largest absolute sample of each span; the samples fill whole spans."""
    import numpy as np

    framed = sound.reshape(len(sound), -1, _SPAN)
    # in 32 bits, because -32,768 has no opposite in 16
    highest, lowest = (edge.astype(np.int32) for edge in (framed.max(axis=2), framed.min(axis=2)))
    peaks: NDArray[np.uint16] = np.maximum(highest, -lowest).astype(np.uint16)
    return peaks
