"""Sound → power spectra, one for every 32 ms, whatever the pieces it comes in."""

from typing import TYPE_CHECKING, TypeAlias

from qa_toolkit.transcribe.audio.samples import FULL_SCALE, SAMPLE_RATE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Power: TypeAlias = "NDArray[np.float32]"
"""Power for each cell (row) and frequency (column): the sum of a row is 1 for a full-scale sine."""
Mask: TypeAlias = "NDArray[np.bool_]"
"""One truth for each cell."""
Values: TypeAlias = "NDArray[np.float32]"
"""One number for each cell."""

CELL = 512
CELL_S = CELL / SAMPLE_RATE
"""The map's grain: each cell is judged by the window of twice its length around it."""
BIN_HZ = SAMPLE_RATE / (2 * CELL)
LOWEST = 4
"""Columns below (60 Hz) hold mains hum and the offset of cheap recorders."""
BINS = 256
"""Columns: up to 4 kHz, which is all that a telephone carries."""


class Spectra:
    """Cuts one audio channel, given in pieces, into windows and gives their power spectra."""

    def __init__(self) -> None:
        import numpy as np

        # periodic Hann window, and the factor that makes a full-scale sine 1
        self._window = np.hanning(2 * CELL + 1)[:-1].astype(np.float32)
        self._scale = np.float32(4 / (2 * CELL * float(np.square(self._window).sum())))
        self._rest = np.zeros(CELL // 2, dtype=np.int16)

    def add(self, samples: "NDArray[np.int16]") -> Power:
        """The spectra of all cells that are complete with these samples."""
        import numpy as np

        sound = np.concatenate([self._rest, samples])
        cells = max(0, len(sound) // CELL - 1)
        self._rest = sound[cells * CELL :]
        if not cells:
            return np.zeros((0, BINS), dtype=np.float32)
        windows = np.lib.stride_tricks.sliding_window_view(
            sound[: (cells + 1) * CELL].astype(np.float32) / np.float32(FULL_SCALE), 2 * CELL
        )[::CELL]
        spectra = np.fft.rfft(windows * self._window, axis=1)[:, :BINS]
        power = (np.square(spectra.real) + np.square(spectra.imag)) * self._scale
        return power.astype(np.float32, copy=False)

    def finish(self) -> Power:
        """The spectra of the last cells, as if silence followed."""
        import numpy as np

        cells = -(-(len(self._rest) - CELL // 2) // CELL)
        missing = (cells + 1) * CELL - len(self._rest)
        return self.add(np.zeros(max(0, missing), dtype=np.int16))
