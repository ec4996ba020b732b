"""How loud each audio channel is, when, and how alike the channels are: one pass over a file."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa_toolkit.transcribe.audio import FULL_SCALE, SAMPLE_RATE, Samples

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FRAMES_PER_S = 10
_FRAME = SAMPLE_RATE // FRAMES_PER_S
_FLOOR = 1e-12  # -120 dB: below what 16 bits can hold, so that silence has a logarithm


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Levels:
    """The measured facts of a recording.

    Attributes:
        duration_s: length of what could be decoded.
        power: mean square for each channel (row) and tenth of a second (column), 1 is full scale.
        peak: the largest absolute sample of each channel, 0..1.
        correlation: Pearson's coefficient of left and right, -1..1; 0 for one channel or silence.
    """

    duration_s: float
    power: "NDArray[np.float64]"
    peak: tuple[float, ...]
    correlation: float

    @property
    def channels(self) -> int:
        return len(self.peak)

    def level_db(self, channel: int, start_s: float, end_s: float) -> float:
        """Mean level over a span, in decibels below full scale."""
        import numpy as np

        first = min(int(start_s * FRAMES_PER_S), self.power.shape[1] - 1)
        last = max(first + 1, round(end_s * FRAMES_PER_S))
        return float(10 * np.log10(max(self.power[channel, first:last].mean(), _FLOOR)))


def measure(pieces: Iterable[Samples]) -> Levels:
    """Measure a recording given in pieces, each but the last of whole tenths of a second."""
    import numpy as np

    powers: list[NDArray[np.float64]] = []
    peaks: list[NDArray[np.float32]] = []
    samples = 0
    products = np.zeros((2, 2))
    sums = np.zeros(2)
    for piece in pieces:
        sound = piece.astype(np.float32) / FULL_SCALE
        samples += sound.shape[1]
        peaks.append(np.abs(sound).max(axis=1))
        rest = -sound.shape[1] % _FRAME
        framed = np.pad(sound, ((0, 0), (0, rest))).reshape(len(sound), -1, _FRAME)
        powers.append(np.square(framed).mean(axis=2, dtype=np.float64))
        if len(sound) == 2:
            products += sound @ sound.T
            sums += sound.sum(axis=1, dtype=np.float64)
    covariance = products / samples - np.outer(sums, sums) / samples**2
    spread = float(np.sqrt(max(covariance[0, 0], 0.0) * max(covariance[1, 1], 0.0)))
    return Levels(
        duration_s=samples / SAMPLE_RATE,
        power=np.concatenate(powers, axis=1),
        peak=tuple(float(value) for value in np.max(peaks, axis=0)),
        correlation=float(covariance[0, 1]) / spread if spread > _FLOOR else 0.0,
    )
