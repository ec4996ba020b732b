"""One audio channel, piece by piece, to the few numbers for each cell that the map needs."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa_toolkit.transcribe.sounds import exchange
from qa_toolkit.transcribe.sounds.cells import LOWEST, Mask, Power, Spectra, Values
from qa_toolkit.transcribe.sounds.keys import key_cells
from qa_toolkit.transcribe.sounds.steady import Steadiness, SteadyLines

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Heard:
    """What was measured in each cell of one audio channel.

    Attributes:
        level_db: how loud, in decibels below a full-scale sine.
        key: whether the tones of a key are there: see `key_cells`.
        hertz: pitch of a tone of the exchange, else 0: see `exchange.exchange_hertz`.
        steady: energy in steady lines: see `SteadyLines`.
        whole: energy in the band in which these are looked for.
        loudest: column of the loudest steady line, or `NO_LINE`.
    """

    level_db: Values
    key: Mask
    hertz: Values
    steady: Values
    whole: Values
    loudest: "NDArray[np.uint8]"

    @property
    def cells(self) -> int:
        return len(self.level_db)


class Listener:
    """Measures one audio channel that is given in pieces."""

    def __init__(self) -> None:
        self._spectra = Spectra()
        self._lines = SteadyLines()
        self._cells: list[tuple[Values, Mask, Values]] = []
        self._steady: list[Steadiness] = []

    def add(self, samples: "NDArray[np.int16]") -> None:
        self._measure(self._spectra.add(samples))

    def finish(self) -> Heard:
        """Everything that was measured; nothing can be added any more."""
        import numpy as np

        self._measure(self._spectra.finish())
        self._steady.append(self._lines.finish())
        level_db, key, hertz = (np.concatenate(parts) for parts in zip(*self._cells, strict=True))
        self._cells.clear()  # else everything would lie in memory twice
        steady, whole, loudest = (np.concatenate(part) for part in zip(*self._steady, strict=True))
        self._steady.clear()
        return Heard(
            level_db=level_db,
            key=key,
            hertz=hertz,
            steady=steady,
            whole=whole,
            loudest=loudest,
        )

    def _measure(self, power: Power) -> None:
        import numpy as np

        level_db = 10 * np.log10(power[:, LOWEST:].sum(axis=1) + np.float32(1e-10))
        key = key_cells(power, level_db)
        self._cells.append((level_db, key, exchange.exchange_hertz(power, level_db)))
        self._steady.append(self._lines.add(power))
