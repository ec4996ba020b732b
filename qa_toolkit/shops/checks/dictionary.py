"""Words that dictionaries know, by pyspellchecker: the only module that loads it."""

from functools import lru_cache
from importlib.util import find_spec
from typing import Any

from qa_toolkit.domain.spelling import spelt

_LANGUAGES_WORDS = "en es fr it pt de ru ar lv eu nl fa"
_LANGUAGES = frozenset(_LANGUAGES_WORDS.split())
"""Those it has a dictionary for."""
_TRADE = frozenset(
    ("barcode", "cheque", "chatbot", "email", "emails", "mins", "secs", "voicemail", "website")
)
"""Words of every shop and line that its English does not know."""
_LONGEST_SUGGESTED = 14
"""Letters up to which a suggestion is looked for; its time grows with their square."""


def has_library() -> bool:
    """Whether the extra `spelling` is installed."""
    return find_spec("spellchecker") is not None


def unknown(words: set[str], language: str) -> set[str]:
    """Those of the words, in lower case, that the language's dictionary does not know.

    None where it has no dictionary of the language.
    """
    dictionary = _dictionary(language)
    if dictionary is None:
        return set()
    odd = set(dictionary.unknown(words))
    # its English is that of films, which knows few British spellings
    return {word for word in odd - _TRADE if not dictionary.known(spelt(word))}


def suggestions(word: str, language: str) -> tuple[str, ...]:
    """What may have been meant, at most two words, the most frequent first."""
    dictionary = _dictionary(language)
    if dictionary is None or len(word) > _LONGEST_SUGGESTED:
        return ()
    near = sorted(dictionary.known(dictionary.edit_distance_1(word)))
    return tuple(sorted(near, key=lambda one: -dictionary.word_usage_frequency(one))[:2])


@lru_cache(maxsize=4)
def _dictionary(language: str) -> Any:
    code = language.casefold().split("-")[0]
    if code not in _LANGUAGES:
        return None
    from spellchecker import SpellChecker

    return SpellChecker(language=code, distance=1)
