"""Texts of users as the formats can carry them: no character breaks a line, a file or a terminal.

Rubrics are written by anybody who opens a pull request, and what is wrong with them quotes them.
"""

import re

from qa_toolkit.domain.said import HALVES

_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # control characters: they move the cursor, colour, and end lines
    "\u2028\u2029"  # line and paragraph separators
    "\u202a-\u202e\u2066-\u2069"  # overrides of direction: they reorder the rest of the line
    "\ud800-\udfff\ufffe\uffff]"  # no characters at all; XML and UTF-8 refuse them
)


def whole(text: str) -> str:
    """The text without halves of surrogate pairs, which UTF-8 cannot hold."""
    return HALVES.sub("\ufffd", text)


def visible(text: str) -> str:
    r"""The text on one line, with what cannot be seen written out: `\n`, `\x1b`, `\u202e`."""
    return _HIDDEN.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def lines(text: str) -> list[str]:
    """The lines of a text, each made visible; no empty ones around them."""
    return [visible(line.expandtabs(4)) for line in text.strip().splitlines()]
