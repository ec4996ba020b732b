"""The phrase language of rubrics: wordings as people write them, compiled to bounded patterns.

    sorry to hear            these words in this order, whatever the case
    (sorry|apologies) for    one of the alternatives; an alternative may be several words
    [so] sorry               an optional word, or optional alternatives: [very|so]
    apologi*                 a stem: apologise, apologies, apologised
    sorry ~3 wait            up to three words in between (a contraction counts as two)
    I'll, can't, we're       contractions also match their long forms (I will, cannot, we are),
                             and youll, dont without the apostrophe, unless that is a word (ill)
    24 hours, colour         numbers and words also match the other ways to write them
                             (twenty-four hours, color)

Words are separated by spaces and by light punctuation, never by the end of a sentence. Every
repetition is bounded, and so are the ways to read one phrase: a pattern's time grows linearly
with the text.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product
from math import prod
from typing import NamedTuple

from qa_toolkit.domain.numbers import (
    NUMBER_SIGNS,
    NUMBER_WORDS,
    apart,
    bound_before,
    bound_behind,
    goes_on,
    number_at,
)
from qa_toolkit.domain.spelling import PAIRS, spelt

MAX_GAP = 10
MAX_LENGTH = 500
MAX_WAYS = 200
"""Ways to read a phrase at one place: an option doubles them, a gap ~n makes them n + 1 times."""

# Disjoint character classes and bounded counts: there is one way to split a text into words and
# separators, so no text, however odd, makes a pattern backtrack for long.
_SEPARATOR = r"[^\w.!?]{1,6}"
_WORD = r"\w+"
_TOKEN = re.compile(
    r"(?P<gap>~(?P<count>\d+))(?=\s|$)"
    r"|\((?P<choice>[^()\[\]]*)\)"
    r"|\[(?P<optional>[^()\[\]]*)\]"
    r"|(?P<word>[^\s()\[\]|~*]+)(?P<stem>\*?)(?=\s|$)"
)
_CONTRACTIONS = {
    "can't": ("can't", "cannot", "can not"),
    "won't": ("won't", "will not"),
    "let's": ("let's", "let us"),
}
_ENDINGS = {
    "n't": ("n't", " not"),
    "'m": ("'m", " am"),
    "'ll": ("'ll", " will"),
    "'ve": ("'ve", " have"),
    "'re": ("'re", " are"),
    "'s": ("'s", " is", " has"),
    "'d": ("'d", " would", " had"),
}
_OTHER_WORDS = frozenset({"ill", "well", "hell", "shell", "were", "whore", "id", "wed", "shed"})
"""What a contraction must not be taken for when its apostrophe is left out."""
_RUNS = re.compile(r"[^\W\d]+|[\d£$€]")
_OF_NUMBERS = frozenset({*NUMBER_WORDS, *NUMBER_SIGNS})
_OF_PAIRS = tuple(map(frozenset, zip(*map(str.split, PAIRS), strict=True)))
"""The first and the second words of pairs."""
_PLAIN = dict.fromkeys("‘’ʼ`´", "'") | {"\u00a0": " "}


class PhraseError(ValueError):
    """A phrase that is not in the language; the message names the part."""


class Part(NamedTuple):
    """One part of a phrase: a word, alternatives, an option or a gap.

    Attributes:
        ways: the alternatives, each a row of words in lower case, a stem with its star; none for
            a gap.
        optional: whether it may be missing.
        gap: the most words that may stand here instead; 0 for anything but a gap.
    """

    ways: tuple[tuple[str, ...], ...] = ()
    optional: bool = False
    gap: int = 0


def plain(text: str) -> str:
    """The text with typographic apostrophes and hard spaces made plain; its length stays."""
    if text.isascii():
        return text.replace("`", "'")
    for written, plainly in _PLAIN.items():
        text = text.replace(written, plainly)
    return text


def pattern_of(phrase: str) -> str:
    """The regular expression of one phrase, for texts in lower case with plain apostrophes.

    Raises:
        PhraseError: as `parts_of`.
    """
    pieces: list[str] = []
    lead = ""
    parts = parts_of(phrase)
    for place, part in enumerate(parts):
        if part.gap:
            pieces.append(rf"(?:{_SEPARATOR}{_WORD}){{0,{part.gap}}}")
            continue
        ends = {way[-1] for earlier in parts[:place] for way in earlier.ways}
        begins = {way[0] for later in parts[place + 1 :] for way in later.ways}
        ways = [_row_pattern(way, ends, begins) for way in part.ways]
        inner = ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"
        if not part.optional:
            pieces.append(lead + inner)
            lead = _SEPARATOR
        else:
            pieces.append(f"(?:{lead}{inner})?" if lead else f"(?:{inner}{_SEPARATOR})?")
    return "".join(pieces)


def _row_pattern(way: tuple[str, ...], ends: set[str], begins: set[str]) -> str:
    """The pattern of words in a row; a number that another part goes on with is not bounded."""
    first, last = way[0], way[-1]
    before = "" if any(goes_on(end, first) for end in ends) else bound_before(first)
    behind = "" if any(goes_on(last, begin) for begin in begins) else bound_behind(last)
    return f"{before}{_SEPARATOR.join(map(_word_pattern, way))}{behind}"


@lru_cache(maxsize=20_000)
def parts_of(phrase: str) -> tuple[Part, ...]:
    """A phrase taken apart.

    Raises:
        PhraseError: empty, too long, an unclosed bracket, a gap over `MAX_GAP` words, or a gap or
            nothing but optional words where something must be found.
    """
    text = plain(phrase).strip()
    if not text:
        raise PhraseError("an empty phrase finds nothing")
    if len(text) > MAX_LENGTH:
        raise PhraseError(f"a phrase is at most {MAX_LENGTH} characters long, this has {len(text)}")
    parts: list[Part] = []
    begun, in_gap, ways = False, False, 1
    for token in _tokens(text, phrase):
        if token["gap"]:
            if not begun or in_gap:
                raise PhraseError(f"'{phrase}': a gap needs a word before it")
            parts.append(Part(gap=_gap(token, phrase)))
            in_gap, ways = True, ways * (parts[-1].gap + 1)
        elif token["optional"] is not None:
            parts.append(Part(ways=_choice(token["optional"], phrase), optional=True))
            ways *= 2
        else:
            choice = token["choice"]
            words = ((token.group().lower(),),) if choice is None else _choice(choice, phrase)
            parts.append(Part(ways=words))
            begun, in_gap = True, False
    if not begun:
        raise PhraseError(f"'{phrase}': at least one word must not be optional")
    if in_gap:
        raise PhraseError(f"'{phrase}': a gap needs a word behind it")
    if ways > MAX_WAYS:
        raise PhraseError(f"'{phrase}': too many gaps and options; write several phrases")
    return tuple(_in_all_ways(parts) if _may_vary(text.lower()) else parts)


def _in_all_ways(parts: list[Part]) -> Iterator[Part]:
    """The parts, with numbers and joined words in every way they are written."""
    row: list[str] = []
    for part in parts:
        if len(part.ways) == 1 and not part.optional and len(part.ways[0]) == 1:
            row += part.ways[0]
            continue
        yield from map(Part, _written(row, frozenset(way[0] for way in part.ways)))
        row = []
        rows = dict.fromkeys(known for way in part.ways for known in _rows(way))
        yield part._replace(ways=tuple(rows))
    yield from map(Part, _written(row))


def _may_vary(text: str) -> bool:
    """Whether a row of words in it may be a number or a pair; asked for thousands of phrases."""
    runs = _RUNS.findall(text)
    if not _OF_NUMBERS.isdisjoint(runs):
        return True
    return not any(words.isdisjoint(runs) for words in _OF_PAIRS)


@lru_cache(maxsize=20_000)
def _rows(way: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    """The ways to write a row of words; of very many, the one that is given."""
    if not _may_vary(" ".join(way)):
        return (way,)
    known = tuple(_written(way))
    if prod(map(len, known)) > MAX_WAYS:
        return (way,)
    return tuple(tuple(word for row in rows for word in row) for rows in product(*known))


def _written(
    row: Sequence[str], behind: frozenset[str] = frozenset()
) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Of each word, number or joined pair in a row, the ways to write it."""
    words = apart(row)
    while words:
        number = number_at(words, behind)
        pair = " ".join(words[:2])
        if number is not None:
            yield number.ways
            words = words[number.length :]
        elif pair in PAIRS:
            yield tuple(tuple(form.split()) for form in spelt(pair))
            words = words[2:]
        else:
            yield ((words[0],),)
            words = words[1:]


def _tokens(text: str, phrase: str) -> list[re.Match[str]]:
    tokens, position = [], 0
    while position < len(text):
        token = _TOKEN.match(text, position)
        if token is None:
            raise PhraseError(f"'{phrase}': cannot read '{text[position:]}'")
        tokens.append(token)
        position = token.end()
        while position < len(text) and text[position].isspace():
            position += 1
    return tokens


def _gap(token: re.Match[str], phrase: str) -> int:
    count = int(token["count"])
    if not 1 <= count <= MAX_GAP:
        raise PhraseError(f"'{phrase}': a gap is ~1 to ~{MAX_GAP} words")
    return count


def _choice(inside: str, phrase: str) -> tuple[tuple[str, ...], ...]:
    alternatives = [part.strip() for part in inside.split("|")]
    if not all(alternatives):
        raise PhraseError(f"'{phrase}': an alternative is empty")
    return tuple(_words(part, phrase) for part in alternatives)


def _words(text: str, phrase: str) -> tuple[str, ...]:
    words = tuple(text.lower().split())
    if not all(_is_word(word) for word in words):
        raise PhraseError(f"'{phrase}': alternatives hold plain words and stems only")
    return words


def _is_word(piece: str) -> bool:
    if piece.isalpha():  # nearly all are, and start-up waits for thousands of them
        return True
    token = _TOKEN.fullmatch(piece)
    return token is not None and token["word"] is not None


def spellings(word: str) -> tuple[str, ...]:
    """The ways to write a word of a phrase, a contraction's long forms and shortcuts included.

    A stem has its star.
    """
    if "'" not in word:
        return spelt(word)
    whole = word.removesuffix("*")
    if whole in _CONTRACTIONS:
        written = _CONTRACTIONS[whole]
        return (*written, *_without_apostrophe(written), *_apart(written))
    for ending, forms in _ENDINGS.items():
        if whole.endswith(ending) and len(whole) > len(ending):
            first = whole.removesuffix(ending)
            written = tuple(first + form for form in forms)
            short = () if whole.replace("'", "") in _OTHER_WORDS else _without_apostrophe(written)
            return (*written, *short, *_apart(written))
    return (word,)


def _without_apostrophe(forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(form.replace("'", "") for form in forms if "'" in form)


def _apart(forms: Iterable[str]) -> tuple[str, ...]:
    """As recognisers write them, and exports that lose the apostrophe."""
    return tuple(form.replace("'", " ") for form in forms if "'" in form)


@lru_cache(maxsize=20_000)
def _word_pattern(word: str) -> str:
    """The pattern of one word or stem. Words come again and again."""
    forms = [
        _spelt(form.removesuffix("*")) + (r"\w*" if form.endswith("*") else "")
        for form in spellings(word)
    ]
    return forms[0] if len(forms) == 1 else f"(?:{'|'.join(forms)})"


def _spelt(word: str) -> str:
    """The word's pattern; an accent may be part of its letter or a sign of its own behind it."""
    if word.isascii():
        return re.escape(word)
    return "".join(map(_letter, unicodedata.normalize("NFC", word)))


def _letter(letter: str) -> str:
    apart = unicodedata.normalize("NFD", letter)
    composed = re.escape(letter)
    return composed if apart == letter else f"(?:{composed}|{re.escape(apart)})"
