"""Silence indicators: long silences in a call that nobody announced. A hold with music is none."""

from qa_toolkit.domain.rubric import SilenceIndicator
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.signals import Gap
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.reading import CannotTell, Found, Reading

_ANNOUNCED_WITHIN_TURNS = 3


def find_silence(indicator: SilenceIndicator, reading: Reading) -> Found:
    """Each silence longer than the bound, unless the agent announced it in the turns before."""
    if not reading.signals.timed:
        return CannotTell(reason="the turns carry no times", status=RatingStatus.NEEDS_REVIEW)
    return tuple(
        reading.whole_turn(
            silence.after_turn,
            indicator.id,
            indicator.points,
            f"then {silence.length_s:.0f} s of silence",
        )
        for silence in reading.signals.silences
        if silence.length_s > indicator.longer_than_s
        and not _announced(silence, indicator, reading)
    )


def _announced(silence: Gap, indicator: SilenceIndicator, reading: Reading) -> bool:
    if not indicator.unless_announced:
        return False
    before = range(max(0, silence.after_turn - _ANNOUNCED_WITHIN_TURNS + 1), silence.after_turn + 1)
    places = reading.places(indicator.announcing, SpeakerRole.AGENT)
    return any(turn in before for turn, _, _ in places)
