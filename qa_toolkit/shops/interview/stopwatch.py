"""A clock for the presses of a shop that nobody can set while it runs."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from qa_toolkit.domain.shop.moments import with_offset

MOST_DRIFT_S = 2.0
"""Clocks of computers are corrected by less than that all the time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stopwatch:
    """What the clock on the wall said at the first press, and what has run since.

    Attributes:
        began_at: by the clock on the wall, with its zone.
        began_s: by a clock that only runs forward, at the same moment.
    """

    began_at: datetime
    began_s: float

    def at(self, running_s: float) -> datetime:
        """This moment, by the clock on the wall as it was at the first press."""
        elapsed = timedelta(seconds=running_s - self.began_s)
        moment = self.began_at.astimezone(UTC) + elapsed
        return with_offset(moment.astimezone(self.began_at.tzinfo))

    def drift_s(self, wall: datetime, running_s: float) -> float:
        """Seconds by which the clock on the wall was set forward since; negative when back."""
        return (wall.astimezone(UTC) - self.at(running_s)).total_seconds()


def drift_told(drift_s: float) -> str:
    """What to say of a clock that was set while the stopwatch ran; empty where it was not."""
    if abs(drift_s) <= MOST_DRIFT_S:
        return ""
    way = "forward" if drift_s > 0 else "back"
    return (
        f"the clock of this computer was set {way} by {abs(drift_s):,.0f} s while the stopwatch "
        "ran: the times go on from the start and are not changed by it"
    )
