"""Names of people as they are compared: without capitals, accents and titles."""

import re
import unicodedata
from collections.abc import Sequence

_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "herr", "frau", "sir"))
_WORD = re.compile(r"[^\W\d_]+")
_NO_NAME = re.compile(
    r"(?:no|not|none|nil|n\W?a|nobody|unsure)\W*$|(?:not|unknown|anonymous|unnamed)\b"
    r"|(?:no|none) (?:name|badge|tag|idea|clue|one|was|were|of|given|visible|worn)\b"
    r"|.*\b(?:not (?:\w+ )?(?:given|known|sure|said|worn|told|seen|heard|available|applicable)"
    r"|(?:did|could|was|were|do|does|had|has|have)(?: not|n'?t)|cannot|can'?t|forgot|never|unknown)\b",
    re.IGNORECASE | re.DOTALL,
)


def name_words(name: str) -> list[str]:
    """The words of a name without capitals, accents and titles."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(one for one in apart if not unicodedata.combining(one))
    return [word for word in _WORD.findall(plain) if word not in _TITLES]


def is_name_of(said: Sequence[str], known: Sequence[str]) -> bool:
    """Whether words are this name, or the part of it that was said; initials are enough."""
    return bool(said) and all(
        any(word == part or (len(word) == 1 and part.startswith(word)) for part in known)
        for word in said
    )


def is_no_name(text: str) -> bool:
    """Whether a text in place of a name says that there is none: `?`, `unknown`, `did not say`."""
    return not name_words(text) or _NO_NAME.match(text.replace("’", "'").strip()) is not None
