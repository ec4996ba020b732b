"""Cells as the file holds them: values, texts with what is escaped in them, places.

Format: ECMA-376 part 1, SpreadsheetML (18.3.1.4 `c`, 18.4 shared strings).
"""

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from qa_toolkit.domain.said import HALVES
from qa_toolkit.workbooks import limits
from qa_toolkit.workbooks.xml import local

Value = str | float | bool | None
"""What a cell holds; numbers as the format has them, dates too."""

_LIKE_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_DIGITS = "0123456789"
_COLUMN = re.compile("[A-Z]{1,2}|[A-W][A-Z]{2}|X[A-E][A-Z]|XF[A-D]")
"""The letters of the 16,384 columns a sheet has."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its value, or for a formula the value that a program computed last."""

    value: Value
    is_formula: bool = False


EMPTY = Cell(None)


def decoded(element: Element, texts: list[str]) -> Cell:
    """What a cell holds (18.3.1.4, 18.18.11).

    Raises:
        ValueError, LookupError: it says something the format does not know.
    """
    held = {local(part.tag): part for part in element}
    said = "" if "v" not in held else held["v"].text or ""
    value: Value
    match element.get("t", "n"):
        case "s":
            value = texts[_index(said)]
        case "inlineStr":
            value = text_in(held["is"]) if "is" in held else ""
        case "b":
            value = said.strip() in ("1", "true")
        case "n":
            value = _number(said)
        case _:  # the text of a formula, an error, a date in words
            value = _unescaped(said)
    return Cell(value, is_formula="f" in held)


def _index(said: str) -> int:
    number = int(said)
    if number < 0:
        raise LookupError(said)
    return number


def _number(said: str) -> Value:
    """A number; text that is none stays text, to be told to people as it is."""
    try:
        number = float(said) if said else None
    except ValueError:
        return said
    return number if number is None or math.isfinite(number) else said


def index_of(letters: str) -> int:
    """A column counted from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def shifted(letters: str, start: str, end: str) -> str:
    """The column that lies from `letters` as `end` lies from `start`."""
    for _ in range(index_of(end) - index_of(start)):
        letters = _next(letters)
    return letters


def text_in(item: Element) -> str:
    """Plain or formatted text, without how it is to be pronounced."""
    parts = [item] if local(item.tag) != "r" else []
    parts += [run for run in item if local(run.tag) == "r"]
    said = "".join(t.text or "" for part in parts for t in part if local(t.tag) == "t")
    return _unescaped(said[: 2 * limits.MOST_CELL])


def as_text(text: str) -> str:
    """Text in which nothing is taken for another character: `_x0041_` would be read as A.

    That is how the format writes what XML cannot (ECMA-376-1, 22.9.2.19 `ST_Xstring`).
    """
    return _LIKE_ESCAPED.sub("_x005F_", text) if "_x" in text else text


def _unescaped(text: str) -> str:
    """Characters that XML cannot hold are written as _x000D_ (22.9.2.19); a half one is none."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: HALVES.sub("", chr(int(found[1], 16))), text)


def lettered(element: Element) -> Iterator[tuple[str, Element]]:
    """Cells with their columns; where a cell does not name its own, it follows the one before.

    Raises:
        ValueError: a column that no sheet has.
    """
    before = ""
    for cell in element:
        before = cell.get("r", "").rstrip(_DIGITS) or _next(before)
        if not _COLUMN.fullmatch(before):
            raise ValueError(before)
        yield before, cell


def _next(letters: str) -> str:
    """The column after this one; the first for none."""
    kept = letters.rstrip("Z")
    ends = "A" * (len(letters) - len(kept))
    return f"{kept[:-1]}{chr(ord(kept[-1]) + 1)}{ends}" if kept else f"A{ends}"
