"""Words that are somebody else's: in quotation marks, or behind "you said"."""

import re
from bisect import bisect_left
from functools import lru_cache

from qa_toolkit.scoring.finding import Words

_QUOTED = re.compile(r"[\"“][^\"“”]{1,300}[\"”]")
_REPORTING = frozenset({"said", "told", "wrote", "claimed", "promised", "says", "stated"})
# a clause of its own, or "I" and "we" in it, are the speaker's again: "you said it broke, I'm sorry"
_REPORTED = re.compile(
    r"\b(?:you|he|she|they|someone|somebody|it|who|colleague|agent|son|daughter|wife|husband) "
    rf"(?:{'|'.join(sorted(_REPORTING))})\b(?:(?!\b(?:i|we)\b)[^.!?,;:\n]){{0,40}}$"
)
_LOOK_BACK = 80


def reported(words: Words, start: int) -> bool:
    """Whether the words that begin at `start` are told as somebody else's."""
    text = words.text
    if ('"' in text or "“" in text) and _in_quotation_marks(text, start):
        return True
    if words.lacks(_REPORTING):
        return False
    return _REPORTED.search(text[max(0, start - _LOOK_BACK) : start]) is not None


def _in_quotation_marks(text: str, start: int) -> bool:
    starts, ends = _quotations(text)
    before = bisect_left(starts, start) - 1
    return before >= 0 and start < ends[before]


@lru_cache(maxsize=64)
def _quotations(text: str) -> tuple[list[int], list[int]]:
    """Where quotations start and end; looked for once in a text, however many finds ask."""
    found = [match.span() for match in _QUOTED.finditer(text)]
    return [start for start, _ in found], [end for _, end in found]
