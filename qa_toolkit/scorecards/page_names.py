"""Names: of files, which are unique on any system, and of people, which need not be."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

from qa_toolkit.scorecards.view import AgentView


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


def namesakes(agents: Iterable[AgentView]) -> frozenset[str]:
    """Ids of agents whose name is also another's: there a page shows the id beside it."""
    known = list(agents)
    counts = Counter(agent.name for agent in known)
    return frozenset(agent.id for agent in known if counts[agent.name] > 1)


def _slug(text: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")[:60].strip("-")


def _short_hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "backslashreplace"), digest_size=4).hexdigest()
