"""The brief laid out: one HTML file that needs nothing else, made to be printed."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from qa_toolkit.shops.briefs.view import Brief
from qa_toolkit.shops.scenarios.parts import PARTS


def as_html(brief: Brief) -> str:
    """A page of its own: no script, no other file, light and dark, two to four sheets of A4."""
    return _environment().get_template("brief.html.j2").render(brief=brief, parts=PARTS)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("qa_toolkit.shops.briefs"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
