"""Pages for people: a team overview and one coaching page per agent, each a file of its own."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from qa_toolkit.scorecards.files import write_text
from qa_toolkit.scorecards.view import ReportView


def write_pages(view: ReportView, folder: Path) -> tuple[Path, ...]:
    """Write `index.html` and a page per agent; they need no network, script or other file.

    Raises:
        StorageError: the folder or a file in it cannot be written.
    """
    names = page_names(agent.id for agent in view.agents)
    index = _environment().get_template("index.html.j2").render(view=view, names=names)
    page = _environment().get_template("agent.html.j2")
    written = [write_text(folder / "index.html", index)]
    for agent in view.agents:
        text = page.render(view=view, agent=agent)
        written.append(write_text(folder / names[agent.id], text))
    return tuple(written)


def page_names(agent_ids: Iterable[str]) -> dict[str, str]:
    """A file name for each agent: readable, safe on any system, unique also where case is not."""
    slugs = {known: _slug(known) for known in agent_ids}
    taken = Counter(slugs.values())
    return {
        known: f"agent-{slug}.html"
        if slug and taken[slug] == 1
        else f"agent-{slug}{'-' if slug else ''}{_short_hash(known)}.html"
        for known, slug in slugs.items()
    }


def _slug(text: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", ascii_only.lower()).strip("-")[:60]


def _short_hash(text: str) -> str:
    return blake2b(text.encode("utf-8", "backslashreplace"), digest_size=4).hexdigest()


@cache
def _environment() -> Environment:
    """Templates with autoescape: whatever a customer writes stays text."""
    return Environment(
        loader=PackageLoader("qa_toolkit.scorecards"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
