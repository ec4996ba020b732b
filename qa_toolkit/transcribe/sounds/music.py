"""Where music plays: surely, so that nobody need listen, and probably, if no words are there."""

from typing import TYPE_CHECKING

from qa_toolkit.transcribe.sounds.cells import Mask, Values
from qa_toolkit.transcribe.sounds.spans import Run, cells_of, joined, masked, mean, near, runs
from qa_toolkit.transcribe.sounds.steady import NO_LINE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

AUDIBLE_DB = -60.0
"""Fainter steady lines are no music to anybody."""
LONG_S, SHORT_S = 3.0, 1.0
"""What is judged: so many seconds around each cell."""
SURE_LONG, SURE_SHORT = 0.5, 0.4
"""Steady shares that speech never reaches: 0.34 was the most around any cell of 97 minutes."""
SURE_ENERGY, SURE_SYLLABLE = 0.6, 0.4
"""Steady part of the energy of a second, and of each syllable in it: a voice over music takes
more, so that an announcement 15 dB louder than the music was never called sure."""
SYLLABLE_S = 0.25
SURE_S = 2.0
"""Shorter stretches are never called sure."""
LIKELY_LONG, LIKELY_SHORT = 0.25, 0.12
"""Steady shares of music with drums: enough where nobody said a word."""
HUM = 0.9
"""The loudest line of a hum is the same for this share of the time; in hold music 0.52 was most."""
LIKELY_S = 2.0
"""Shorter music is none, and music does not pause for longer in the midst of a phrase."""
LIKELY_DB = -50.0
"""Music is played to be heard; the buzz of a mobile telephone was at -56."""


def steady_share(steady: Values, whole: Values) -> Values:
    """The part of the energy that lies in steady lines, 0 where nothing is to be heard.

    Args:
        steady: energy in steady lines, for each cell: see `SteadyLines`.
        whole: all energy in the band where they are looked for.
    """
    import numpy as np

    audible = whole > 10 ** (AUDIBLE_DB / 10)
    share: Values = np.where(audible, steady / np.maximum(whole, np.float32(1e-12)), 0)
    return share


def sure(steady: Values, whole: Values, within: Mask) -> list[Run]:
    """Music without a voice: every second of it is steady, and the three around are.

    Args:
        steady: see `steady_share`.
        whole: see `steady_share`.
        within: where music is likely.
    """
    share = steady_share(steady, whole)
    short = cells_of(SHORT_S)
    found = (
        within
        & (mean(share, cells_of(LONG_S)) >= SURE_LONG)
        & (mean(share, short) >= SURE_SHORT)
        & (mean(steady, short) >= SURE_ENERGY * mean(whole, short))
        & ~near(_spoken(steady, whole), short)
    )
    return [run for run in runs(found) if run[1] - run[0] >= cells_of(SURE_S)]


def _spoken(steady: Values, whole: Values) -> Mask:
    """Where something sounds for the length of a syllable that is no steady line."""
    syllable = cells_of(SYLLABLE_S)
    spoken: Mask = mean(steady, syllable) < SURE_SYLLABLE * mean(whole, syllable)
    return spoken


def likely(share: Values, level_db: Values, loudest: "NDArray[np.uint8]") -> Mask:
    """Music, also with drums or an announcement; may hold speech.

    Args:
        share: see `steady_share`.
        level_db: how loud each cell is.
        loudest: see `SteadyLines`.
    """
    import numpy as np

    short = cells_of(SHORT_S)
    core = mean(share, cells_of(LONG_S)) >= LIKELY_LONG
    around = core | (mean(share, short) >= LIKELY_SHORT)
    found = [
        (first, last)
        for first, last in joined(runs(around), cells_of(LIKELY_S))
        if last - first >= cells_of(LIKELY_S)
        and core[first:last].sum() >= short
        and np.median(level_db[first:last]) >= LIKELY_DB
        and not _hums(loudest[first:last])
    ]
    return masked(found, len(core))


def _hums(loudest: "NDArray[np.uint8]") -> bool:
    """Whether the loudest line is nearly always the same."""
    import numpy as np

    lines = loudest[loudest != NO_LINE]
    # a line between two columns is now in the one, now in the other
    cells = np.convolve(np.bincount(lines, minlength=NO_LINE), np.ones(3), "same")
    return bool(cells.max() > HUM * len(lines))
