"""The brief laid out: one HTML file that needs nothing else, made to be printed."""

from qa_toolkit.shops.briefs.view import Brief
from qa_toolkit.shops.scenarios.parts import PARTS
from qa_toolkit.templates import templates_of


def as_html(brief: Brief) -> str:
    """A page of its own: no script, no other file, light and dark, two to four sheets of A4."""
    template = templates_of("qa_toolkit.shops.briefs").get_template("brief.html.j2")
    return template.render(brief=brief, parts=PARTS)
