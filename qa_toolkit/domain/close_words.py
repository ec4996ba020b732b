"""Did you mean …? One answer for misspelt keys, names and codes."""

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 60


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like this one, whatever the case; None when none is near."""
    if len(word) > _LONGEST:
        return None
    words = {name.lower(): name for name in known}
    found = get_close_matches(word.lower(), words, n=1)
    return words[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The end of a message: `, did you mean 'weight'?`, empty when nothing is near."""
    near = closest(word, known)
    return f", did you mean '{near}'?" if near else ""
