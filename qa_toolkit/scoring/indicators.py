"""The kinds of indicator, each served by the function of its own module."""

from collections.abc import Mapping
from typing import assert_never

from qa_toolkit.domain.rubric import (
    AttributeIndicator,
    CommitmentIndicator,
    Indicator,
    InterruptionIndicator,
    ModelIndicator,
    OrderIndicator,
    PhraseIndicator,
    ResponseTimeIndicator,
    SentimentShiftIndicator,
    SilenceIndicator,
)
from qa_toolkit.scoring.attribute import find_attribute
from qa_toolkit.scoring.commitment import find_commitments
from qa_toolkit.scoring.interruption import find_interruptions
from qa_toolkit.scoring.model import find_model
from qa_toolkit.scoring.models import Prediction
from qa_toolkit.scoring.order import find_order
from qa_toolkit.scoring.phrase import find_phrases
from qa_toolkit.scoring.reading import Found, Reading
from qa_toolkit.scoring.response_time import find_response_time
from qa_toolkit.scoring.sentiment_shift import find_sentiment_shift
from qa_toolkit.scoring.silence import find_silence

Predictions = Mapping[str, Prediction]
_NONE: Predictions = {}


def find(indicator: Indicator, reading: Reading, predictions: Predictions = _NONE) -> Found:
    """What one indicator finds; mypy proves that every kind is served.

    Args:
        indicator: what is looked for.
        reading: the transcript.
        predictions: what models say of it, by the name the rubric gives them.
    """
    match indicator:
        case PhraseIndicator():
            return find_phrases(indicator, reading)
        case OrderIndicator():
            return find_order(indicator, reading)
        case ResponseTimeIndicator():
            return find_response_time(indicator, reading)
        case SilenceIndicator():
            return find_silence(indicator, reading)
        case InterruptionIndicator():
            return find_interruptions(indicator, reading)
        case AttributeIndicator():
            return find_attribute(indicator, reading)
        case SentimentShiftIndicator():
            return find_sentiment_shift(indicator, reading)
        case ModelIndicator():
            return find_model(indicator, reading, predictions)
        case CommitmentIndicator():
            return find_commitments(indicator, reading)
        case _:
            assert_never(indicator)
