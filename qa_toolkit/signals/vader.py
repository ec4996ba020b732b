"""VADER (Hutto & Gilbert 2014) with its slow inner loops replaced; every score stays the same.

The original makes all words lower-case again for each known word, runs through its list of
negations, and looks each character up among the emoji. Here a text is prepared once, and only its
known words are looked at. The arithmetic and its order are the original's, quirks included, so
that all four scores agree to the last digit.
"""

import string
from collections.abc import Iterator, Sequence
from functools import cached_property
from heapq import heappop, heappush
from itertools import compress

from vaderSentiment.vaderSentiment import (
    BOOSTER_DICT,
    C_INCR,
    N_SCALAR,
    NEGATE,
    SPECIAL_CASES,
    SentimentIntensityAnalyzer,
)

_NEGATIONS = frozenset(NEGATE)
_ENDS = frozenset(known.split()[-1] for known in (*SPECIAL_CASES, *BOOSTER_DICT) if " " in known)
"""Words that end an idiom; where none is near, there is no idiom to look for."""
_SHORT = 2
_BEFORE = ((1, 1.0), (2, 0.95), (3, 0.9))
"""The words before a known word that change its valence, and how much of a boost they keep."""
_STRESSING = frozenset({"so", "this"})
_EXCEPT_LEAST = frozenset({"at", "very"})


class FastAnalyzer(SentimentIntensityAnalyzer):  # type: ignore[misc] # the library has no types
    """Scores as `SentimentIntensityAnalyzer` does, several times as fast."""

    def __init__(self) -> None:
        super().__init__()
        self._signs = frozenset(emoji for emoji in self.emojis if len(emoji) == 1)

    def polarity_scores(self, text: str) -> dict[str, float]:
        """The shares of negative, neutral and positive words, and the compound of -1 to 1."""
        if not text.isascii() and not self._signs.isdisjoint(text):
            text = "".join(self._described(text))
        text = text.strip()
        bare = ((token, token.strip(string.punctuation)) for token in text.split())
        # what is short without its punctuation is taken for an emoticon
        words = [word if len(word) > _SHORT else token for token, word in bare]
        scores: dict[str, float] = self.score_valence(self._sentiments(words), text)
        return scores

    def _described(self, text: str) -> Iterator[str]:
        """The text with its emoji in words, each set apart from what stands before it."""
        before = " "
        for char in text:
            if char in self._signs:
                yield self.emojis[char] if before == " " else f" {self.emojis[char]}"
            else:
                yield char
            before = char

    def _sentiments(self, words: Sequence[str]) -> list[float]:
        """A valence for each word; 0 for all but the known ones."""
        lower = " ".join(words).lower().split(" ")
        sentiments: list[float] = [0] * len(words)
        lexicon = self.lexicon
        known = list(compress(range(len(words)), map(lexicon.__contains__, lower)))
        if not known:
            return sentiments
        shouting = _Shouting(words)
        for place in known:
            word = lower[place]
            kind_of = word == "kind" and lower[place + 1 : place + 2] == ["of"]
            if word not in BOOSTER_DICT and not kind_of:
                sentiments[place] = self._valence(place, words, lower, shouting)
        if "but" in lower:
            _weigh_around(lower.index("but"), sentiments)
        return sentiments

    def _valence(
        self, place: int, words: Sequence[str], lower: Sequence[str], shouting: "_Shouting"
    ) -> float:
        """The valence of a known word among the three words before it and the two behind."""
        lexicon = self.lexicon
        valence: float = lexicon[lower[place]]
        if lower[place] == "no" and place + 1 < len(lower) and lower[place + 1] in lexicon:
            valence = 0.0
        if _behind_no(place, lower):
            valence = lexicon[lower[place]] * N_SCALAR
        if words[place].isupper() and shouting.differs:
            valence += C_INCR if valence > 0 else -C_INCR
        for before, fading in _BEFORE[: min(place, 3)]:
            other = lower[place - before]
            if other in lexicon:
                continue
            if other in BOOSTER_DICT:
                loud = words[place - before].isupper() and shouting.differs
                valence += _boost(other, valence, loud=loud) * fading
            valence = _negated(valence, place, before, lower)
            if before == len(_BEFORE):
                valence = _idiom(valence, place, lower)
        if place > 0 and lower[place - 1] == "least" and "least" not in lexicon:
            excepted = place > 1 and lower[place - 2] in _EXCEPT_LEAST
            return valence if excepted else valence * N_SCALAR
        return valence


class _Shouting:
    """Whether some words of a text are in capitals and others are not; known once it is asked."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words

    @cached_property
    def differs(self) -> bool:
        return 0 < sum(map(str.isupper, self._words)) < len(self._words)


def _behind_no(place: int, lower: Sequence[str]) -> bool:
    before = lower[max(0, place - 3) : place]
    if "no" not in before:
        return False
    return "no" in before[-2:] or before[-1] in ("or", "nor")


def _boost(booster: str, valence: float, *, loud: bool) -> float:
    scalar: float = BOOSTER_DICT[booster]
    if valence < 0:
        scalar *= -1
    if loud:
        scalar += C_INCR if valence > 0 else -C_INCR
    return scalar


def _negated(valence: float, place: int, before: int, lower: Sequence[str]) -> float:
    """The valence as the word some places before turns it."""
    word = lower[place - before]
    between = lower[place - before + 1 : place]
    if before > 1:
        if (word == "never" and between[0] in _STRESSING) or (
            before == len(_BEFORE) and between[1] in _STRESSING
        ):
            return valence * 1.25
        if word == "without" and "doubt" in between:
            return valence
    return valence * N_SCALAR if word in _NEGATIONS or "n't" in word else valence


def _idiom(valence: float, place: int, lower: Sequence[str]) -> float:
    """The valence of an idiom the word is part of, and of `sort of` and its like before it."""
    if _ENDS.isdisjoint(lower[place - 2 : place + 3]):
        return valence
    three, two, one, word = lower[place - 3 : place + 1]
    for idiom in (
        f"{one} {word}", f"{two} {one} {word}", f"{two} {one}", f"{three} {two} {one}",
        f"{three} {two}",
    ):  # fmt: skip
        if idiom in SPECIAL_CASES:
            valence = SPECIAL_CASES[idiom]
            break
    behind = lower[place : place + 3]
    for length in (2, 3):
        if len(behind) >= length:
            valence = SPECIAL_CASES.get(" ".join(behind[:length]), valence)
    for booster in (f"{three} {two} {one}", f"{three} {two}", f"{two} {one}"):
        valence += BOOSTER_DICT.get(booster, 0)
    return valence


def _weigh_around(but: int, sentiments: list[float]) -> None:
    """Halve what stands before a `but`, and add half to what stands behind it.

    The original looks each value up again by the first place that holds an equal one, so of equal
    values it may weigh one twice and another not at all; that is kept.
    """
    places = [place for place, valence in enumerate(sentiments) if valence]
    first: dict[float, list[int]] = {}
    for place in places:
        first.setdefault(sentiments[place], []).append(place)
    for place in places:
        valence = sentiments[place]
        at = heappop(first[valence])
        weighed = valence * (0.5 if at < but else 1.5)
        sentiments[at] = weighed
        heappush(first.setdefault(weighed, []), at)
