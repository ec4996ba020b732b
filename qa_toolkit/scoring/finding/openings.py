"""How a phrase can begin: its first word, and what must stand behind it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from qa_toolkit.domain.numbers import is_bounded
from qa_toolkit.domain.phrase import Part, spellings

_RUN = re.compile(r"\w+")
_UNKNOWN = ""
_MOST_RUNS = 3


class Step(NamedTuple):
    """What must stand behind a word: one of `words`, as one of the next `within` words.

    Words are runs of letters and digits, as a text is cut into them; a stem has its star. Without
    words nothing must, as far as is known.
    """

    words: frozenset[str] = frozenset()
    within: int = 1


_ANYTHING = Step()


class Opening(NamedTuple):
    """One way a phrase can begin: a word, or a sign such as `£`, and the two steps behind it.

    Attributes:
        length: where that is the whole phrase, and its words stand apart, the number of words.
            Else 0: the rest is to be confirmed.
    """

    first: str
    second: Step = _ANYTHING
    third: Step = _ANYTHING
    length: int = 0


class _Beginning(NamedTuple):
    """The first runs of one or more words; `whole` where they are all, and stand apart."""

    runs: tuple[str, ...]
    whole: bool


def openings(parts: Sequence[Part]) -> Iterator[Opening]:
    """The ways a phrase can begin: every text that holds the phrase holds one of them.

    They may promise too much, and never too little.
    """
    words = _are_words(parts)
    for place, part in enumerate(parts):
        second, third = _steps(parts[place + 1 :])
        for (first, *more), whole in _beginnings(part.ways):
            steps = (*(_step({word}) for word in more), second, third)
            known = bool(steps[0].words) and steps[0].within == 1
            if len(parts) > 1:
                length = len(parts) if words else 0
            else:
                length = 1 + len(more) if whole else 0
            yield Opening(first, steps[0], steps[1] if known else _ANYTHING, length)
        if not part.optional:
            return


def _are_words(parts: Sequence[Part]) -> bool:
    """Whether a phrase is a row of two or three words or stems, each perhaps with alternatives."""
    return len(parts) <= _MOST_RUNS and not any(
        part.optional
        or part.gap
        or any(not known.whole or len(known.runs) > 1 for known in _beginnings(part.ways))
        for part in parts
    )


def _steps(parts: Sequence[Part]) -> tuple[Step, Step]:
    """The first two words of what must follow; what may be the end, or nobody knows, is no step."""
    second = _first_step(parts)
    if not second.words or second.within > 1:
        return second, _ANYTHING
    thirds: set[str] = set()
    within = 1
    for place, part in enumerate(parts):
        behind = None
        for (_, *more), _ in _beginnings(part.ways):
            if more:
                thirds.add(more[0])
            elif behind is None:
                behind = _first_step(parts[place + 1 :])
                thirds |= behind.words or {_UNKNOWN}
                within = max(within, behind.within)
        if not part.optional:
            break
    return second, _step(thirds, within)


def _first_step(parts: Sequence[Part]) -> Step:
    firsts: set[str] = set()
    within = 1
    for part in parts:
        within += part.gap
        firsts.update(known.runs[0] for known in _beginnings(part.ways))
        if part.ways and not part.optional:
            return _step(firsts, within)
    return _ANYTHING


def _step(words: Iterable[str], within: int = 1) -> Step:
    if all(map(_is_run, words)):
        return Step(frozenset(words), within)
    return _ANYTHING


@lru_cache(maxsize=10_000)
def _beginnings(ways: tuple[tuple[str, ...], ...]) -> tuple[_Beginning, ...]:
    """How each row of words begins, in each spelling."""
    # one word more than is kept of them, so that it shows that they go on
    rows = dict.fromkeys(way[: _MOST_RUNS + 1] for way in ways)
    return tuple(dict.fromkeys(known for row in rows for known in _begin(row)))


def _begin(way: Sequence[str]) -> Iterator[_Beginning]:
    word, *more = way
    for runs, whole in _spelt(word):
        if not more:
            yield _Beginning(runs, whole)
        elif len(runs) >= _MOST_RUNS or runs[-1] == _UNKNOWN:
            yield _Beginning(runs, whole=False)
        else:
            for behind in _begin(more):
                both = (*runs, *behind.runs)
                known = whole and behind.whole and len(both) <= _MOST_RUNS
                yield _Beginning(both[:_MOST_RUNS], known)


@lru_cache(maxsize=10_000)
def _spelt(word: str) -> tuple[_Beginning, ...]:
    return tuple(runs for spelling in spellings(word) for runs in _runs(spelling))


def _runs(spelling: str) -> Iterator[_Beginning]:
    """The runs of letters and digits in a word; `_UNKNOWN` ends those that nobody knows."""
    if _RUN.match(spelling) is None:
        yield _Beginning((spelling[0], _UNKNOWN), whole=False)
        return
    if not spelling.isascii():
        composed = unicodedata.normalize("NFC", spelling)
        for place, letter in enumerate(composed):
            apart = unicodedata.normalize("NFD", letter)
            if apart != letter:  # a text may write the accent behind its letter: it ends a run
                for written in (letter, apart[0]):
                    start = _RUN.findall(composed[:place] + written)
                    yield _Beginning((f"{start[0]}*", _UNKNOWN), whole=False)
                return
    written = spelling.removesuffix("*")
    runs = _RUN.findall(written)
    # only a pattern knows whether a number is part of a longer one
    whole = runs[0] == written and not is_bounded(written)
    if written != spelling:
        runs[-1] += "*"
    yield _Beginning(tuple(runs[:_MOST_RUNS]), whole)


@lru_cache(maxsize=10_000)
def _is_run(word: str) -> bool:
    return _RUN.fullmatch(word.removesuffix("*")) is not None
