"""Names in texts: found as whole words, whatever their case and accents, and replaced."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from qa_toolkit.domain.interaction import AgentRef

_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_MOST_BETWEEN = 3
"""Characters between two words of a name: `Price, Dana`, `dana.price`."""
_SHORTEST_NUMBER = 5
"""Digits of a number that is looked for in what was said; shorter ones are said by chance."""
_ORDINARY_WORDS = (
    "will may mark grace hope rose price young long best good brown green white black gray grey king "
    "hall page day love rich frank bill pat sue art drew chance case cook baker summer june april "
    "august joy faith dean chase gene guy jack max rob ray wade an do le so to in no al ed be my van "
    "de la el do da du von der den di ho he she it as at by or on we us me go up if is am are was "
    "short strong sharp small little bush wood woods stone rivers lake field fields park parks ford "
    "bell bond banks ball bird fox wolf bear lamb fish rice bean berry cherry lemon pepper sage olive "
    "ivy lily violet daisy crystal star sky rain snow winter sunny dawn eve early fair wise swift "
    "noble major sergeant bishop pope abbot monk knight duke earl prince judge law power powers "
    "cash rush rest stay holder speaker caller agent customer client user staff team service support "
    "desk call chat help shop store office home house work"
)
"""Words that are names as well: they are taken for one only where they begin with a capital."""
_NO_NAME_WORDS = (
    "mr mrs ms miss dr prof sir madam agent customer client user account cust staff team service "
    "support desk call chat id no nr com org net www mail email gmail example co uk de eu the and "
    "emp employee rep op operator advisor advisory shop store test unknown anonymous guest"
)
"""Never a name by themselves, as parts of ids, titles and addresses."""
_ORDINARY = frozenset(_ORDINARY_WORDS.split())
_NO_NAMES = frozenset(_NO_NAME_WORDS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as its words, and what stands for it.

    Attributes:
        tight: whether its words follow each other without anything between, as in `a17`.
        capital: whether it is a name only where it begins with a capital letter.
    """

    words: tuple[str, ...]
    pseudonym: str
    tight: bool = False
    capital: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Replaced:
    """A text with pseudonyms for names: what was replaced, as (start, end, pseudonym)."""

    text: str
    spans: tuple[tuple[int, int, str], ...]

    def moved(self, start: int, end: int) -> tuple[int, int]:
        """Where a piece of the old text stands in the new one, widened to whole pseudonyms."""
        return self._moved(start, at_end=False), self._moved(end, at_end=True)

    def _moved(self, place: int, *, at_end: bool) -> int:
        shift = 0
        for start, end, pseudonym in self.spans:
            if place <= start:
                break
            if place < end:
                return start + shift + (len(pseudonym) if at_end else 0)
            shift += len(pseudonym) - (end - start)
        return place + shift


Names = Mapping[str, tuple[Name, ...]]


class Near:
    """Replaces names; those of the first index come before those of the second."""

    def __init__(self, own: Names, everybody: Names) -> None:
        self._own = own
        self._everybody = everybody

    def text(self, text: str) -> str:
        """The text with pseudonyms for names."""
        return self.replaced(text).text

    def in_id(self, text: str) -> str:
        """An id or a file name with pseudonyms for names, fit to be one again."""
        return self._filled(text, tuple(self._found(text, any_case=True)), as_id=True)

    def replaced(self, text: str) -> Replaced:
        """The text with pseudonyms for names, and where they stand."""
        spans = tuple(self._found(text))
        return Replaced(text=self._filled(text, spans), spans=spans)

    def _filled(
        self, text: str, spans: tuple[tuple[int, int, str], ...], *, as_id: bool = False
    ) -> str:
        if not spans:
            return text
        parts, at = [], 0
        for start, end, pseudonym in spans:
            parts += [text[at:start], pseudonym.lower().replace(" ", "-") if as_id else pseudonym]
            at = end
        return "".join((*parts, text[at:]))

    def _found(self, text: str, *, any_case: bool = False) -> Iterator[tuple[int, int, str]]:
        """The names in a text, the longest first where several begin at one word.

        With `any_case` a word is a name also where it could be another word: ids are no sentences.
        """
        tokens = [(found.start(), found.end()) for found in _TOKEN.finditer(text)]
        place = 0
        while place < len(tokens):
            found = self._at(text, tokens, place, any_case=any_case)
            if found is None:
                place += 1
                continue
            yield tokens[place][0], tokens[place + len(found.words) - 1][1], found.pseudonym
            place += len(found.words)

    def _at(
        self, text: str, tokens: list[tuple[int, int]], place: int, *, any_case: bool
    ) -> Name | None:
        start, end = tokens[place]
        first = folded(text[start:end])
        some = (*self._own.get(first, ()), *self._everybody.get(first, ()))
        fitting = [
            name
            for name in some
            if (any_case or not name.capital or text[start].isupper())
            and _fits(name, text, tokens, place)
        ]
        # of equally long ones the first: max keeps it, so that an interaction's own come first
        return max(fitting, key=lambda name: len(name.words), default=None)


def _fits(name: Name, text: str, tokens: list[tuple[int, int]], place: int) -> bool:
    spans = tokens[place : place + len(name.words)]
    if len(spans) < len(name.words):
        return False
    if any(folded(text[a:b]) != word for (a, b), word in zip(spans, name.words, strict=True)):
        return False
    gaps = [text[one[1] : next_[0]] for one, next_ in pairwise(spans)]
    if name.words[0].isdigit() and not _alone(text, spans):
        return False
    if name.tight:
        return not any(gaps)
    return all(0 < len(gap) <= _MOST_BETWEEN for gap in gaps)


def _alone(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether a number is no part of a longer word."""
    start, end = spans[0][0], spans[-1][1]
    return not (text[:start][-1:].isalnum() or text[end : end + 1].isalnum())


def of_agent(agent: AgentRef, pseudonym: str) -> list[Name]:
    """The id, the name and its parts; the parts of the id only where no name is known."""
    forms = [whole(agent.id, pseudonym)]
    return [*forms, *of_person(agent.name or agent.id, pseudonym)]


def of_person(name: str, pseudonym: str) -> list[Name]:
    """A name and its parts, as people call each other; of an address the part before the @."""
    parts = _TOKEN.findall(name.partition("@")[0])
    known = [part for part in parts if _is_name(folded(part))]
    return [whole(name, pseudonym), *(whole(part, pseudonym) for part in known)]


def _is_name(part: str) -> bool:
    return len(part) > 1 and not part.isdigit() and part not in _NO_NAMES


def whole(name: str, pseudonym: str) -> Name:
    """A name as it is written, for its pseudonym."""
    words = tuple(folded(word) for word in _TOKEN.findall(name))
    joined = "".join(words)
    return Name(
        words=words,
        pseudonym=pseudonym,
        tight=len(words) > 1 and joined == folded(name),
        capital=len(words) == 1 and joined in _ORDINARY,
    )


def indexed(names: Iterable[Name]) -> Names:
    """By first word. A name of two people becomes a word for their kind, for whose it is is open."""
    meant: dict[tuple[tuple[str, ...], bool], Name] = {}
    for name in names:
        if not _is_looked_for(name):
            continue
        other = meant.setdefault((name.words, name.tight), name)
        if other.pseudonym != name.pseudonym:
            kind = name.pseudonym.partition(" ")[0]
            meant[name.words, name.tight] = Name(
                words=name.words, pseudonym=kind, tight=name.tight, capital=name.capital
            )
    index: dict[str, list[Name]] = defaultdict(list)
    for name in meant.values():
        index[name.words[0]].append(name)
    return {first: tuple(some) for first, some in index.items()}


def _is_looked_for(name: Name) -> bool:
    joined = "".join(name.words)
    if joined.isdigit():
        return len(joined) >= _SHORTEST_NUMBER
    return len(joined) > 1


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """Without case, accents and outer blanks."""
    plain = unicodedata.normalize("NFKD", text.strip().casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
