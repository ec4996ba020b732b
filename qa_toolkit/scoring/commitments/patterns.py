"""Regular expressions put together from lists that people can read, and the text they run on."""

from qa_toolkit.domain.phrase import plain


def either(*alternatives: str) -> str:
    """One of these patterns, the first that fits."""
    return "(?:" + "|".join(alternatives) + ")"


def words(text: str) -> str:
    """One of the words of a text, as whole words are separated by spaces; a `_` is a space."""
    return either(*(word.replace("_", " ") for word in text.split()))


def word_set(text: str) -> frozenset[str]:
    """The words of a text; a `_` is a space."""
    return frozenset(word.replace("_", " ") for word in text.split())


def lowered(text: str) -> str:
    """The text in lower case with plain apostrophes, each character in its place."""
    lower = text.lower()
    if len(lower) != len(text):  # a few capitals become two characters
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return plain(lower)
