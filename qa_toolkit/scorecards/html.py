"""Pages for people: a team overview and one coaching page per agent, each a file of its own."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import cache
from hashlib import blake2b
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from qa_toolkit.scorecards.files import read_start, remove, write_text
from qa_toolkit.scorecards.view import ReportView

GENERATOR = "qa_toolkit scorecards"
"""By this in its head a page is known as one of ours."""
_HEAD_BYTES = 1_000


def write_pages(view: ReportView, folder: Path) -> tuple[Path, ...]:
    """Write `index.html` and a page per agent; they need no network, script or other file.

    Pages of an earlier export whose agents are no longer in the report are removed: they hold
    what was said by people nobody asked about. Other files in the folder are left alone.

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
    for stale in _agents_pages(folder).difference(written):
        remove(stale)
    return tuple(written)


def _agents_pages(folder: Path) -> set[Path]:
    """The agents' pages in a folder that an export has written."""
    mark = f'<meta name="generator" content="{GENERATOR}">'
    pages = (path for path in folder.glob("agent-*.html") if not path.is_symlink())
    return {path for path in pages if mark in read_start(path, _HEAD_BYTES)}


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
    environment = Environment(
        loader=PackageLoader("qa_toolkit.scorecards"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["generator"] = GENERATOR
    return environment
