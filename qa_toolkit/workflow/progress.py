"""Being told how far a stage is."""

from dataclasses import dataclass

from qa_toolkit.domain.wording import counted


class Progress:
    """Hears of every stage and says nothing; the command line draws bars from it."""

    def start(self, stage: str, total: int | None, *, expected_s: float = 0) -> None:
        """A stage begins: `total` items, None where nobody can know.

        Args:
            stage: its name.
            total: number of items.
            expected_s: seconds of sound in all of them, as far as can be told beforehand.
        """

    def advance(self, stage: str, *, expected_s: float = 0, audio_s: float = 0) -> None:
        """One more item is through.

        Args:
            stage: its name.
            expected_s: seconds of sound that were expected in it.
            audio_s: seconds of sound it held; 0 for one that failed.
        """

    def finish(self, stage: str) -> None:
        """The stage is over."""


SILENT = Progress()


@dataclass(slots=True, kw_only=True)
class Pace:
    """How far a stage is, and how fast it goes.

    Attributes:
        total: number of items, None where nobody knows.
        expected_s: seconds of sound that were expected in all of them, 0 for a stage without.
        done: items that are through.
        through_s: seconds of sound that were expected in these,
        audio_s: and what they really held.
    """

    total: int | None
    expected_s: float = 0
    done: int = 0
    through_s: float = 0
    audio_s: float = 0

    def add(self, expected_s: float, audio_s: float) -> None:
        """One more item is through."""
        self.done += 1
        self.through_s += expected_s
        self.audio_s += audio_s

    @property
    def share(self) -> float | None:
        """How much of the work is done, 0 to 1; None where nobody knows."""
        if self.expected_s:
            return min(1.0, self.through_s / self.expected_s)
        return min(1.0, self.done / self.total) if self.total else None

    @property
    def items(self) -> str:
        """`12 of 200`, or `12 items` where nobody knows the total."""
        if self.total is None:
            return counted(self.done, "item")
        return f"{self.done:,} of {self.total:,}"

    def finish(self) -> None:
        """No more items come, whatever was expected."""
        self.total, self.expected_s = self.done, self.through_s

    def told(self, elapsed_s: float) -> str:
        """`3.4 of 8.1 h of audio, 58 × real time, 5 min left`, as far as it is known.

        What is expected is measured by file sizes, so the total follows what items really hold.
        """
        if not (self.share and elapsed_s):
            return ""
        left = "" if self.share == 1 else f"{length(elapsed_s / self.share - elapsed_s)} left"
        if not self.audio_s:
            return left
        speed = self.audio_s / elapsed_s
        told = (
            f"{_of(self.audio_s, self.audio_s / self.share)} of audio, "
            f"{speed:,.{0 if speed >= 10 else 1}f} × real time"
        )
        return f"{told}, {left}" if left else told


def _of(part_s: float, whole_s: float) -> str:
    """`3.4 of 8.1 h`, or `12 of 70 min`."""
    if whole_s < 2 * 3600:
        return f"{part_s / 60:.0f} of {whole_s / 60:.0f} min"
    return f"{part_s / 3600:,.1f} of {whole_s / 3600:,.1f} h"


def length(seconds: float) -> str:
    """`45 s`, `12 min`, `3 h 20 min`."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    if minutes < 90:
        return f"{minutes} min"
    hours, minutes = divmod(minutes, 60)
    return f"{hours} h {minutes} min" if minutes else f"{hours} h"
