"""Other shops' logs, kept so that copies are found without reading all of them for each log.

A text is known by its shingles, each five words in a row (Broder, "On the resemblance and
containment of documents", 1997). An index leads from a shingle to the texts that hold it, so a log
is compared only with texts that share five words with it. Shingles are hashes of whole numbers
that stand for words: equal in every process, so the same logs give the same findings.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from zlib import crc32

from qa_toolkit.domain.shop.log import ShopLog
from qa_toolkit.shops.checks.words import words

SIZE = 5
"""Words of a shingle."""
EVERYBODY = 4
"""Shoppers from whom on a shingle is how people talk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierLog:
    """What another shop holds.

    Attributes:
        at: when it was handed in first, with time zone.
    """

    shop: str
    shopper: str
    scenario: str
    at: datetime
    log: ShopLog


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierText:
    """One text of another shop."""

    shop: str
    shopper: str
    at: datetime
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """Texts, photos and answers of other shops.

    Attributes:
        by_shingle: places in `texts`.
        photos: by hash, the shops that hold it, with the moment they were handed in.
    """

    texts: tuple[EarlierText, ...] = ()
    by_shingle: Mapping[int, list[int]] = field(default_factory=dict)
    photos: Mapping[str, tuple[tuple[str, datetime], ...]] = field(default_factory=dict)
    by_scenario: Mapping[str, tuple[EarlierLog, ...]] = field(default_factory=dict)

    def sharing(self, shingles: Iterable[int]) -> Counter[int]:
        """Of each text that shares some of these shingles, how many.

        A shingle that `EVERYBODY` shoppers wrote is how people talk, and nobody's.
        """
        found: Counter[int] = Counter()
        for shingle in shingles:
            places = self.by_shingle.get(shingle, ())
            if not self.is_common(places):
                found.update(places)
        return found

    def is_common(self, places: Iterable[int]) -> bool:
        """Whether texts of many shoppers are at these places."""
        shoppers: set[str] = set()
        for place in places:
            shoppers.add(self.texts[place].shopper)
            if len(shoppers) >= EVERYBODY:
                return True
        return False

    def own(self, shingles: set[int]) -> set[int]:
        """The shingles without those that are nobody's."""
        return {one for one in shingles if not self.is_common(self.by_shingle.get(one, ()))}


def earlier_of(logs: Iterable[EarlierLog], wanted: Iterable[ShopLog] | None = None) -> Earlier:
    """The index of some logs; time and memory grow with the words in them.

    Args:
        logs: of other shops.
        wanted: the logs that are to be compared with them: what they share with none is left
            out, which takes a fraction of the time and memory. None keeps everything.
    """
    rows_in = shingles_of if wanted is None else _shared_with(wanted)
    texts: list[EarlierText] = []
    by_shingle: dict[int, list[int]] = defaultdict(list)
    photos: dict[str, list[tuple[str, datetime]]] = defaultdict(list)
    by_scenario: dict[str, list[EarlierLog]] = defaultdict(list)
    for one in logs:
        for text in texts_of(one.log):
            if shingles := rows_in(text):
                for shingle in shingles:
                    by_shingle[shingle].append(len(texts))
                texts.append(EarlierText(shop=one.shop, shopper=one.shopper, at=one.at, text=text))
        for digest in {kept.hash for kept in one.log.attachments}:
            photos[digest].append((one.shop, one.at))
        by_scenario[one.scenario].append(one)
    return Earlier(
        texts=tuple(texts),
        by_shingle=dict(by_shingle),
        photos={digest: tuple(held) for digest, held in photos.items()},
        by_scenario={scenario: tuple(held) for scenario, held in by_scenario.items()},
    )


def texts_of(log: ShopLog) -> list[str]:
    """The story and all comments of a log that are not empty."""
    comments = (one.comment for one in log.observations)
    return [text for text in (log.narrative, *log.comments.values(), *comments) if text]


def _shared_with(logs: Iterable[ShopLog]) -> Callable[[str], set[int]]:
    """What gives those shingles of a text that stand in one of these logs, too."""
    texts = [text for log in logs for text in texts_of(log)]
    numbers = {word: _number(word) for text in texts for word in words(text)}
    shingles = {shingle for text in texts for shingle in shingles_of(text)}

    def shared(text: str) -> set[int]:
        # a word of none of the logs has no number, and is in no shingle of theirs
        return shingles.intersection(_rows(list(map(numbers.get, words(text)))))

    return shared


def shingles_of(text: str) -> set[int]:
    """The shingles of a text; none where it is shorter than one."""
    return set(_rows(list(map(_number, words(text)))))


def _rows(numbers: list[int | None] | list[int]) -> Iterator[int]:
    return map(hash, zip(*(numbers[start:] for start in range(SIZE)), strict=False))


@lru_cache(maxsize=50_000)
def _number(word: str) -> int:
    # a hash of whole numbers is the same in every process; one of words is not
    return crc32(word.encode("utf-8", "replace"))
