"""Numbers as people write them and recognisers hear them: 24, twenty-four, 5th, £38, 100 percent.

"One", "a" and "second" are seldom numbers. "One" is one before a unit ("one hour") and within a
longer number, "a" before hundred and thousand, and "second" is none but in "22nd".
"""

import re
from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

Row = tuple[str, ...]
"""Words in a row."""


class Number(NamedTuple):
    """A number at the beginning of some words.

    Attributes:
        length: how many of the words it takes.
        ways: the rows of words it may be written as.
    """

    length: int
    ways: tuple[Row, ...]


_UNDER_TWENTY = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TIMES_TEN = "- - twenty thirty forty fifty sixty seventy eighty ninety"
_IN_ORDER = (
    "- first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_SMALL, _TENS, _NTH = _UNDER_TWENTY.split(), _TIMES_TEN.split(), _IN_ORDER.split()
_OF_SMALL = {word: value for value, word in enumerate(_SMALL)}
_OF_TENS = {word: 10 * value for value, word in enumerate(_TENS) if value > 1}
_OF_NTH = {word: value for value, word in enumerate(_NTH) if value not in {0, 2}}
_OF_NTH |= {f"{word[:-1]}ieth": value for word, value in _OF_TENS.items()}
NUMBER_WORDS = (*_OF_SMALL, *_OF_TENS, *_OF_NTH, "hundred", "thousand")
"""Every number in words has one of them."""
NUMBER_SIGNS = "0123456789£$€"
"""Every number in digits has one of these."""
_BEGIN = frozenset({*_OF_SMALL, *_OF_TENS, *_OF_NTH})
_UNITS = (
    "second seconds minute minutes hour hours day days week weeks month months year years "
    "business working calendar percent"
)
_SIGNS = {"£": ("pounds", "pound"), "$": ("dollars", "dollar"), "€": ("euros", "euro")}
_MONEY = {word: sign for sign, words in _SIGNS.items() for word in words}
_COUNTED = frozenset({*_UNITS.split(), *_MONEY})
"""Before these "one" is a number."""
_PERCENT: tuple[Row, ...] = (("percent",), ("per", "cent"))
_IN_DIGITS = re.compile(r"([£$€]?)(0|[1-9]\d{0,5}|[1-9]\d{0,2},\d{3})([£$€%]?)", re.ASCII)
_NTH_IN_DIGITS = re.compile(r"([1-9]\d?)(st|nd|rd|th)", re.ASCII)
_ONES = "|".join(_SMALL[1:10])
_SCALES = ("hundred", "thousand")
_NO_PART_BEFORE = "".join(
    f"(?<!{word})"
    for word in (
        *(f"{tens}[ -]" for tens in _OF_TENS),
        *(f"{scale}{more}" for scale in _SCALES for more in (" ", " and ")),
    )
)
"""Before a number in words: it is not the end of a longer one, as four is in twenty-four."""
_NO_PART_BEHIND = {
    **dict.fromkeys(_OF_TENS, rf"(?![ -](?:{_ONES})(?!\w))"),
    **dict.fromkeys(_OF_SMALL, r"(?! (?:hundred|thousand)(?!\w))"),
    **dict.fromkeys(_SCALES, rf"(?! (?:and )?(?:{'|'.join((*_SMALL[1:], *_OF_TENS))})(?!\w))"),
}
"""Behind a number in words: it is not the beginning of a longer one."""


def is_bounded(word: str) -> bool:
    """Whether a word of a phrase is only found where it is no part of a longer number."""
    return word[0].isdecimal() or word[-1].isdecimal() or (word in _BEGIN and word != "one")


def bound_before(word: str) -> str:
    """The pattern of what must not stand before a number that begins with the word."""
    if word[0].isdecimal():
        return r"(?<!\d[.,])"
    return _NO_PART_BEFORE if is_bounded(word) else ""


def bound_behind(word: str) -> str:
    """The pattern of what must not follow a number that ends with the word."""
    if word[-1].isdecimal():
        return r"(?![.,]\d)"
    return _NO_PART_BEHIND.get(word, "") if word != "one" else ""


def goes_on(word: str, behind: str) -> bool:
    """Whether one number may go on from a word to another: hundred, and; twenty, five."""
    return word in _NO_PART_BEHIND and (behind in _NO_PART_BEHIND or behind == "and")


def apart(words: Sequence[str]) -> list[str]:
    """The words, those cut that a hyphen joins to a number: twenty-four, 24-hour, two-factor."""
    known: list[str] = []
    for word in words:
        first, *more = word.split("-")
        number = first.isdecimal() or (first in _BEGIN and first != "one")
        known += (first, *more) if number and all(more) else (word,)
    return known


def number_at(words: list[str], behind: frozenset[str] = frozenset()) -> Number | None:
    """The number that words of a phrase, in lower case, begin with; None where they do not.

    Args:
        words: at least one.
        behind: the words that may follow them.
    """
    if nth := _nth(words):
        return nth
    length, value, sign = _cardinal(words)
    if not length:
        return None
    if sign:
        return Number(1, tuple(_amounts(value, sign, _said(sign))))
    unit = tuple(word.removesuffix("*") for word in words[length : length + 2])
    if unit and unit[0] in _MONEY:
        return Number(length + 1, tuple(_amounts(value, _MONEY[unit[0]], ((words[length],),))))
    for said in (("%",), *_PERCENT):
        if unit[: len(said)] == said:
            return Number(length + len(said), tuple(_amounts(value, "%", _PERCENT)))
    if value == 1 and _COUNTED.isdisjoint(behind.union(unit[:1])):
        return None
    return Number(length, tuple(_written(value)))


def _nth(words: list[str]) -> Number | None:
    """First, 5th, twenty-fifth."""
    if digits := _NTH_IN_DIGITS.fullmatch(words[0]):
        value = int(digits[1])
        return Number(1, _nths(value)) if value != 2 else None
    if words[0] in _OF_NTH:
        return Number(1, _nths(_OF_NTH[words[0]]))
    ones = _OF_NTH.get(words[1], 10) if len(words) > 1 and words[0] in _OF_TENS else 10
    return Number(2, _nths(_OF_TENS[words[0]] + ones)) if ones < 10 else None


def _nths(value: int) -> tuple[Row, ...]:
    ones = value % 10
    ending = {1: "st", 2: "nd", 3: "rd"}.get(ones, "th") if value // 10 != 1 else "th"
    if value < 20:
        said: Row = (_NTH[value],)
    elif ones:
        said = (_TENS[value // 10], _NTH[ones])
    else:
        said = (f"{_TENS[value // 10][:-1]}ieth",)
    return (f"{value}{ending}",), said


def _cardinal(words: list[str]) -> tuple[int, int, str]:
    """How many of the words are a number, which, and the sign that is written with it."""
    if digits := _IN_DIGITS.fullmatch(words[0]):
        return 1, int(digits[2].replace(",", "")), digits[1] or digits[3]
    hundreds = _scaled(words, "hundred", 100, _below_hundred(words))
    return (*_scaled(words, "thousand", 1_000, hundreds), "")


def _below_hundred(words: list[str]) -> tuple[int, int]:
    """How many of the words are a number, and which."""
    first, second = (*words[:2], "", "")[:2]
    if first in _OF_TENS:
        ones = _OF_SMALL.get(second, 0)
        return (2, _OF_TENS[first] + ones) if 0 < ones < 10 else (1, _OF_TENS[first])
    return (1, _OF_SMALL[first]) if first in _OF_SMALL else (0, 0)


def _scaled(words: list[str], name: str, times: int, known: tuple[int, int]) -> tuple[int, int]:
    """What was read of the words so far, so many times, and what is added to it."""
    length, value = known
    if not length and words[:1] == ["a"]:
        length, value = 1, 1
    if not value or words[length : length + 1] != [name]:
        return known
    length, value = length + 1, value * times
    rest = words[length:]
    if joined := rest[:1] == ["and"]:
        rest = rest[1:]
    more, added = _below_hundred(rest)
    if times > 100:
        more, added = _scaled(rest, "hundred", 100, (more, added))
    return (length + joined + more, value + added) if 0 < added < times else (length, value)


def _written(value: int) -> Iterator[Row]:
    """In digits and in words."""
    yield from ((digits,) for digits in _in_digits(value))
    yield from _in_words(value)


def _in_digits(value: int) -> tuple[str, ...]:
    return (str(value),) if value < 1_000 else (str(value), f"{value:,}")


def _in_words(value: int) -> Iterator[Row]:
    if value < 20:
        yield (_SMALL[value],)
    elif value < 100:
        tens, ones = divmod(value, 10)
        yield (_TENS[tens], _SMALL[ones]) if ones else (_TENS[tens],)
    elif value < 1_000:
        yield from _with_rest(value // 100, "hundred", value % 100)
    else:
        yield from _with_rest(value // 1_000, "thousand", value % 1_000)
        if value < 10_000 and value % 1_000 >= 100:
            yield from _with_rest(value // 100, "hundred", value % 100)


def _with_rest(count: int, name: str, rest: int) -> Iterator[Row]:
    tails = [()] if not rest else [*_in_words(rest)]
    if rest and rest < 100:
        tails += [("and", *tail) for tail in tails]
    heads = [*_in_words(count), *([("a",)] if count == 1 else [])]
    for head, tail in product(heads, tails):
        yield (*head, name, *tail)


def _said(sign: str) -> tuple[Row, ...]:
    return _PERCENT if sign == "%" else tuple((word,) for word in _SIGNS[sign])


def _amounts(value: int, sign: str, said: Sequence[Row]) -> Iterator[Row]:
    """A number with its unit, as a sign and as words."""
    for digits in _in_digits(value):
        if sign != "%":
            yield (f"{sign}{digits}",)
        yield (f"{digits}{sign}",)
        yield (digits, sign)
    for number, unit in product(_written(value), said):
        yield (*number, *unit)
