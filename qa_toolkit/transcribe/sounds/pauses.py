"""What the tones of keys and of the exchange have in common: their level, and quiet between them."""

from qa_toolkit.transcribe.sounds.cells import Values
from qa_toolkit.transcribe.sounds.spans import Run

FAINTEST_DB = -45.0
"""Fainter tones leak from somewhere else."""
PAUSE_DB = 15.0
"""In a pause the line is quieter than the tone by this much."""


def quiet(pause: Run, level_db: Values, tone_db: float) -> bool:
    """Whether hardly anything in a pause between tones is nearly as loud as they are.

    Two cells at either end still hold a part of the tone.
    """
    inside = level_db[pause[0] + 2 : pause[1] - 2]
    return len(inside) < 2 or bool((inside > tone_db - PAUSE_DB).mean() < 0.1)
