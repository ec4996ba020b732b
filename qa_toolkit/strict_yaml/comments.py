"""Comments of a YAML text: from a `#` at the start of a line or behind a space, outside quotes."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

Spans = Sequence[tuple[int, int]]
"""Where something starts and ends in a text (offsets), in order."""
_SIGN = re.compile(r"(?<!\S)#")


def comments(text: str, quoted: Spans) -> Iterator[tuple[int, int]]:
    """Where the comments of a text start and end, given its quoted and block scalars."""
    end = 0
    for found in _SIGN.finditer(text):
        start = found.start()
        if start >= end and end_around(start, quoted) is None:
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            yield start, end


def end_around(offset: int, spans: Spans) -> int | None:
    """The end of the span that an offset lies in; None when it lies in none."""
    before = bisect_right(spans, offset, key=itemgetter(0)) - 1
    return spans[before][1] if before >= 0 and offset < spans[before][1] else None
