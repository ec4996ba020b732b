"""How loud each audio channel is, when, and how alike the channels are: one pass over a file."""

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
        correlation: Pearson's coefficient of each two channels, -1..1; 0 beside silence.
    """

    duration_s: float
    power: "NDArray[np.float64]"
    peak: tuple[float, ...]
    correlation: "NDArray[np.float64]"

    @property
    def channels(self) -> int:
        return len(self.peak)

    def level_db(self, channel: int, start_s: float, end_s: float) -> float:
        """Mean level over a span, in decibels below full scale."""
        import numpy as np

        first = min(int(start_s * FRAMES_PER_S), self.power.shape[1] - 1)
        last = max(first + 1, round(end_s * FRAMES_PER_S))
        return float(10 * np.log10(max(self.power[channel, first:last].mean(), _FLOOR)))


class LevelMeter:
    """Measures a recording given in pieces, each but the last of whole tenths of a second.

    Args:
        channels: how many audio channels the pieces have.
    """

    def __init__(self, *, channels: int) -> None:
        import numpy as np

        self._powers: list[NDArray[np.float64]] = []
        self._peak = np.zeros(channels, dtype=np.float32)
        self._products = np.zeros((channels, channels))
        self._sums = np.zeros(channels)
        self._samples = 0

    def add(self, piece: Samples) -> None:
        """Measure the next piece: one row of 16-bit samples per channel."""
        import numpy as np

        sound = piece.astype(np.float32) / FULL_SCALE
        self._samples += sound.shape[1]
        self._peak = np.maximum(self._peak, np.abs(sound).max(axis=1))
        rest = -sound.shape[1] % _FRAME
        framed = np.pad(sound, ((0, 0), (0, rest))).reshape(len(sound), -1, _FRAME)
        self._powers.append(np.square(framed).mean(axis=2, dtype=np.float64))
        if len(sound) > 1:
            self._products += sound @ sound.T
            self._sums += sound.sum(axis=1, dtype=np.float64)

    def finish(self) -> Levels:
        """What was measured on all pieces."""
        import numpy as np

        count = max(1, self._samples)
        covariance = self._products / count - np.outer(self._sums, self._sums) / count**2
        variance = np.maximum(np.diag(covariance), 0.0)
        spread = np.sqrt(np.outer(variance, variance))
        alike = np.divide(covariance, spread, out=np.zeros_like(spread), where=spread > _FLOOR)
        return Levels(
            duration_s=self._samples / SAMPLE_RATE,
            power=np.concatenate(self._powers, axis=1),
            peak=tuple(float(value) for value in self._peak),
            correlation=alike,
        )
