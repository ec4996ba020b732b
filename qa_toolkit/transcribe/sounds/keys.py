"""The tones of telephone keys (DTMF)."""

from collections.abc import Sequence

from qa_toolkit.transcribe.sounds.cells import BIN_HZ, LOWEST, Mask, Power, Values
from qa_toolkit.transcribe.sounds.pauses import FAINTEST_DB, quiet
from qa_toolkit.transcribe.sounds.spans import Run, cells_of, joined, runs

LOW_HZ = (697, 770, 852, 941)
HIGH_HZ = (1_209, 1_336, 1_477, 1_633)
"""A key is one tone of each group: ITU-T Q.23."""
KEY_SHARE = 0.85
"""The two tones hold this share of all energy: no key was found in 97 minutes of speech."""
KEY_OFF = 0.018
"""A tone may be off by so much of its frequency: ITU-T Q.24 asks for 1.5 to 1.8 %."""
KEY_TWIST_DB = 8.0
"""The two tones are about equally loud: ITU-T Q.24 reports 4 to 10 dB from land to land."""
KEY_CELLS = 3
"""So many cells are several short keys; of a single one, two on end are enough."""
KEY_PAUSE_S = 0.6
"""Keys pressed one after the other are one span."""


def key_cells(power: Power, level_db: Values) -> Mask:
    """Whether a cell holds the two tones of a key and nothing else."""
    import numpy as np

    low, low_fits = _strongest(power, LOW_HZ)
    high, high_fits = _strongest(power, HIGH_HZ)
    found: Mask = (
        (low_fits & high_fits)
        & (low + high > KEY_SHARE * power[:, LOWEST:].sum(axis=1))
        & (np.abs(10 * np.log10(low / high)) < KEY_TWIST_DB)
        & (level_db > FAINTEST_DB)
    )
    return found


def _strongest(power: Power, group: Sequence[int]) -> tuple[Values, Mask]:
    """The energy of the strongest tone where the group lies, and whether it is one of the group."""
    import numpy as np

    first, last = round(group[0] / BIN_HZ) - 3, round(group[-1] / BIN_HZ) + 4
    peak = first + power[:, first:last].argmax(axis=1)
    columns = peak[:, np.newaxis] + np.arange(-2, 3)
    around = np.take_along_axis(power, columns, axis=1)
    energy: Values = around.sum(axis=1) + np.float32(1e-12)
    hertz = (around * columns).sum(axis=1) / energy * BIN_HZ
    off = np.abs(hertz[:, np.newaxis] / np.asarray(group, dtype=np.float32) - 1).min(axis=1)
    return energy, off < KEY_OFF


def key_spans(key: Mask) -> list[Run]:
    """The spans in which keys are pressed."""
    return [
        (first, last)
        for first, last in joined(runs(key), cells_of(KEY_PAUSE_S))
        if key[first:last].sum() >= KEY_CELLS or (key[first:last][1:] & key[first:last][:-1]).any()
    ]


def sure_keys(key: Mask, spans: Sequence[Run], level_db: Values) -> list[Run]:
    """The tones of the keys in the spans, and the pauses in which nobody says a word."""
    tones: list[Run] = []
    for span in spans:
        for first, last in runs(key[slice(*span)]):
            run = (span[0] + first, span[0] + last)
            tone_db = float(level_db[slice(*run)].mean())
            if tones and span[0] < run[0] and quiet((tones[-1][1], run[0]), level_db, tone_db):
                tones[-1] = (tones[-1][0], run[1])
            else:
                tones.append(run)
    return tones
