"""Many phrases at once: the first words of each say where it could stand, a pattern confirms it.

A text is cut into words once. A word opens a branch of phrases or none, the two words behind it
decide which of them are left, and those are confirmed by their patterns, two or three for each
find. The time of a text grows with its words and hardly with the number of phrases.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from qa_toolkit.domain.pattern import spans
from qa_toolkit.domain.phrase import parts_of, pattern_of
from qa_toolkit.domain.wordings import Wordings
from qa_toolkit.scoring.finding.openings import Opening, Step, openings
from qa_toolkit.scoring.finding.spelling import respelling
from qa_toolkit.scoring.finding.words import Words

Place = tuple[int, int, int]
"""A turn, and the characters of its text from start to end."""
Places = dict[Wordings, list[Place]]
"""Where wordings were found, in order and without overlaps."""

_NOWHERE: list[Place] = []  # all that were not found share it, so it must stay empty
MOST_WORDS_KEPT = 50_000
"""Words of texts of which the kind is remembered; at more it is learned again from the first."""
_MOST_AT_SIGHT = 2
"""Words of a phrase that needs no pattern to be found; of more, a pattern is as fast."""
_Confirm = Callable[[str, int], "re.Match[str] | None"]
_Hit = tuple[int, int, int]
"""Start, number of the phrase, end."""
_BEGINS_WITH_WORD = re.compile(r"\w")


class _Led(NamedTuple):
    """A phrase, by its number, with one way it can begin."""

    phrase: int
    opening: Opening


class _Candidate(NamedTuple):
    """A phrase that could stand here.

    Attributes:
        kinds: where not None, one of them must be among the words `after` to `until`.
        length: the number of its words, where one or two are all there is of it; else 0.
    """

    phrase: int
    kinds: set[int] | None
    after: int
    until: int
    length: int


class Index:
    """Finds wordings in texts; made once, and used for any number of texts.

    Words are told apart only as far as phrases do: two that stand for the same words and stems
    of phrases are of one kind, and words of kind 0 are in no phrase.
    """

    def __init__(self, wanted: Iterable[Wordings]) -> None:
        users: dict[str, list[Wordings]] = defaultdict(list)
        matching: dict[str, list[Wordings]] = defaultdict(list)
        wanted = tuple(dict.fromkeys(wanted))
        for wordings in wanted:
            for phrase in dict.fromkeys(wordings.phrases):
                users[phrase].append(wordings)
            for pattern in dict.fromkeys(wordings.patterns):
                matching[pattern].append(wordings)
        # of two phrases that begin at one place the longer is the find
        self._phrases = sorted(users, key=lambda phrase: (-len(phrase), phrase))
        self._users = [users[phrase] for phrase in self._phrases]
        self._patterns = list(enumerate(matching, start=len(self._phrases)))
        self._users += matching.values()
        self._nothing: Places = dict.fromkeys(wanted, _NOWHERE)
        self._confirm: list[_Confirm | None] = [None] * len(self._phrases)
        self._led: dict[str, list[_Led]] = defaultdict(list)
        self._signs: dict[str, list[int]] = defaultdict(list)
        known: set[str] = set()
        for number, phrase in enumerate(self._phrases):
            for opening in dict.fromkeys(openings(parts_of(phrase))):
                first = opening.first
                if _BEGINS_WITH_WORD.match(first):
                    self._led[first].append(_Led(number, opening))
                    known |= {first, *opening.second.words, *opening.third.words}
                elif number not in self._signs[first]:
                    self._signs[first].append(number)
        self._ascii_signs = [sign for sign in self._signs if sign.isascii()]
        stems = {word[:-1] for word in known if word.endswith("*")}
        self._kinds = _Kinds(frozenset(known), stems)
        self._branches: list[_Branch | None] = []

    def nothing(self) -> Places:
        """No place of any wordings, for `find` to add to."""
        return self._nothing.copy()

    def find(self, turn: int, words: Words, places: Places) -> None:
        """Add where the wordings stand in a turn."""
        kinds = [*map(self._kinds.__getitem__, words.words), 0, 0]
        if min(kinds) < 0:
            hits = self._hits_in_two_readings(words, kinds)
        else:
            hits = self._hits(words, kinds)
        for number, pattern in self._patterns:
            found = [(start, number, end) for start, end in spans(pattern, words.cased())]
            hits = sorted([*hits, *found]) if found else hits
        users = self._users
        for start, phrase, end in hits:
            for wordings in users[phrase]:
                known = places[wordings]
                if not known:
                    places[wordings] = [(turn, start, end)]
                elif known[-1][0] != turn or known[-1][2] <= start:
                    known.append((turn, start, end))

    def _hits_in_two_readings(self, words: Words, kinds: list[int]) -> list[_Hit]:
        """The hits in a text as it is, and in what it stands for when it is respelt."""
        hits = set(self._hits(words, [max(kind, ~kind) for kind in kinds]))
        if (respelt := words.respelt()) is not None:
            reading, edited = respelt
            kinds = [*map(self._kinds.__getitem__, reading.words), 0, 0]
            for start, phrase, end in self._hits(reading, [max(kind, ~kind) for kind in kinds]):
                at, to = edited.before(start, end)
                hits.add((at, phrase, to))
        return sorted(hits)

    def _hits(self, words: Words, kinds: list[int]) -> list[_Hit]:
        """Where the phrases stand, in order, and of those at one place the longest first."""
        text, known, starts = words.text, words.words, words.starts
        if len(self._branches) < len(self._kinds.members):
            self._grow()
        hits: list[_Hit] = []
        for number, branch in enumerate(map(self._branches.__getitem__, kinds)):
            if branch is None or (twig := branch[kinds[number + 1]]) is None:
                continue
            start = starts[number]
            for phrase, wanted, after, until, length in twig[kinds[number + 2]]:
                if wanted is not None and wanted.isdisjoint(kinds[number + after : number + until]):
                    continue
                if length:
                    end = start + len(known[number])
                    if length == 1:
                        hits.append((start, phrase, end))
                        continue
                    second = starts[number + 1]
                    if second == end + 1 and text[end] == " ":
                        hits.append((start, phrase, second + len(known[number + 1])))
                        continue
                match = (self._confirm[phrase] or self._compiled(phrase))(text, start)
                if match is not None:
                    hits.append((start, phrase, match.end()))
        signs = self._signs_of(text)
        if signs:
            hits = sorted({*hits, *(hit for sign in signs for hit in self._behind(sign, text))})
        return hits

    def _signs_of(self, text: str) -> list[str]:
        """The signs in a text with which phrases begin; few texts hold one."""
        signs = self._ascii_signs if text.isascii() else self._signs
        return [sign for sign in signs if sign in text]

    def _grow(self) -> None:
        """Branches for kinds of words that were not met before."""
        for kind in range(len(self._branches), len(self._kinds.members)):
            stands_for = self._kinds.members[kind]
            led = [known for word in stands_for for known in self._led.get(word, ())]
            self._branches.append(_Branch(self._kinds, led) if led else None)

    def _behind(self, sign: str, text: str) -> Iterator[_Hit]:
        for phrase in self._signs[sign]:
            pattern = re.compile(rf"(?<!\w)(?:{pattern_of(self._phrases[phrase])})(?!\w)")
            for match in pattern.finditer(text):
                yield match.start(), phrase, match.end()

    def _compiled(self, phrase: int) -> _Confirm:
        confirm = re.compile(rf"(?:{pattern_of(self._phrases[phrase])})(?!\w)").match
        self._confirm[phrase] = confirm
        return confirm


class _Kinds(dict[str, int]):
    """The kind of each word: a number for what it stands for in phrases.

    Of words that may be written in another way than they are meant it is `~kind`, below zero.

    Attributes:
        members: for each kind, the words and stems of phrases that it stands for.
    """

    def __init__(self, known: frozenset[str], stems: set[str]) -> None:
        super().__init__()
        self.members: list[frozenset[str]] = [frozenset()]
        self._known = known
        self._stems = stems
        self._lengths = sorted({len(stem) for stem in stems})
        self._numbers = {frozenset[str](): 0}
        self._watched: dict[str, list[set[int]]] = defaultdict(list)
        self._any_of: dict[frozenset[str], set[int]] = {}

    def __missing__(self, word: str) -> int:
        if len(self) >= MOST_WORDS_KEPT:
            self.clear()
        stems = (f"{word[:length]}*" for length in self._lengths if word[:length] in self._stems)
        standing_for = self._known & {word, *stems}
        kind = self._numbers.get(standing_for)
        if kind is None:
            kind = self._numbers[standing_for] = len(self.members)
            self.members.append(standing_for)
            for known in standing_for:
                for watching in self._watched[known]:
                    watching.add(kind)
        if respelling(word) is not None:
            kind = ~kind
        self[word] = kind
        return kind

    def of(self, words: frozenset[str]) -> set[int]:
        """The kinds that stand for one of the words; it grows as kinds come to be known."""
        kinds = self._any_of.get(words)
        if kinds is None:
            known = enumerate(self.members)
            kinds = {kind for kind, standing_for in known if not words.isdisjoint(standing_for)}
            self._any_of[words] = kinds
            for word in words:
                self._watched[word].append(kinds)
        return kinds


class _Branch(dict[int, "_Twig | None"]):
    """What is left of the phrases that a word opens, by the kind of the word behind it."""

    def __init__(self, kinds: _Kinds, led: list[_Led]) -> None:
        super().__init__()
        self._kinds = kinds
        self._led = led
        self._twigs: dict[tuple[_Led, ...], _Twig] = {}

    def __missing__(self, kind: int) -> "_Twig | None":
        stands = self._kinds.members[kind]
        left = tuple(known for known in self._led if _may_stand(known.opening.second, stands))
        twig = None
        if left:
            twig = self._twigs.get(left)
            if twig is None:
                twig = self._twigs[left] = _Twig(self._kinds, left)
        self[kind] = twig
        return twig


class _Twig(dict[int, tuple[_Candidate, ...]]):
    """What is left by the kind of the word after that."""

    def __init__(self, kinds: _Kinds, led: tuple[_Led, ...]) -> None:
        super().__init__()
        self._kinds = kinds
        self._led = led
        self._candidates: dict[tuple[_Led, ...], tuple[_Candidate, ...]] = {}

    def __missing__(self, kind: int) -> tuple[_Candidate, ...]:
        stands = self._kinds.members[kind]
        left = tuple(known for known in self._led if _may_stand(known.opening.third, stands))
        if left not in self._candidates:
            self._candidates[left] = tuple(_candidates(left, self._kinds))
        self[kind] = self._candidates[left]
        return self[kind]


def _candidates(left: Iterable[_Led], kinds: _Kinds) -> Iterator[_Candidate]:
    """The phrases that are left, in order; each once where nothing more is to be looked at."""
    ways: dict[int, list[Opening]] = defaultdict(list)
    for phrase, opening in left:
        ways[phrase].append(opening)
    for phrase, openings_left in sorted(ways.items()):
        conditions = [_later(opening) for opening in openings_left]
        # of several ways only the pattern knows which it is, and how far it goes
        length = openings_left[0].length if len(openings_left) == 1 else 0
        length = length if length <= _MOST_AT_SIGHT else 0
        if None in conditions:
            yield _Candidate(phrase, None, 0, 0, length)
            continue
        for after, step in filter(None, conditions):
            yield _Candidate(phrase, kinds.of(step.words), after, after + step.within, length)


def _later(opening: Opening) -> tuple[int, Step] | None:
    """A step that is not at once, and how many words behind the first it begins."""
    for after, step in enumerate((opening.second, opening.third), start=1):
        if step.within > 1:
            return after, step
    return None


def _may_stand(step: Step, stands: frozenset[str]) -> bool:
    return step.within > 1 or not step.words or not step.words.isdisjoint(stands)
