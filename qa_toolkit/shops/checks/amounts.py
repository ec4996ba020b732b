"""Amounts as people write them: five minutes, 1:30 minutes, a minute and a half, three questions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

UNITS_S = {"seconds": 1.0, "second": 1.0, "minutes": 60.0, "minute": 60.0, "hours": 3600.0}
"""Units of a question in which time is counted, in seconds."""

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty"
)
_ROUND = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_WORDS = {word: value for value, word in enumerate(_SMALL.split())} | _ROUND | {"a": 1, "an": 1}
_TENS = {word: value for word, value in _WORDS.items() if 20 <= value < 100}
_ONES = "|".join(_SMALL.split()[1:10])
_ANY_WORD = "|".join(sorted(_WORDS, key=len, reverse=True))
_NUMBER = (
    rf"\d{{1,5}}(?:[.,]\d{{1,2}})?|(?:{'|'.join(_TENS)})[ -](?:{_ONES})|half an?|(?:{_ANY_WORD})"
)
_TIME_UNIT = r"seconds?|secs?|s|minutes?|mins?|hours?|hrs?"
_BOUND = r"(?:(?P<more>more than|over|at least|longer than)|(?P<less>less than|under|within|up to|at most|fewer than)) "
_TIME = re.compile(
    rf"(?<![\w.,:])(?:{_BOUND})?(?:(?P<clock>\d{{1,2}}:\d\d)|(?P<number>{_NUMBER}))"
    rf"(?P<half_before> and a half)?(?:[ -]|(?<=\d))(?P<unit>{_TIME_UNIT})\b(?P<half> and a half)?",
    re.IGNORECASE,
)
_VAGUE = re.compile(r"(?:few|couple|several|each|every|per)(?: of)? *$", re.IGNORECASE)
_ORDINAL = re.compile(r"(?:the|this|that|last|first|next) *$", re.IGNORECASE)

_ASKED_NOTHING = re.compile(
    r"\b(?:(?:nobody|no one) asked|asked (?:me )?nothing|(?:did not|didn't) ask (?:me )?any\w*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An amount in a sentence.

    Attributes:
        value: in seconds, or as many as are counted.
        text: as it was written.
        bound: whether it says that it was more, or less.
        rough: how far off it may be, in the same unit.
    """

    value: float
    text: str
    bound: Literal["", "more", "less"] = ""
    rough: float = 0.0


def amounts_in(sentence: str, unit: str) -> list[Amount]:
    """The amounts of a question's unit that a sentence names."""
    if unit.casefold() in UNITS_S:
        return list(_joined(_times(sentence)))
    return list(_counts(sentence, unit))


def agrees(amount: Amount, answer: float, unit: str) -> bool:
    """Whether an answer in the question's unit can be what the amount says."""
    given = answer * UNITS_S.get(unit.casefold(), 1.0)
    if amount.bound == "more":
        return given >= amount.value - amount.rough
    if amount.bound == "less":
        return given <= amount.value + amount.rough
    return abs(given - amount.value) <= amount.rough


def _times(sentence: str) -> Iterator[tuple[Amount, int, int]]:
    for found in _TIME.finditer(sentence):
        before = sentence[: found.start()]
        if _VAGUE.search(before) or _ORDINAL.search(before):
            continue
        unit_s = _unit_s(found["unit"])
        if found["clock"]:
            minutes, seconds = map(int, found["clock"].split(":"))
            value = minutes * 60.0 + seconds if unit_s == 60 else minutes * 3600.0 + seconds * 60
        else:
            value = _value(found["number"]) * unit_s
            value += unit_s / 2 if found["half"] or found["half_before"] else 0
        rough = max(0.25 * value, 10.0, 30.0 if unit_s == 60 else 0.0, unit_s / 4)
        bound: Literal["", "more", "less"] = ""
        if found["more"]:
            bound = "more"
        elif found["less"]:
            bound = "less"
        amount = Amount(value=value, text=found.group().strip(), bound=bound, rough=rough)
        yield amount, found.start(), found.end()


def _joined(found: Iterator[tuple[Amount, int, int]]) -> Iterator[Amount]:
    """One minute and twenty seconds is one amount."""
    last: tuple[Amount, int] | None = None
    for amount, start, end in found:
        if last is not None and start - last[1] <= 5 and amount.value < last[0].value:
            both = last[0].value + amount.value
            last = (
                Amount(
                    value=both,
                    text=f"{last[0].text} {amount.text}",
                    bound=last[0].bound,
                    rough=max(0.25 * both, 10.0),
                ),
                end,
            )
            continue
        if last is not None:
            yield last[0]
        last = amount, end
    if last is not None:
        yield last[0]


def _counts(sentence: str, unit: str) -> Iterator[Amount]:
    if unit.casefold() == "questions" and (none := _ASKED_NOTHING.search(sentence)):
        yield Amount(value=0.0, text=none.group())
    one = re.escape(unit.casefold().removesuffix("s"))
    pattern = re.compile(
        rf"(?<![\w.,:])(?:{_BOUND})?(?P<number>{_NUMBER}|no) (?:\w+ )?{one}s?\b", re.IGNORECASE
    )
    for found in pattern.finditer(sentence):
        if _VAGUE.search(sentence[: found.start()]):
            continue
        # "a question" may be any of them
        if found["number"].casefold() in {"a", "an", "one"}:
            continue
        number = found["number"].casefold()
        value = 0.0 if number == "no" else _value(number)
        bound: Literal["", "more", "less"] = ""
        if found["more"]:
            bound = "more"
        elif found["less"]:
            bound = "less"
        yield Amount(value=value, text=found.group().strip(), bound=bound)


def _value(written: str) -> float:
    text = written.casefold()
    if text.startswith("half"):
        return 0.5
    if text in _WORDS:
        return float(_WORDS[text])
    tens, _, ones = text.replace("-", " ").partition(" ")
    if tens in _TENS and ones in _WORDS:
        return float(_TENS[tens] + _WORDS[ones])
    return float(text.replace(",", "."))


def _unit_s(written: str) -> float:
    first = written.casefold()[0]
    return {"s": 1.0, "m": 60.0, "h": 3600.0}[first]
