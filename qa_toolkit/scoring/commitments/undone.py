"""What takes a promise back: negation, doubt, questions, reports of what others said, quotes."""

import re

from qa_toolkit.scoring.commitments.patterns import either, words

_NOT_SURE = (
    r"\b(?:not|never|no longer|can't|cannot|can not|couldn't|couldnt|cant|don't|dont|doesn't|won't"
    r"|unable to|hard to|difficult to|no) (?:\w+ ){0,2}?"
    + words("promise guarantee say sure certain tell know think believe expect confirm mean idea")
    + r"\b[^.!?]{0,30}"
)
_DOUBTED = either(
    words(
        "whether if how what why where which who than unless until hope hoping hopefully "
        "fingers_crossed wish maybe perhaps might may doubt unlikely possibly think thought guess "
        "suppose assume believe imagine would_say"
    )
)
_REPORTED = either(
    words("said says saying claimed claims wrote mentioned stated stating indicated"),
    r"told \w+|promised(?: you| me)?|advised(?: you)?|according to \w+",
)
_ASKED = r"(?:do|did|does|would|will|should) (?:you|they|he|she) (?:think|know|say|mean|want)"
_BEFORE = re.compile(
    either(
        _NOT_SURE, rf"\b{_DOUBTED}(?: that| and)?,?", rf"\b{_REPORTED}(?: that)?,?", rf"\b{_ASKED}"
    )
    + r"\s*$"
)
_BEHIND = re.compile(
    r" ?(?:(?:also|then|certainly|definitely|most) )?"
    + words("not never no_longer neither hardly always usually normally typically probably likely")
    + r"\b"
)
_QUOTES = str.maketrans("\u201c\u201d\u201e", '"""')
_QUOTED_LINE = (">", "&gt;")
_LOOK_BACK = 80


def taken_back(lower: str, floor: int, start: int, verb: int) -> bool:
    """Whether what starts at `start`, with its verb at `verb`, is no promise of the speaker.

    "usually" and "probably" take back as well: they speak of what happens in general, or may.
    """
    return (
        _BEHIND.match(lower, verb) is not None
        or _BEFORE.search(lower, max(floor, start - _LOOK_BACK), start) is not None
        or _in_quotes(lower, start)
    )


def _in_quotes(lower: str, start: int) -> bool:
    """Whether a place stands between quotation marks, or in a line that an e-mail quotes."""
    line = lower.rfind("\n", 0, start) + 1
    if lower.startswith(_QUOTED_LINE, line):
        return True
    return lower[line:start].translate(_QUOTES).count('"') % 2 == 1
