"""Measures of a whole interaction that models may count, each a number near 0 to 3."""

import math
from collections.abc import Callable

from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.detectors.detect import Finds
from qa_toolkit.scoring.reading import Reading

Measure = Callable[[Finds, Reading], float]


def agent_turns(finds: Finds, reading: Reading) -> float:
    """Logarithm of the number of the agent's turns."""
    return math.log1p(len(reading.turns_of(SpeakerRole.AGENT)))


def agent_words(finds: Finds, reading: Reading) -> float:
    """Logarithm of the agent's words per turn."""
    turns = reading.turns_of(SpeakerRole.AGENT)
    words = sum(len(reading.texts[turn].split()) for turn in turns)
    return math.log1p(words / len(turns)) if turns else 0.0


def customer_words(finds: Finds, reading: Reading) -> float:
    """Logarithm of the customer's words per turn."""
    turns = reading.turns_of(SpeakerRole.CUSTOMER)
    words = sum(len(reading.texts[turn].split()) for turn in turns)
    return math.log1p(words / len(turns)) if turns else 0.0


def mood(finds: Finds, reading: Reading) -> float:
    """Mean VADER compound of the customer's turns, -1 to 1."""
    known = [value for value in reading.signals.sentiment if value is not None]
    return sum(known) / len(known) if known else 0.0


def last_mood(finds: Finds, reading: Reading) -> float:
    """VADER compound of the customer's last turn, -1 to 1."""
    turns = reading.turns_of(SpeakerRole.CUSTOMER)
    return (reading.signals.sentiment[turns[-1]] or 0.0) if turns else 0.0


def customer_last(finds: Finds, reading: Reading) -> float:
    """1 when the customer has the last word."""
    turns = reading.transcript.turns
    return float(bool(turns) and turns[-1].speaker is SpeakerRole.CUSTOMER)


MEASURES: dict[str, Measure] = {
    "agent_turns": agent_turns,
    "agent_words": agent_words,
    "customer_words": customer_words,
    "mood": mood,
    "last_mood": last_mood,
    "customer_last": customer_last,
}
