"""The phrase language told to people: what somebody might say, not how it is written down.

`(sorry|my apologies) ~3 wait` becomes "sorry … wait" and "my apologies … wait".
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

MOST = 8
"""Examples that are enough to understand what is meant."""
GAP = "…"

_TOKEN = re.compile(
    r"(?P<gap>~\d+)|\((?P<choice>[^()]*)\)|\[(?P<option>[^\[\]]*)\]|(?P<word>[^\s()\[\]]+)"
)


def wordings(phrases: Iterable[str], most: int = MOST) -> tuple[str, ...]:
    """Examples of what the phrases find, the first of every phrase before the second of any."""
    return tuple(islice(dict.fromkeys(_in_turn(tuple(phrases))), most))


def _in_turn(phrases: tuple[str, ...]) -> Iterator[str]:
    parts = [_parts(phrase) for phrase in phrases]
    longest = max((len(choice) for phrase in parts for choice in phrase), default=0)
    for n in range(longest):
        for phrase in parts:
            if n < max(map(len, phrase)):
                yield _example(phrase, n)


def _parts(phrase: str) -> list[list[str]]:
    """The alternatives at each place of a phrase, in their order; an option may be nothing."""
    parts: list[list[str]] = []
    for token in _TOKEN.finditer(phrase):
        if token["gap"]:
            parts.append([GAP])
        elif token["choice"] is not None:
            parts.append(_alternatives(token["choice"]))
        elif token["option"] is not None:
            parts.append(["", *_alternatives(token["option"])])
        else:
            parts.append([_word(token["word"])])
    return parts


def _alternatives(inside: str) -> list[str]:
    shown = (" ".join(map(_word, part.split())) for part in inside.split("|"))
    return list(dict.fromkeys(shown))


def _word(word: str) -> str:
    """A word; a stem shows that it goes on, and one of a single letter stands for any word."""
    if not word.endswith("*"):
        return word
    stem = word.removesuffix("*")
    if len(stem) > 1:
        return f"{stem}{GAP}"
    return "(a number)" if stem.isdigit() else "(a name or word)"


def _example(parts: list[list[str]], n: int) -> str:
    """The n-th alternative of each place; a place with fewer begins again."""
    said = " ".join(filter(None, (choice[n % len(choice)] for choice in parts)))
    return said.replace(f"{GAP} {GAP}", GAP)
