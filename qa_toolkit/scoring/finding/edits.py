"""Texts changed in places, and the way back to where things stood before."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """Characters of a text, from start to end, and what takes their place."""

    start: int
    end: int
    instead: str


class Edited:
    """A text with edits made, which know what each of its characters stood for.

    Attributes:
        text: the text as it is now.
    """

    __slots__ = ("_now", "_then", "text")

    def __init__(self, text: str, edits: Iterable[Edit]) -> None:
        """Edits are in order and do not overlap."""
        pieces: list[str] = []
        # the bounds of what was replaced, in the text as it is and as it was, two for each edit
        self._now: list[int] = []
        self._then: list[int] = []
        length = last = 0
        for start, end, instead in edits:
            pieces += (text[last:start], instead)
            length += start - last
            self._now += (length, length + len(instead))
            self._then += (start, end)
            length += len(instead)
            last = end
        pieces.append(text[last:])
        self.text = "".join(pieces)

    def before(self, start: int, end: int) -> tuple[int, int]:
        """Where characters of the text stood before; whole edits where they begin or end in one."""
        return self._start(start), self._end(end)

    def _start(self, at: int) -> int:
        bounds = bisect_right(self._now, at)
        if bounds % 2:  # inside an edit
            return self._then[bounds - 1]
        return at if not bounds else self._then[bounds - 1] + at - self._now[bounds - 1]

    def _end(self, at: int) -> int:
        bounds = bisect_left(self._now, at)
        if bounds % 2:
            return self._then[bounds]
        return at if not bounds else self._then[bounds - 1] + at - self._now[bounds - 1]
