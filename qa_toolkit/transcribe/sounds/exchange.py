"""The tones of the exchange: ring-back, busy and the like."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from qa_toolkit.transcribe.sounds.cells import BIN_HZ, LOWEST, Power, Values
from qa_toolkit.transcribe.sounds.pauses import FAINTEST_DB, quiet
from qa_toolkit.transcribe.sounds.spans import Run, cells_of, runs

EXCHANGE_HZ = (300, 660)
"""Where the exchange's tones lie, 350+440, 400+450, 425, 440+480, 480+620 Hz: ITU-T E.180."""
TONE_SHARE = 0.9
STEADY_HZ = 9.0
STEADY_DB = 1.5
"""The exchange's tones change by less from cell to cell, even after GSM."""
BURST_S = 0.22
"""A voice kept all that up so long twice in 97 minutes, for 0.32 s at most."""
SURE_BURST_S, SURE_BURSTS = 0.5, 3
"""No voice does it for so long, or so many times at the same pitch with pauses between."""
LONE_BURST_S = 0.8
"""A single burst is a tone of the exchange when it lasts as long as this."""
RING_PAUSE_S = 5.5
"""The longest pause of a ring-back is 5 s: ITU-T E.180, Supplement 2."""
SAME_HZ = 12.0
"""Bursts of one ring-back have the same pitch."""
PAUSE_S = 0.3
"""Around a single burst there is at least this much of a pause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Burst:
    """A stretch of one unchanging tone of the exchange."""

    first: int
    last: int
    hertz: float

    @property
    def cells(self) -> int:
        return self.last - self.first


def exchange_hertz(power: Power, level_db: Values) -> Values:
    """The mean frequency where nearly all energy lies where the exchange's tones do, else 0."""
    import numpy as np

    first, last = (round(hertz / BIN_HZ) for hertz in EXCHANGE_HZ)
    first, last = first - 2, last + 4
    band = power[:, first:last]
    inside = band.sum(axis=1)
    mean = band @ (np.arange(first, last, dtype=np.float32) * BIN_HZ) / (inside + 1e-12)
    tone = (inside > TONE_SHARE * power[:, LOWEST:].sum(axis=1)) & (level_db > FAINTEST_DB)
    hertz: Values = np.where(tone, mean, 0).astype(np.float32)
    return hertz


def bursts(hertz: Values, level_db: Values) -> list[Burst]:
    """The stretches in which neither pitch nor level of a tone changes."""
    import numpy as np

    tone = hertz > 0
    steady = (
        tone[1:]
        & tone[:-1]
        & (np.abs(np.diff(hertz)) < STEADY_HZ)
        & (np.abs(np.diff(level_db)) < STEADY_DB)
    )
    return [
        Burst(first=first, last=last + 1, hertz=float(np.median(hertz[first : last + 1])))
        for first, last in runs(steady)
        if last - first >= cells_of(BURST_S) - 1 and not _glides(hertz[first : last + 1])
    ]


def _glides(hertz: Values) -> bool:
    """Whether many small steps lead somewhere else, as in a voice that hums."""
    import numpy as np

    third = len(hertz) // 3
    return bool(abs(np.median(hertz[:third]) - np.median(hertz[-third:])) > SAME_HZ)


def trains(found: Sequence[Burst], level_db: Values) -> list[list[Burst]]:
    """Bursts of the same pitch with nothing but quiet between them belong together."""
    together: list[list[Burst]] = [[burst] for burst in found[:1]]
    for before, burst in pairwise(found):
        if not _continues(before, burst, level_db):
            together.append([])
        together[-1].append(burst)
    return together


def rings(found: Sequence[Sequence[Burst]], level_db: Values) -> list[Run]:
    """Trains with their pauses, and long single bursts that silence surrounds.

    A melody is none: its notes change, and nothing pauses between them.
    """
    return [
        (train[0].first, train[-1].last)
        for train in found
        if len(train) > 1 or _alone(train[0], level_db)
    ]


def _alone(burst: Burst, level_db: Values) -> bool:
    near, tone_db = cells_of(PAUSE_S), _tone_db(burst, level_db)
    before = (max(0, burst.first - near), burst.first)
    after = (burst.last, burst.last + near)
    silent = quiet(before, level_db, tone_db) and quiet(after, level_db, tone_db)
    return silent and burst.cells >= cells_of(LONE_BURST_S)


def _tone_db(burst: Burst, level_db: Values) -> float:
    import numpy as np

    return float(np.median(level_db[burst.first : burst.last]))


def sure_bursts(found: Sequence[Sequence[Burst]]) -> list[Run]:
    """The bursts that no voice can have made, without the pauses."""
    return [
        (burst.first, burst.last)
        for train in found
        for burst in train
        if len(train) >= SURE_BURSTS or burst.cells >= cells_of(SURE_BURST_S)
    ]


def _continues(before: Burst, burst: Burst, level_db: Values) -> bool:
    if burst.first - before.last > cells_of(RING_PAUSE_S):
        return False
    alike = abs(before.hertz - burst.hertz) <= SAME_HZ
    return alike and quiet((before.last, burst.first), level_db, _tone_db(burst, level_db))
