"""Words for the future, such as "will", "going to", "let me": where they stand in a text.

Most turns hold none, so a look at their words must do: only around a word that belongs to a sign
is a pattern tried.
"""

import re
from collections import defaultdict
from dataclasses import dataclass

_I_WE = r"(?<![\w'])(?:i|we)"
_LOOK_AHEAD = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """A kind of word for the future.

    Attributes:
        back: how many characters before its word a find may start.
        parts: stand in a text for the words, where these hang together with others.
    """

    name: str
    words: tuple[str, ...]
    pattern: re.Pattern[str]
    back: int
    parts: tuple[str, ...] = ()


def _sign(name: str, words: str, pattern: str, back: int, *parts: str) -> Sign:
    return Sign(
        name=name, words=tuple(words.split()), pattern=re.compile(pattern), back=back, parts=parts
    )


_PLANS = "plan planning aim aiming intend intending expect expecting due scheduled"
_FUTURE = (
    _sign("will", "will shall gonna", r"\b(?:will|shall|gonna)\b|'{1,2}ll\b", 1, "'ll"),
    _sign(
        "will",
        "going gonna",
        r"(?:'m|'re|'s|\b(?:am|are|is)) (?:just |also |now )?(?:going to|gonna)\b",
        10,
    ),
    _sign("joined", "ill well youll theyll", r"(?<![\w'])(?:ill|well|youll|theyll)(?= \w)", 0),
    _sign(
        "let",
        "lemme allow",
        r"\b(?:let me|lemme|allow (?:me|us) to)\b(?! know\b)",
        0,
        "let me",
    ),
    _sign(
        "promise",
        "promise guarantee undertake",
        rf"{_I_WE}(?: do| can| hereby)? (?:promise|guarantee|undertake) to\b",
        13,
    ),
    _sign(
        "plan",
        _PLANS,
        rf"{_I_WE}(?:'m|'re| am| are)? (?:{_PLANS.replace(' ', '|')}) to\b",
        8,
    ),
    _sign(
        "should",
        "should",
        r"\byou should\b(?= (?:also |then |now |be )?"
        r"(?:receiv(?:e|ing)|get|getting|hear|hearing|have|see|seeing)\b)",
        4,
    ),
    _sign("expect", "expect", r"\b(?:you (?:can|may|should) |please )expect\b", 11),
    _sign("can", "so", r"\bso (?:that )?(?:we|i) can\b", 0),
    _sign(
        "booked",
        "booked scheduled arranged confirmed due",
        r"(?:\b(?:is|are|been)|'s)(?: now| all)? (?:booked|scheduled|arranged|confirmed|due)"
        r"(?: in)?\b(?= (?:for|to|on|between|at|by|tomorrow|today)\b)",
        9,
    ),
    _sign(
        "arranged",
        "booked scheduled arranged set organised organized moved asked",
        rf"{_I_WE}(?:'ve| have|ve)(?: \w+){{0,2}}? (?:booked|scheduled|arranged|set up"
        r"|organi[sz]ed|moved|asked)\b",
        30,
    ),
    _sign(
        "progressive",
        "i'm we're am are",
        rf"{_I_WE}(?:'m|'re| am| are) (?:now |currently |also )?(?!going to\b|gonna\b)(?=\w+ing\b)",
        3,
    ),
)
_PARTS = tuple((part, sign) for sign in _FUTURE for part in sign.parts)
_BY_WORD: dict[str, list[Sign]] = defaultdict(list)
for _known in _FUTURE:
    for _word in _known.words:
        _BY_WORD[_word].append(_known)
_WORDS = frozenset(_BY_WORD)

Found = tuple[str, re.Match[str]]
"""The name of a sign, and where it stands."""


def signs_in(lower: str) -> list[Found]:
    """Every word for the future in a text in lower case, by its place."""
    held = [(word, sign) for word in _WORDS.intersection(lower.split()) for sign in _BY_WORD[word]]
    held += [(part, sign) for part, sign in _PARTS if part in lower]
    found: dict[int, Found] = {}
    for text, sign in held:
        at = lower.find(text)
        while at >= 0:
            begin, end = max(0, at - sign.back), at + len(text) + _LOOK_AHEAD
            match = sign.pattern.search(lower, begin, end)
            if match is not None and match.start() not in found:
                found[match.start()] = (sign.name, match)
            at = lower.find(text, at + len(text))
    return [found[start] for start in sorted(found)]
