"""What people write down: reasons, agreed actions, notes. One form for it, however it came in."""

import re

MOST_TEXT = 4_000
"""Characters of one text; a talk is written down in fewer, and a cell of a workbook holds them."""
MOST_STORY = 20_000
"""Characters of the story of a shop; a cell of a workbook holds them."""
MOST_NAME = 200
"""Characters of a name or a topic, which stand in one line."""

HALVES = re.compile("[\ud800-\udfff]")
"""Halves of surrogate pairs: no characters, which UTF-8 cannot hold."""
# what neither XML nor a terminal takes: control characters, of which some steer a terminal in one
# byte, half surrogate pairs, non-characters
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
# format characters that nobody sees: those that turn the direction of all that follows, also of
# what stands beside the text, and breaks and joints that cut words for whoever looks for them.
# Names need the marks of direction U+200E, U+200F and U+061C in Arabic and Hebrew, the joiners
# U+200C and U+200D in Persian and many others, and the break U+200B in Khmer: they stay.
_UNSEEN = re.compile("[\u00ad\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")


def tidy(text: str) -> str:
    """A text as it is kept: `printable`, and without blanks around it.

    Lines end in one way, so that a text that went through a workbook and back is the same again.
    """
    lines = printable(text).replace("\r\n", "\n").replace("\r", "\n")
    return lines.strip()


def printable(text: str) -> str:
    """A text without control characters, and without invisible ones that turn its direction."""
    kept = UNPRINTABLE.sub("", text)
    return kept if kept.isascii() else _UNSEEN.sub("", kept)


def folded(text: str) -> str:
    """A name or an answer as it is compared: in one line, whatever its capitals."""
    return " ".join(text.split()).casefold()


def too_long(text: str, most: int = MOST_TEXT) -> str:
    """Why a text is not kept, for people to read; empty where it is short enough."""
    length = len(text)
    return f"{length:,} characters are too many: {most:,} at most" if length > most else ""
