"""File names for interactions: readable, safe on any system, different also where case is not."""

import re
import unicodedata
from collections.abc import Iterable

from qa_toolkit.files import distinct_names

_LONGEST = 80


def file_names(ids: Iterable[str], suffix: str) -> dict[str, str]:
    """A name for each id; what two ids would share gets a few digits of a hash."""
    return {known: f"{name}.{suffix}" for known, name in distinct_names(ids, _stem).items()}


def _stem(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^A-Za-z0-9_]+", "-", plain).strip("-")[:_LONGEST]
