"""What phrases find, compared without a text: which wordings one phrase covers of another.

A phrase is a row of slots (a word, alternatives, an option, a gap); a wording is one way to read it.
A wording is covered where every text that holds it also holds a find of the covering phrase. Only
what is certain counts: contractions and their long forms are taken for different words.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from math import prod
from typing import NamedTuple

from qa_toolkit.domain.phrase import plain
from qa_toolkit.domain.rubric import (
    OrderIndicator,
    PhraseIndicator,
    Rubric,
    SilenceIndicator,
)
from qa_toolkit.rubric.rules.interface import Path, indicators

MOST_WORDINGS = 300
"""Wordings of one phrase that are looked at; a phrase with more is taken to be unlike others."""
MOST_STEPS = 200_000
"""Steps of comparing that one rule takes for one rubric, some tenths of a second."""
_STEPS_OF_A_LOOK = 2
_STEPS_OF_A_MATCH = 8

Wording = tuple[str | int, ...]
"""Words, stems (`apolog*`) and gaps (their greatest number of words) in order."""
Slot = int | tuple[tuple[str, ...], ...]
"""A gap, or the alternatives there are; the empty one of an option included."""

_TOKEN = re.compile(r"\(([^)]*)\)|\[([^\]]*)\]|~(\d+)(?!\S)|([^\s()\[\]|~]+)")
_NEGATIONS = frozenset({"not", "never", "no", "nor", "without", "cannot", "hardly"})
_RUN = re.compile(r"\w+")
_PLAIN_WORD = re.compile(r"[\w'-]+")


class Read(NamedTuple):
    """A phrase taken apart, kept because most rules ask for the same ones.

    Attributes:
        words: all words in it, with plain apostrophes and in lower case.
        openings: the words with which a find of it can begin.
        stems: those of the openings that are stems.
        needs: for each slot that must be there and holds no stem, the words it begins with.
    """

    phrase: str
    slots: tuple[Slot, ...]
    words: frozenset[str]
    openings: frozenset[str]
    stems: tuple[str, ...]
    needs: tuple[frozenset[str], ...]


class PhraseList(NamedTuple):
    """A list of phrases with its path.

    Attributes:
        cancels: whether its finds cancel others instead of counting.
        negatable: whether a negation before a find makes it not count.
    """

    path: Path
    phrases: tuple[str, ...]
    cancels: bool = False
    negatable: bool = False


@lru_cache(maxsize=16_384)
def read(phrase: str) -> Read:
    """Take a phrase apart that the phrase language accepts."""
    lowered = plain(phrase).lower()
    tokens: list[tuple[str, str, str, str]] = _TOKEN.findall(lowered)
    slots = tuple([_slot(*token) for token in tokens])
    openings = _openings(slots)
    return Read(
        phrase=phrase,
        slots=slots,
        words=frozenset(
            [
                word
                for slot in slots
                if not isinstance(slot, int)
                for words in slot
                for word in words
            ]
        ),
        openings=openings,
        stems=tuple(sorted([word for word in openings if word[-1] == "*"])),
        needs=tuple(_needs(slots)),
    )


def _slot(choice: str, option: str, gap: str, word: str) -> Slot:
    if word:
        return ((word,),)
    if gap:
        return int(gap)
    alternatives = [tuple(part.split()) for part in (choice or option).split("|")]
    return tuple(alternatives) if choice else ((), *alternatives)


def _needs(slots: Sequence[Slot]) -> Iterator[frozenset[str]]:
    for slot in slots:
        if isinstance(slot, int) or () in slot:
            continue
        first = frozenset([words[0] for words in slot])
        if not any(word[-1] == "*" for word in first):
            yield first


def _openings(slots: Sequence[Slot]) -> frozenset[str]:
    """The first words of the first slots, up to the one that must be there."""
    choices = [slot for slot in slots if not isinstance(slot, int)]
    required = next(c for c, choice in enumerate(choices) if choice[0])
    return frozenset([words[0] for choice in choices[: required + 1] for words in choice if words])


def wordings(phrase: str) -> Iterator[Wording]:
    """Every way to read a phrase; nothing of one that has more than `MOST_WORDINGS`."""
    slots = read(phrase).slots
    if prod(len(slot) for slot in slots if not isinstance(slot, int)) > MOST_WORDINGS:
        return
    readings: list[tuple[Wording, ...]] = [
        ((slot,),) if isinstance(slot, int) else slot for slot in slots
    ]
    for parts in product(*readings):
        yield tuple(item for part in parts for item in part)


def shown(wording: Wording) -> str:
    """A wording in the phrase language."""
    return " ".join(f"~{item}" if isinstance(item, int) else item for item in wording)


class Comparison:
    """Compares phrases, but not for ever: a list of thousands could be compared for hours.

    Once `left` is used up, nothing is found to be covered any more: what is told stays certain.
    """

    def __init__(self) -> None:
        self.left = MOST_STEPS

    def spend(self, steps: int) -> bool:
        """Whether there was that much left."""
        self.left -= steps
        return self.left > 0

    def covering(self, phrase: str, others: Sequence[str], *, negatable: bool = False) -> list[str]:
        """The phrases among `others` that cover all of `phrase`; empty where a wording is not.

        Where finds are `negatable`, the wording must not hold a negation before what covers it:
        "sorry" is not found in "not sorry".
        """
        if not self.spend(_STEPS_OF_A_LOOK * len(others)):
            return []
        words = read(phrase).words
        known = [
            other
            for other in map(read, others)
            if (other.stems or not other.openings.isdisjoint(words))
            and not any(need.isdisjoint(words) for need in other.needs)
        ]
        if not known:
            return []
        used: dict[str, None] = {}
        for wording in wordings(phrase):
            if not self.spend(_STEPS_OF_A_MATCH * len(known)):
                return []
            covers = (other for other in known if _finds(other, wording, negatable=negatable))
            if (cover := next(covers, None)) is None:
                return []
            used[cover.phrase] = None
        return list(used)


def _finds(known: Read, wording: Wording, *, negatable: bool) -> bool:
    for start, item in enumerate(wording):
        opens = item in known.openings or any(_covers(stem, item) for stem in known.stems)
        if opens and _matches(known.slots, wording, start):
            return True
        if negatable and _may_negate(item):
            return False
    return False


def _may_negate(item: str | int) -> bool:
    return isinstance(item, int) or item in _NEGATIONS or item.endswith(("n't", "nt", "*"))


def _matches(slots: Sequence[Slot], wording: Wording, start: int) -> bool:
    places = {start}
    for slot in slots:
        if isinstance(slot, int):
            places = {end for place in places for end in _over_gap(wording, place, slot)}
        else:
            places = {
                place + len(words)
                for place in places
                for words in slot
                if _same(words, wording[place : place + len(words)])
            }
        if not places:
            return False
    return True


def _over_gap(wording: Wording, place: int, most: int) -> Iterator[int]:
    """The places that a gap of up to `most` words can reach, whatever the wording stands for."""
    yield place
    for end in range(place, len(wording)):
        most -= _width(wording[end])
        if most < 0:
            return
        yield end + 1


def _width(item: str | int) -> int:
    """The most words that an item of a wording can be, as a gap counts them."""
    if isinstance(item, int):
        return item
    word = item.removesuffix("*")
    return len(_RUN.findall(word)) if _PLAIN_WORD.fullmatch(word) else 1_000


def _same(words: Sequence[str], items: Sequence[str | int]) -> bool:
    return len(words) == len(items) and all(map(_covers, words, items))


def _covers(word: str, item: str | int) -> bool:
    if word == item:
        return True
    if isinstance(item, int) or not word.endswith("*"):
        return False
    stem, other = word.removesuffix("*"), item.removesuffix("*")
    return other.startswith(stem) and _RUN.fullmatch(other) is not None


def phrase_lists(rubric: Rubric) -> Iterator[PhraseList]:
    """Every list of phrases in a rubric."""
    for name, cue in rubric.cues.items():
        yield PhraseList(("cues", name, "any"), cue.any)
        yield PhraseList(("cues", name, "unless"), cue.unless, cancels=True)
    for path, _, indicator in indicators(rubric):
        match indicator:
            case PhraseIndicator():
                negatable = indicator.negatable
                yield PhraseList((*path, "any"), indicator.any, negatable=negatable)
                yield PhraseList((*path, "unless"), indicator.unless, cancels=True)
            case OrderIndicator():
                yield PhraseList((*path, "first"), indicator.first, negatable=True)
                yield PhraseList((*path, "then"), indicator.then, negatable=True)
            case SilenceIndicator():
                announced = indicator.unless_announced
                yield PhraseList((*path, "unless_announced"), announced, cancels=True)
            case _:
                continue


def self_cancelling(rubric: Rubric) -> Iterator[tuple[Path, tuple[str, ...], dict[int, str]]]:
    """Lists of phrases of which `unless` beside them cancels some, whatever the text.

    Yields the list's path and phrases, and for each that never counts (by its place in the list)
    a phrase of `unless` that cancels it.
    """
    comparison = Comparison()
    for path, finds, unless in _pairs(rubric):
        known = ((p, comparison.covering(phrase, unless)) for p, phrase in enumerate(finds))
        cancelled = {p: used[0] for p, used in known if used}
        if cancelled:
            yield path, finds, cancelled


def _pairs(rubric: Rubric) -> Iterator[tuple[Path, tuple[str, ...], tuple[str, ...]]]:
    for name, cue in rubric.cues.items():
        if cue.unless:
            yield ("cues", name, "any"), cue.any, cue.unless
    for path, _, indicator in indicators(rubric):
        if isinstance(indicator, PhraseIndicator) and indicator.unless:
            yield (*path, "any"), indicator.any, indicator.unless
