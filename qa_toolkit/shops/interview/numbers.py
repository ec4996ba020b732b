"""Numbers as people type them: `20`, `2,5`, `2.5`, `20 s`, `1:20`."""

import re
from math import floor

from qa_toolkit.shops.interview.typed import quoted

_WORDS = {
    "seconds": frozenset({"s", "sec", "secs", "second", "seconds"}),
    "minutes": frozenset({"m", "min", "mins", "minute", "minutes"}),
}
_MINUTES_SECONDS = re.compile(r"(\d{1,4}):([0-5]\d)")
_TYPED = re.compile(r"([+-]?\d{1,12}(?:[.,]\d{1,9})?)\s*([^\W\d]*)")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}[.,]000")


def read_number(text: str, unit: str = "") -> int | float | str:
    """A number in the unit of its question, or what is wrong with it in one line.

    A comma is a decimal comma. `1,000` may mean one or a thousand and is asked about.
    """
    text = text.strip().replace("\N{MINUS SIGN}", "-").replace("\N{ARABIC DECIMAL SEPARATOR}", ".")
    if (clock := _MINUTES_SECONDS.fullmatch(text)) and unit in _WORDS:
        seconds = int(clock[1]) * 60 + int(clock[2])
        return seconds if unit == "seconds" else _rounded(seconds / 60)
    typed = _TYPED.fullmatch(text)
    if typed is None:
        return f"{quoted(text)} is no number" if text else "a number is asked for"
    digits, word = typed[1], typed[2].casefold()
    if _THOUSANDS.fullmatch(digits):
        plain = re.sub("[.,]", "", digits)
        return f"'{digits}' can be {plain[:-3]} or {plain}: write one of them"
    number = float(digits.replace(",", "."))
    if word and word != unit.casefold():
        return _converted(number, word, unit)
    return whole(number)


def whole(number: float) -> int | float:
    """The same number, as an integer where it is one."""
    return int(number) if number == int(number) else number


def _rounded(number: float) -> int | float:
    """What comes of other units: to two decimals, as nobody timed it closer."""
    return whole(floor(number * 100 + 0.5) / 100)


def _converted(number: float, word: str, unit: str) -> int | float | str:
    said = next((name for name, words in _WORDS.items() if word in words), None)
    if said is None or unit not in _WORDS:
        return f"{quoted(word)} is not the unit of this answer" + (f": {unit}" if unit else "")
    if said == unit:
        return whole(number)
    return _rounded(number * 60 if unit == "seconds" else number / 60)
