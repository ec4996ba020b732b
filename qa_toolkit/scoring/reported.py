"""Words that are somebody else's: in quotation marks, or behind "you said"."""

import re

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
    if ('"' in text or "“" in text) and any(
        quoted.start() < start < quoted.end() for quoted in _QUOTED.finditer(text)
    ):
        return True
    if words.lacks(_REPORTING):
        return False
    return _REPORTED.search(text[max(0, start - _LOOK_BACK) : start]) is not None
