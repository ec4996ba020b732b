"""Text as later stages can keep it: no control characters, no broken Unicode."""

import json
import re

from qa_toolkit.errors import Unusable

LONGEST_ID = 255

# XML (workbooks), SQLite and terminals each choke on some of these.
_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]|[\ud800-\udfff]")
_NOT_IN_IDS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")


def clean(text: str) -> str:
    r"""The text with a blank for each control character, `�` for each half character.

    The length stays, so that places found in the result are places in the text as it was given:
    `\r\n` becomes a blank and a newline, any other sign for a new line becomes a newline.
    """
    if text.isprintable():
        return text
    return _UNWANTED.sub(_replacement, text)


def _replacement(found: re.Match[str]) -> str:
    char = found[0]
    if char == "\r" and found.string.startswith("\n", found.end()):
        return " "
    if char in "\r\x0b\x0c\x85":
        return "\n"
    return "\ufffd" if "\ud800" <= char <= "\udfff" else " "


def one_line(text: str) -> str:
    """A name: cleaned, with single spaces."""
    return " ".join(clean(text).split())


def tidy(name: str, text: str) -> str:
    """A field's text as it is kept: an id as it was written, anything else on one line."""
    return text.strip() if name == "id" else one_line(text)


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
        Unusable: it is empty, too long to be a key, or holds control characters.
    """
    if not text:
        raise Unusable("the interaction has no id", hint="give every interaction its own id")
    if len(text) > LONGEST_ID:
        raise Unusable(
            f"the id has {len(text)} characters", hint=f"use at most {LONGEST_ID} characters"
        )
    if _NOT_IN_IDS.search(text):
        raise Unusable(
            f"the id {ascii(text)[:80]} holds control characters",
            hint="use letters, digits and signs that can be typed",
        )
    return text
