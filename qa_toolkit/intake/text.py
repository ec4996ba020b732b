"""Text as later stages can keep it: no control characters, no broken Unicode."""

import json
import re

from qa_toolkit.errors import Unusable

LONGEST_ID = 255

# XML (workbooks), SQLite and terminals each choke on some of these.
_UNWANTED = re.compile(
    "\r\n?|[\x0b\x0c\x85]|[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]|[\ud800-\udfff]"
)


def clean(text: str) -> str:
    """The text without control characters; line breaks become newlines, half characters `�`."""
    if text.isprintable():
        return text
    return _UNWANTED.sub(_replacement, text)


def _replacement(found: re.Match[str]) -> str:
    first = found[0][0]
    if first in "\r\x0b\x0c\x85":
        return "\n"
    return "\ufffd" if "\ud800" <= first <= "\udfff" else ""


def one_line(text: str) -> str:
    """A name or id: cleaned, with single spaces."""
    return " ".join(clean(text).split())


def scalar(value: object) -> str | None:
    """A JSON value as the text a CSV cell would hold; None for lists and objects."""
    match value:
        case str():
            return one_line(value)
        case None:
            return ""
        case bool() | int() | float():
            return json.dumps(value)
        case _:
            return None


def usable_id(text: str) -> str:
    """The id of an interaction, checked.

    Raises:
        Unusable: it is empty or too long to be a key.
    """
    if not text:
        raise Unusable("the interaction has no id", hint="give every interaction its own id")
    if len(text) > LONGEST_ID:
        raise Unusable(
            f"the id has {len(text)} characters", hint=f"use at most {LONGEST_ID} characters"
        )
    return text
