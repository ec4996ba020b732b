"""How positive or negative a turn's words sound, by VADER.

VADER (Hutto & Gilbert 2014) adds up the valence of known words. It knows nothing of service:
"I've been waiting three weeks" is neutral to it. It therefore assists and never decides.
"""

from functools import cache

from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

MAX_CHARACTERS = 10_000
"""Beyond this a turn's mood is settled, and VADER's time grows with the square of the length."""


@cache
def _analyzer() -> SentimentIntensityAnalyzer:
    return SentimentIntensityAnalyzer()


def compound(text: str) -> float:
    """VADER's compound score of the text, -1 (negative) to 1 (positive), 0 without known words."""
    return float(_analyzer().polarity_scores(text[:MAX_CHARACTERS])["compound"])
