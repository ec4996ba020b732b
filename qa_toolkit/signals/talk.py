"""Who speaks how much, how fast and how loud, for each person of a call."""

from collections.abc import Iterator, Sequence
from math import log10

from qa_toolkit.domain.signals import Talk
from qa_toolkit.domain.transcript import SpeakerRole, Turn
from qa_toolkit.signals.speech import Stretch

FEWEST_WORDS = 10
"""Fewer words say nothing about how fast somebody speaks."""


class _Voice:
    """What adds up for one person."""

    def __init__(self) -> None:
        self.speaking_s = 0.0
        self.words = 0
        self.power_s = 0.0
        self.measured_s = 0.0


def talk(turns: Sequence[Turn], speech: Sequence[Stretch]) -> Iterator[Talk]:
    """One for each person who speaks, in the order in which they begin.

    Loudness is the mean power over the speaking time of the turns in which it was measured.
    """
    voices: dict[tuple[SpeakerRole, str], _Voice] = {}
    counted: set[int] = set()  # a turn with pauses comes in several stretches
    for start_s, end_s, number in speech:
        turn = turns[number]
        voice = voices.setdefault((turn.speaker, turn.party), _Voice())
        length_s = end_s - start_s
        voice.speaking_s += length_s
        if turn.loudness_db is not None:
            voice.power_s += length_s * 10 ** (turn.loudness_db / 10)
            voice.measured_s += length_s
        if number not in counted:
            counted.add(number)
            voice.words += len(turn.words) or len(turn.text.split())
    all_s = sum(voice.speaking_s for voice in voices.values())
    for (speaker, party), voice in voices.items():
        yield Talk(
            speaker=speaker,
            party=party,
            speaking_s=voice.speaking_s,
            words=voice.words,
            share=voice.speaking_s / all_s if all_s else 0.0,
            words_per_minute=_rate(voice),
            loudness_db=_level_db(voice),
        )


def _rate(voice: _Voice) -> float | None:
    if voice.words < FEWEST_WORDS or voice.speaking_s <= 0:
        return None
    return 60 * voice.words / voice.speaking_s


def _level_db(voice: _Voice) -> float | None:
    if voice.measured_s <= 0 or voice.power_s <= 0:
        return None
    return 10 * log10(voice.power_s / voice.measured_s)
