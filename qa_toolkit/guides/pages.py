"""Guides laid out: one HTML file that needs nothing else, or Markdown for a wiki."""

import re

from qa_toolkit.guides.view import Guide
from qa_toolkit.templates import templates_of

_PACKAGE = "qa_toolkit.guides"

# what Markdown would read as more than a character; at the start of a line, what begins a list
_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~&])")
_LIST = re.compile(r"^\s*(?:[-+=]|\d+[.)])")


def as_html(guide: Guide) -> str:
    """A page of its own: no script, no other file, light and dark, made for print too."""
    return templates_of(_PACKAGE).get_template("guide.html.j2").render(guide=guide)


def as_markdown(guide: Guide) -> str:
    """Markdown with tables, as wikis and code hosts show it."""
    templates = templates_of(_PACKAGE, autoescape=False, md=escaped)
    text = templates.get_template("guide.md.j2").render(guide=guide)
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def escaped(text: str) -> str:
    """The rubric's words as they are, whatever signs they hold, on one line."""
    plain = _SIGNS.sub(r"\\\1", re.sub(r"\s+", " ", text))
    return _LIST.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", plain)
