"""The clock that presses of the stopwatch are taken from, on this computer."""

import time
from datetime import UTC, datetime

from qa_toolkit.domain.shop.log import Mark, ShopLog
from qa_toolkit.domain.wording import minutes
from qa_toolkit.shops.interview.marks import on_hold
from qa_toolkit.shops.interview.stopwatch import Stopwatch, drift_told


def running_s() -> float:
    """Seconds of a clock that nobody can set, and that goes on while the computer sleeps.

    It is called so on Linux and otherwise on a Mac; Windows has it under no name of Python's.
    """
    for name in ("CLOCK_BOOTTIME", "CLOCK_MONOTONIC"):
        if (kind := getattr(time, name, None)) is not None:
            return time.clock_gettime(kind)
    return time.monotonic()


def wall() -> datetime:
    """This moment by the clock on the wall, in the zone of this computer."""
    return datetime.now(UTC).astimezone()


class RunningClock:
    """The moments of presses; from the first press on they follow a clock that nobody can set."""

    def __init__(self) -> None:
        self._watch: Stopwatch | None = None

    def now(self, log: ShopLog) -> datetime:
        """This moment."""
        if self._watch is not None and is_running(log):
            return self._watch.at(running_s())
        self._watch = Stopwatch(began_at=wall(), began_s=running_s())
        return self._watch.began_at

    def told(self, log: ShopLog) -> str:
        """What the stopwatch shows; empty while it does not run."""
        start = log.moment(Mark.START)
        if start is None or not is_running(log):
            return ""
        elapsed = (self.now(log) - start).total_seconds()
        if elapsed < 0:
            return "the clock of this computer lies before the start: type the times"
        state = "on hold, " if on_hold(log) else ""
        waiting = "" if log.moment(Mark.ANSWERED) else "waiting, "
        return f"● {state}{waiting}{minutes(elapsed)}"

    def drift(self) -> str:
        """What to say of a clock on the wall that was set since the first press."""
        if self._watch is None:
            return ""
        return drift_told(self._watch.drift_s(wall(), running_s()))


def is_running(log: ShopLog) -> bool:
    """Whether a shop has begun and not ended, by its presses."""
    return log.moment(Mark.START) is not None and log.moment(Mark.END) is None
