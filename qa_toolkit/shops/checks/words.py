"""The parts of a text: quotes, sentences, words. All checks and the forms split texts here."""

import re
import unicodedata
from functools import lru_cache

from qa_toolkit.domain.phrase import plain

WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
"""A word of a plain text; contractions and joined words are one."""
_QUOTED = re.compile(
    r'"[^"\n]{0,300}"|“[^”\n]{0,300}”|„[^“”\n]{0,300}[“”]|«[^»\n]{0,300}»'
    r"|(?<![^\W_])['‘](?:[^'’\n]|['’](?=[^\W_])){1,300}['’](?![^\W_])"
)
_NOTHING = frozenset(("", "n a", "na", "none", "nil", "nothing", "no comment", "not applicable"))
_SENTENCE = re.compile(r"[^.!?;:\n]+")
_UNSEEN = re.compile("[\u00ad\u061c\u200b-\u200f\u2060\ufeff]+")
"""Marks of direction, joiners and possible breaks: they stand within words and are no part of them."""


def words(text: str) -> list[str]:
    """The words of a text in lower case, contractions and joined words as one.

    Typographic apostrophes are plain, accents are part of their letters, and what nobody sees
    is left out: two texts that read alike have the same words.
    """
    return WORD.findall(_as_read(text).casefold())


@lru_cache(maxsize=512)
def without_quotes(text: str) -> str:
    """The text with what others said in quotation marks blanked; its length stays."""
    return _QUOTED.sub(lambda found: " " * len(found.group()), plain(text))


def is_blank(text: str) -> bool:
    """Whether a text says nothing: it is empty, a dash, or a word that stands for none."""
    return " ".join(words(text)) in _NOTHING


def sentences(text: str) -> list[str]:
    """The parts between full stops, semicolons, colons and line breaks."""
    return [part for part in _SENTENCE.findall(text) if part.strip()]


def in_one_line(text: str, longest: int = 90) -> str:
    """A text in one line, for a message; a longer one is cut at a word."""
    line = " ".join(text.split())
    if len(line) <= longest:
        return line
    return f"{line[:longest].rsplit(' ', 1)[0]} …"


def _as_read(text: str) -> str:
    if text.isascii():
        return plain(text)
    return plain(unicodedata.normalize("NFC", _UNSEEN.sub("", text)))
