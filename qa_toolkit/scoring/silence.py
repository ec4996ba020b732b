"""Silence indicators: long gaps in a call that nobody announced."""

from qa_toolkit.domain.rubric import SilenceIndicator
from qa_toolkit.domain.score import RatingStatus
from qa_toolkit.domain.signals import Gap
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.scoring.reading import CannotTell, Found, Reading

_ANNOUNCED_WITHIN_TURNS = 3


def find_silence(indicator: SilenceIndicator, reading: Reading) -> Found:
    """Each gap longer than the bound, unless the agent announced it in the turns before."""
    if not reading.signals.timed:
        return CannotTell(reason="the turns carry no times", status=RatingStatus.NEEDS_REVIEW)
    return tuple(
        reading.whole_turn(
            gap.after_turn, indicator.id, indicator.points, f"then {gap.length_s:.0f} s of silence"
        )
        for gap in reading.signals.gaps
        if gap.length_s > indicator.longer_than_s and not _announced(gap, indicator, reading)
    )


def _announced(gap: Gap, indicator: SilenceIndicator, reading: Reading) -> bool:
    if not indicator.unless_announced:
        return False
    before = range(max(0, gap.after_turn - _ANNOUNCED_WITHIN_TURNS + 1), gap.after_turn + 1)
    places = reading.places(indicator.announcing, SpeakerRole.AGENT)
    return any(turn in before for turn, _, _ in places)
