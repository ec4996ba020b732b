"""The sounds that have a name of their own: keys, ringing, music."""

from dataclasses import dataclass

from qa_toolkit.transcribe.sounds import exchange, music
from qa_toolkit.transcribe.sounds.cells import Mask, Values
from qa_toolkit.transcribe.sounds.keys import key_spans, sure_keys
from qa_toolkit.transcribe.sounds.listening import Heard
from qa_toolkit.transcribe.sounds.spans import (
    Run,
    cells_of,
    enclosed,
    joined,
    masked,
    widened,
)

EDGE = 1
"""Cells that hold the rest of a tone, at either end of those that are sure."""
AROUND_S = 1.0
"""What has so much music before and after it is a part of the music."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Named:
    """What one audio channel says before any word is known.

    Attributes:
        keys: spans in which keys are pressed.
        rings: ringing with its pauses.
        music: whether music is likely, in each cell.
        steady: share of the energy in steady lines, in each cell, without keys and ringing.
        sure_keys: the tones in `keys`, and the pauses in which nothing is said.
        sure_bursts: the tones in `rings`.
        sure_music: music without a voice.
    """

    keys: list[Run]
    rings: list[Run]
    music: Mask
    steady: Values
    sure_keys: list[Run]
    sure_bursts: list[Run]
    sure_music: list[Run]

    def not_speech(self) -> list[Run]:
        """What needs no recogniser: no voice is in it."""
        sure = sorted([*self.sure_keys, *self.sure_bursts, *self.sure_music])
        return joined(sure, 0)


def name_sounds(heard: Heard) -> Named:
    """Find the keys, the ringing and the music of one audio channel.

    Keys and ringing are steady too, so music is looked for beside them. What looks like a key or
    a ring in the midst of music is a part of the music.
    """
    cells = heard.cells
    keys = key_spans(heard.key)
    pressed = widened(sure_keys(heard.key, keys, heard.level_db), EDGE, cells)
    trains = exchange.trains(exchange.bursts(heard.hertz, heard.level_db), heard.level_db)
    sure_bursts = exchange.sure_bursts(trains)
    beside = ~masked(widened([*pressed, *sure_bursts], EDGE, cells), cells)
    steady, whole = heard.steady * beside, heard.whole * beside
    share = music.steady_share(steady, whole)
    likely = music.likely(share, heard.level_db, heard.loudest)
    around = cells_of(AROUND_S)
    return Named(
        keys=[run for run in keys if not enclosed(run, likely, around)],
        rings=[
            run
            for run in exchange.rings(trains, heard.level_db)
            if not enclosed(run, likely, around)
        ],
        music=likely,
        steady=share,
        sure_keys=pressed,
        sure_bursts=sure_bursts,
        sure_music=music.sure(steady, whole, likely),
    )
