"""Names of files, unique on any system."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b


def page_names(ids: Iterable[str], kind: str = "agent") -> dict[str, str]:
    """A file name for each id, such as `agent-dana-price.html`."""
    slugs = {known: _slug(known) for known in ids}
    taken = Counter(slugs.values())
    return {
        known: f"{kind}-{slug}.html"
        if slug and taken[slug] == 1
        else f"{kind}-{slug}{'-' if slug else ''}{_short_hash(known)}.html"
        for known, slug in slugs.items()
    }


def _slug(text: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")[:60].strip("-")


def _short_hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "backslashreplace"), digest_size=4).hexdigest()
