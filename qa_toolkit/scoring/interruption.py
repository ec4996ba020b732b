"""Interruption indicators: one party starts while the other still speaks."""

from qa_toolkit.domain.rubric import InterruptionIndicator
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.scoring.reading import CannotTell, Found, Reading


def find_interruptions(indicator: InterruptionIndicator, reading: Reading) -> Found:
    """Each turn of the speaker that starts into the other's for longer than the bound."""
    if not reading.signals.timed:
        return CannotTell(reason="the turns carry no times", status=RatingStatus.NEEDS_REVIEW)
    turns = reading.transcript.turns
    return tuple(
        reading.whole_turn(
            overlap.turn, indicator.id, indicator.points, f"both speak for {overlap.both_s:.1f} s"
        )
        for overlap in reading.signals.overlaps
        if turns[overlap.turn].speaker == indicator.speaker
        and overlap.both_s > indicator.longer_than_s
    )
