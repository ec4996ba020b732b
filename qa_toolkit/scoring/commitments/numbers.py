"""Numbers as people say them: "3", "three", "a couple of", "3 to 5"."""

import re
from dataclasses import dataclass

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {word: value for value, word in enumerate(_ONES + _TEENS, start=1)}
_VALUES |= {word: 10 * value for value, word in enumerate(_TENS, start=2)}
_LOOSE = {"couple": (2, 2), "few": (2, 5), "several": (3, 7)}
"""What loose words may mean; the higher number is the last that a fair reader would allow."""

WORD = rf"(?:(?:{'|'.join(_TENS)})(?:[ -](?:{'|'.join(_ONES)}))?|{'|'.join(_TEENS + _ONES)})"
NUMBER = rf"(?:\d{{1,3}}|{WORD}|an?(?: couple(?: of)?| few)?|few|couple(?: of)?|several)"
RANGE = rf"{NUMBER}(?: ?(?:-|–|to|or) ?{NUMBER})?"
_SPLIT = re.compile(r" ?(?:–|(?<=\d)-(?=\d)|\bto\b|\bor\b) ?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A number or a range of numbers; `loose` where a convention says how many."""

    low: int
    high: int
    loose: bool = False


def amount(text: str) -> Amount:
    """What a text that matches `RANGE` stands for; one where it names no number."""
    amounts = [_one(part) for part in _SPLIT.split(text)]
    return Amount(
        low=min(known.low for known in amounts),
        high=max(known.high for known in amounts),
        loose=any(known.loose for known in amounts),
    )


def _one(text: str) -> Amount:
    for word, (low, high) in _LOOSE.items():
        if word in text:
            return Amount(low=low, high=high, loose=True)
    if text.isdecimal():
        return Amount(low=int(text), high=int(text))
    value = sum(_VALUES.get(part, 0) for part in re.split(r"[ -]", text)) or 1
    return Amount(low=value, high=value)
