"""How positive or negative a turn's words sound, by VADER.

VADER (Hutto & Gilbert 2014) adds up the valence of known words. It knows nothing of service:
"I've been waiting three weeks" is neutral to it. It therefore assists and never decides.
"""

from functools import cache

from qa_toolkit.signals.vader import FastAnalyzer

MAX_CHARACTERS = 10_000
"""Beyond this a turn's mood is settled: VADER's compound nears 1 or -1 with every word."""


@cache
def _analyzer() -> FastAnalyzer:
    return FastAnalyzer()


def compound(text: str) -> float:
    """VADER's compound score of the text, -1 (negative) to 1 (positive), 0 without known words."""
    return _analyzer().polarity_scores(text[:MAX_CHARACTERS])["compound"]
