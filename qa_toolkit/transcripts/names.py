"""File names for interactions: readable, safe on any system, different also where case is not."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

_LONGEST = 80


def file_names(ids: Iterable[str], suffix: str) -> dict[str, str]:
    """A name for each id; what two ids would share gets a few digits of a hash."""
    stems = {known: _stem(known) for known in ids}
    taken = Counter(stem.casefold() for stem in stems.values())
    return {
        known: f"{stem}.{suffix}"
        if stem and taken[stem.casefold()] == 1
        else f"{stem}{'-' if stem else ''}{_digits(known)}.{suffix}"
        for known, stem in stems.items()
    }


def _stem(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9_]+", "-", plain).strip("-")[:_LONGEST]


def _digits(text: str) -> str:
    return blake2b(text.encode("utf-8", "backslashreplace"), digest_size=4).hexdigest()
