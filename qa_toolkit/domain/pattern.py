"""Regular expressions in rubrics: run by RE2 alone, whose time grows linearly with the text.

RE2 (https://github.com/google/re2/wiki/Syntax) has no look-around and no back-references, and so
no pattern that could hang a run. What is left to refuse is what would still cost too much.
"""

import re
from collections.abc import Iterator
from functools import cache
from time import perf_counter
from typing import Any

MOST_CHARACTERS = 500
MOST_REPEATS = 20
MEMORY_BYTES = 1 << 20
SLOWEST_S = 0.1
"""Seconds that a pattern may take for ten thousand characters; a usual one takes a thousandth."""
_SAMPLE = "Hello Dana, I'm sorry to hear that. We've sent 2 parcels (no. 4711) on 03/11! " * 130
_REPEAT = re.compile(r"\{(\d+)(?:,(\d*))?\}")
_ESCAPED_OR_CLASS = re.compile(r"\\.|\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]", re.DOTALL)


class PatternError(ValueError):
    """A pattern that cannot be used; the message names the place."""


@cache
def compiled(pattern: str) -> Any:
    """The pattern, compiled by RE2; letters stand for both cases unless it says `(?-i)`.

    Raises:
        re2.error: it is no pattern.
    """
    import re2

    return re2.compile(pattern, options())


def options() -> Any:
    """How RE2 reads patterns."""
    import re2

    chosen = re2.Options()
    chosen.case_sensitive = False
    chosen.log_errors = False
    chosen.max_mem = MEMORY_BYTES
    return chosen


def spans(pattern: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a pattern matches in a text, in characters; never nothing."""
    for match in compiled(pattern).finditer(text):
        start, end = match.span()
        if start < end:
            yield start, end


def check_pattern(pattern: str) -> None:
    """Refuse a pattern that RE2 cannot read, or that finds nothing in particular, or is slow.

    Raises:
        PatternError: what is wrong, and where.
    """
    import re2

    if len(pattern) > MOST_CHARACTERS:
        raise PatternError(f"{len(pattern)} characters; a pattern has at most {MOST_CHARACTERS}")
    for repeat in _REPEAT.finditer(_ESCAPED_OR_CLASS.sub(_blank, pattern)):
        if max(int(count) for count in repeat.groups(default="0") if count) > MOST_REPEATS:
            where = f"at character {repeat.start() + 1}"
            raise PatternError(f"{repeat[0]} {where} repeats more than {MOST_REPEATS} times")
    try:
        known = compiled(pattern)
    except re2.error as error:
        raise PatternError(_told(error, pattern)) from None
    began = perf_counter()
    empty = any(match.start() == match.end() for match in known.finditer(_SAMPLE))
    took_s = perf_counter() - began
    if empty or known.search("") is not None:
        raise PatternError("it also matches where nothing stands")
    if took_s > SLOWEST_S:
        raise PatternError("it is too slow; write several short ones, with fewer repeats")


def _blank(found: re.Match[str]) -> str:
    """As many characters that mean nothing, so that places stay."""
    return "_" * len(found[0])


def _told(error: Exception, pattern: str) -> str:
    said = error.args[0]
    message = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
    what, _, part = message.partition(": ")
    if part and part in pattern:
        return f"{what} at character {pattern.index(part) + 1}: {part}"
    return message
