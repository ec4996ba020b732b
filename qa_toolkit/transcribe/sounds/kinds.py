"""Named sounds and the words found → what is heard in each cell, without a gap."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from qa_toolkit.domain.sound import SoundKind
from qa_toolkit.transcribe.sounds.cells import Values
from qa_toolkit.transcribe.sounds.named import Named
from qa_toolkit.transcribe.sounds.spans import Run, cells_of, enclosed, joined, mean, runs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Stretch: TypeAlias = tuple[SoundKind, Run]

SILENT_DB = -50.0
"""Quieter than this, against full scale, is silence to the ear: speech is 25 dB louder, and lines
and the noise that is added for comfort have about -60 dB of their own."""
SHORTEST_S = 0.3
"""A shorter stretch joins the one before it."""
LASTING = frozenset({SoundKind.SPEECH, SoundKind.KEYS})
"""Kinds that stay however short they are: a "yes", a key."""
OVER_MUSIC = 0.2
"""Steady share of words that are said over music; with nothing under them it is under 0.1."""
ENCLOSED_S = 2.0
"""An announcement has so much music before and after it."""
SENTENCE_PAUSE_S = 1.0
BREAK_S = 15.0
"""Nothing but noise or silence for so long between two stretches of music is part of the hold."""

WORDLESS = (SoundKind.SILENCE, SoundKind.NOISE)
_KINDS = tuple(SoundKind)


def stretches(named: Named, level_db: Values, speech: Sequence[Run]) -> list[Stretch]:
    """What is heard, in order, from the first cell to the last.

    Args:
        named: the sounds that need no words to be told.
        level_db: how loud each cell is.
        speech: where words were found, in order.
    """
    import numpy as np

    loud = mean(level_db, cells_of(1.0)) > SILENT_DB
    codes = np.where(loud, _code(SoundKind.NOISE), _code(SoundKind.SILENCE)).astype(np.uint8)
    codes[named.music] = _code(SoundKind.MUSIC)
    for kind, found in (
        (SoundKind.RINGING, named.rings),
        (SoundKind.KEYS, named.keys),
        (SoundKind.SPEECH, _beside_music(speech, named)),
        (SoundKind.MUSIC, named.sure_music),
    ):
        for first, last in found:
            codes[first:last] = _code(kind)
    _close_breaks(codes)
    return _without_short_ones(_equal(codes))


def _code(kind: SoundKind) -> int:
    return _KINDS.index(kind)


def _beside_music(speech: Sequence[Run], named: Named) -> list[Run]:
    """Speech without the announcements that are made over hold music."""
    found: list[Run] = []
    starts = [first for first, _ in speech]
    for first, last in joined(list(speech), cells_of(SENTENCE_PAUSE_S)):
        under = named.steady[first:last].mean() >= OVER_MUSIC
        if not (under and enclosed((first, last), named.music, cells_of(ENCLOSED_S))):
            found += speech[bisect_left(starts, first) : bisect_left(starts, last)]
    return found


def _close_breaks(codes: "NDArray[np.uint8]") -> None:
    """Give the music what lies between two stretches of it: a drum solo, the next piece."""
    import numpy as np

    music = _code(SoundKind.MUSIC)
    for first, last in runs(np.isin(codes, [_code(kind) for kind in WORDLESS])):
        between = first > 0 and last < len(codes) and codes[first - 1] == codes[last] == music
        if between and last - first <= cells_of(BREAK_S):
            codes[first:last] = music


def _equal(codes: "NDArray[np.uint8]") -> list[Stretch]:
    import numpy as np

    edges = [0, *(np.flatnonzero(np.diff(codes)) + 1).tolist(), len(codes)]
    return [
        (_KINDS[codes[first]], (first, last)) for first, last in pairwise(edges) if last > first
    ]


def _without_short_ones(found: Sequence[Stretch]) -> list[Stretch]:
    whole: list[Stretch] = []
    for kind, (first, last) in found:
        short = last - first < cells_of(SHORTEST_S) and kind not in LASTING
        if whole and (short or whole[-1][0] is kind):
            whole[-1] = (whole[-1][0], (whole[-1][1][0], last))
        else:
            whole.append((kind, (first, last)))
    return whole
