"""How much of the sound lies in lines that keep their pitch: much in music, little in speech.

A note holds its pitch for a while; the voice glides all the time, so that its overtones cross the
columns of the spectrum. The idea of "continuous frequency activation": Seyerlehner, Pohle,
Schedl, Widmer, "Automatic music detection in television productions", DAFx 2007.
"""

from typing import TYPE_CHECKING, TypeAlias

from qa_toolkit.transcribe.sounds.cells import BIN_HZ, Mask, Power, Values

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

HELD = 8
"""A line is steady when it stays for this many cells (a quarter of a second)."""
LOWEST_HZ, HIGHEST_HZ = 750, 3_600
"""Below, even a gliding voice stays in one column; above, a telephone carries nothing."""
STANDS_OUT_DB = 3.0
"""A line is louder than the mean of its surroundings by this much."""
AROUND = 10
"""The surroundings: so many columns (156 Hz) to each side."""
FAINTEST_DB = -85.0
"""Lines below this, against full scale, are rounding errors of the decoder."""

NO_LINE = 255
"""Stands for the column of the loudest steady line where there is none."""

_BAND = slice(round(LOWEST_HZ / BIN_HZ), round(HIGHEST_HZ / BIN_HZ))

Steadiness: TypeAlias = "tuple[Values, Values, NDArray[np.uint8]]"
"""For each cell: energy in steady lines, all energy of the band, column of the loudest line."""


class SteadyLines:
    """Finds the steady lines of one audio channel that is given in pieces.

    A cell's answer depends on `HELD - 1` cells before and after, so it comes that much later.
    """

    def __init__(self) -> None:
        import numpy as np

        columns = _BAND.stop - _BAND.start
        self._power = np.zeros((HELD - 1, columns), dtype=np.float32)
        self._lines = np.zeros((HELD - 1, columns), dtype=np.bool_)

    def add(self, power: Power) -> Steadiness:
        """The steadiness of the cells that are decided now."""
        return self._decide(power[:, _BAND], _lines(power))

    def finish(self) -> Steadiness:
        """The same for the last cells, as if silence followed."""
        import numpy as np

        nothing = np.zeros((HELD - 1, self._power.shape[1]), dtype=np.float32)
        return self._decide(nothing, nothing > 0)

    def _decide(self, power: Power, lines: "NDArray[np.bool_]") -> Steadiness:
        import numpy as np

        power = np.concatenate([self._power, power])
        lines = np.concatenate([self._lines, lines])
        context = 2 * (HELD - 1)
        self._power, self._lines = power[-context:], lines[-context:]
        decided = slice(HELD - 1, max(HELD - 1, len(power) - HELD + 1))
        energy = power[decided]
        held = energy * _held(lines)[decided]
        steady = held.sum(axis=1)
        loudest = np.where(steady > 0, held.argmax(axis=1), NO_LINE).astype(np.uint8)
        return steady, energy.sum(axis=1), loudest


def _lines(power: Power) -> "NDArray[np.bool_]":
    import numpy as np

    decibels = 10 * np.log10(power + np.float32(1e-10))
    padded = np.pad(decibels, ((0, 0), (AROUND + 1, AROUND)), mode="edge")
    sums = np.cumsum(padded, axis=1)
    width = 2 * AROUND + 1
    mean = (sums[:, width:] - sums[:, :-width]) / width
    found: NDArray[np.bool_] = (decibels > mean + STANDS_OUT_DB) & (decibels > FAINTEST_DB)
    return found[:, _BAND]


def _held(lines: "NDArray[np.bool_]") -> Mask:
    """Whether a line is part of an unbroken run of at least `HELD` cells."""
    import numpy as np

    starts = np.zeros_like(lines)
    if len(lines) >= HELD:
        starts[: len(lines) - HELD + 1] = True
    for later in range(1, HELD):
        starts[:-later] &= lines[later:]
    starts &= lines
    held = starts.copy()
    for earlier in range(1, HELD):
        held[earlier:] |= starts[:-earlier]
    return held
