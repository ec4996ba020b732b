"""Characters that YAML cannot hold, or only in quotes: control characters, odd breaks, tabs."""

import re
import unicodedata

from qa_toolkit.strict_yaml.advice import Advice
from qa_toolkit.strict_yaml.comments import Spans, comments, end_around

TAB = "YAML indents with spaces, this line has a tab"
NO_TAB = "put spaces in its place"
# besides the control characters: half characters (surrogates), what YAML 1.1 takes for the end of
# a line and 1.2 does not, and the byte order mark within a text
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def odd_character(text: str) -> Advice | None:
    """The first character that no rubric may hold, whether in quotes or not."""
    found = _ODD.search(text)
    if found is None:
        return None
    sign = found.group()
    name = unicodedata.name(sign, "a control character").lower()
    message = f"the character U+{ord(sign):04X} ({name}) cannot stand in YAML"
    return at(text, found.start(), message, "remove it; it may be invisible in the editor")


def stray_tab(text: str, quoted: Spans) -> Advice | None:
    """The first tab that is neither in quotes nor in a comment.

    YAML's two libraries disagree on which of them can be borne.
    """
    offset = text.find("\t")
    remarks = list(comments(text, quoted)) if offset >= 0 else []
    while offset >= 0:
        end = end_around(offset, quoted) or end_around(offset, remarks)
        if end is None:
            if text[text.rfind("\n", 0, offset) + 1 : offset].strip():
                return at(text, offset, "there is a tab between words", "put a space in its place")
            return at(text, offset, TAB, NO_TAB)
        offset = text.find("\t", end)
    return None


def at(text: str, offset: int, message: str, hint: str) -> Advice:
    """Advice for the place at an offset of the text."""
    start = text.rfind("\n", 0, offset) + 1
    return Advice(message, hint, text.count("\n", 0, start) + 1, offset - start + 1)
