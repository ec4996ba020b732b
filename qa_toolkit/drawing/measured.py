"""Measured facts in words: who speaks how much, and how long nobody does."""

from qa_toolkit.domain.rounding import whole_percent
from qa_toolkit.domain.signals import Signals
from qa_toolkit.drawing.words import length, name_of


def talk(signals: Signals) -> tuple[tuple[str, ...], ...]:
    """Who speaks how much: name, share, time, words a minute, loudness; empty where not known."""
    return tuple(
        (
            name_of(who.speaker, who.party),
            whole_percent(who.share),
            length(who.speaking_s),
            "" if who.words_per_minute is None else f"{who.words_per_minute:.0f}",
            "" if who.loudness_db is None else f"{who.loudness_db:.0f} dB".replace("-", "−"),
        )
        for who in signals.talk
    )


def dead_air(signals: Signals) -> str:
    """How long all silences of two seconds or more last; `none`, or empty where it is not known."""
    silent_s = signals.dead_air_s
    if silent_s is None:
        return ""
    return length(silent_s) if silent_s else "none"
