"""The phrase language of rubrics: wordings as people write them, compiled to bounded patterns.

    sorry to hear            these words in this order, whatever the case
    (sorry|apologies) for    one of the alternatives; an alternative may be several words
    [so] sorry               an optional word, or optional alternatives: [very|so]
    apologi*                 a stem: apologise, apologies, apologised
    sorry ~3 wait            up to three words in between (a contraction counts as two)
    I'll, can't, we're       contractions also match their long forms (I will, cannot, we are),
                             and youll, dont without the apostrophe, unless that is a word (ill)

Words are separated by spaces and by light punctuation, never by the end of a sentence. Every
repetition is bounded, and so are the ways to read one phrase: a pattern's time grows linearly
with the text.
"""

import re
import unicodedata
from functools import lru_cache

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
_CONTRACTIONS = (
    ("can't", r"can(?:'?t|not| not)"),
    ("won't", r"(?:won'?t|will not)"),
    ("let's", r"let(?:'?s| us)"),
)
_ENDINGS = (
    ("n't", "n't| not"),
    ("'m", "'m| am"),
    ("'ll", "'ll| will"),
    ("'ve", "'ve| have"),
    ("'re", "'re| are"),
    ("'s", "'s| is| has"),
    ("'d", "'d| would| had"),
)
_OTHER_WORDS = frozenset({"ill", "well", "hell", "shell", "were", "whore", "id", "wed", "shed"})
"""What a contraction must not be taken for when its apostrophe is left out."""
_PLAIN_QUOTES = str.maketrans(
    dict.fromkeys("\u2018\u2019\u02bc\u0060\u00b4", "'") | {"\u00a0": " "}
)


class PhraseError(ValueError):
    """A phrase that is not in the language; the message names the part."""


def plain(text: str) -> str:
    """The text with typographic apostrophes and hard spaces made plain; its length stays."""
    return text.translate(_PLAIN_QUOTES)


def compile_phrases(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern that finds any of the phrases as whole words, the longest wording first.

    Raises:
        PhraseError: a phrase is not in the language.
    """
    longest_first = sorted(phrases, key=len, reverse=True)
    alternatives = "|".join(pattern_of(phrase) for phrase in longest_first)
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)", re.IGNORECASE)


def pattern_of(phrase: str) -> str:
    """The regular expression of one phrase.

    Raises:
        PhraseError: empty, too long, an unclosed bracket, a gap over `MAX_GAP` words, or a gap or
            nothing but optional words where something must be found.
    """
    text = plain(phrase).strip()
    if not text:
        raise PhraseError("an empty phrase finds nothing")
    if len(text) > MAX_LENGTH:
        raise PhraseError(f"a phrase is at most {MAX_LENGTH} characters long, this has {len(text)}")
    pieces: list[str] = []
    lead, in_gap, ways = "", False, 1
    for token in _tokens(text, phrase):
        if token["gap"]:
            if not lead or in_gap:
                raise PhraseError(f"'{phrase}': a gap needs a word before it")
            count = _gap(token, phrase)
            pieces.append(rf"(?:{_SEPARATOR}{_WORD}){{0,{count}}}")
            in_gap, ways = True, ways * (count + 1)
        elif token["optional"] is not None:
            inner = _choice(token["optional"], phrase)
            pieces.append(f"(?:{lead}{inner})?" if lead else f"(?:{inner}{_SEPARATOR})?")
            ways *= 2
        else:
            choice = token["choice"]
            pieces.append(
                lead + (_word_pattern(token.group()) if choice is None else _choice(choice, phrase))
            )
            lead, in_gap = _SEPARATOR, False
    if not lead:
        raise PhraseError(f"'{phrase}': at least one word must not be optional")
    if in_gap:
        raise PhraseError(f"'{phrase}': a gap needs a word behind it")
    if ways > MAX_WAYS:
        raise PhraseError(f"'{phrase}': too many gaps and options; write several phrases")
    return "".join(pieces)


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


def _choice(inside: str, phrase: str) -> str:
    alternatives = [part.strip() for part in inside.split("|")]
    if not all(alternatives):
        raise PhraseError(f"'{phrase}': an alternative is empty")
    return "(?:" + "|".join(_words(part, phrase) for part in alternatives) + ")"


def _words(text: str, phrase: str) -> str:
    pieces = [_word_pattern(piece) for piece in text.split()]
    if not all(pieces):
        raise PhraseError(f"'{phrase}': alternatives hold plain words and stems only")
    return _SEPARATOR.join(pieces)


@lru_cache(maxsize=20_000)
def _word_pattern(piece: str) -> str:
    """The pattern of one word or stem; empty for anything else. Words come again and again."""
    token = _TOKEN.fullmatch(piece)
    return _word(token["word"], stem=bool(token["stem"])) if token and token["word"] else ""


def _word(written: str, *, stem: bool) -> str:
    word = written.lower()
    tail = r"\w*" if stem else ""
    if "'" not in word:
        return _spelt(word) + tail
    for contraction, pattern in _CONTRACTIONS:
        if word == contraction:
            return pattern
    for ending, pattern in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending):
            apostrophe = "'" if word.replace("'", "") in _OTHER_WORDS else "'?"
            forms = pattern.replace("'", apostrophe)
            return f"{_spelt(word.removesuffix(ending))}(?:{forms})"
    return _spelt(word) + tail


def _spelt(word: str) -> str:
    """The word's pattern; an accent may be part of its letter or a sign of its own behind it."""
    if word.isascii():
        return re.escape(word)
    return "".join(map(_letter, unicodedata.normalize("NFC", word)))


def _letter(letter: str) -> str:
    apart = unicodedata.normalize("NFD", letter)
    composed = re.escape(letter)
    return composed if apart == letter else f"(?:{composed}|{re.escape(apart)})"
