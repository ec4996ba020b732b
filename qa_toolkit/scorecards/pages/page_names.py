"""Names of files, unique on any system."""

import re
import unicodedata
from collections.abc import Iterable

from qa_toolkit.files import distinct_names


def page_names(ids: Iterable[str], kind: str = "agent") -> dict[str, str]:
    """A file name for each id, such as `agent-dana-price.html`."""
    return {known: f"{kind}-{name}.html" for known, name in distinct_names(ids, _slug).items()}


def _slug(text: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")[:60].strip("-")
