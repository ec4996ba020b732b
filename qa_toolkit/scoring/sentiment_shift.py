"""Sentiment-shift indicators: the customer leaves in another mood than they came."""

from statistics import fmean

from qa_toolkit.domain.rubric import SentimentShiftIndicator
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.reading import CannotTell, Found, Reading

_FEWEST_TURNS = 3


def find_sentiment_shift(indicator: SentimentShiftIndicator, reading: Reading) -> Found:
    """The last third of the customer's turns, when its mean compound moved by enough.

    A course, not an average: the mean of the last third less that of the first.
    """
    turns = reading.turns_of(SpeakerRole.CUSTOMER)
    if len(turns) < _FEWEST_TURNS:
        return CannotTell(reason=f"fewer than {_FEWEST_TURNS} customer turns to compare")
    third = max(1, len(turns) // 3)
    shift = _mean(turns[-third:], reading) - _mean(turns[:third], reading)
    if indicator.at_least is not None and shift < indicator.at_least:
        return ()
    if indicator.at_most is not None and shift > indicator.at_most:
        return ()
    note = f"customer's mood {shift:+.2f} from first to last third"
    return (reading.whole_turn(turns[-1], indicator.id, indicator.points, note),)


def _mean(turns: tuple[int, ...], reading: Reading) -> float:
    return fmean(reading.signals.sentiment[turn] or 0.0 for turn in turns)
