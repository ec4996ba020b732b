"""What people write down: reasons, agreed actions, notes. One form for it, however it came in."""

import re

MOST_TEXT = 4_000
"""Characters of one text; a talk is written down in fewer, and a cell of a workbook holds them."""
MOST_STORY = 20_000
"""Characters of one text of a shop's log, of which the story is the longest; a cell holds them."""
MOST_NAME = 200
"""Characters of a name or a topic, which stand in one line."""

# what neither XML nor a terminal takes: control characters, of which some steer a terminal in one
# byte, half surrogate pairs, non-characters
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def tidy(text: str) -> str:
    """A text as it is kept: without unprintable characters and blanks around it.

    Lines end in one way, so that a text that went through a workbook and back is the same again.
    """
    lines = UNPRINTABLE.sub("", text).replace("\r\n", "\n").replace("\r", "\n")
    return lines.strip()


def folded(text: str) -> str:
    """A name or an answer as it is compared: in one line, whatever its capitals."""
    return " ".join(text.split()).casefold()


def too_long(text: str, most: int = MOST_TEXT) -> str:
    """Why a text is not kept, for people to read; empty where it is short enough."""
    length = len(text)
    return f"{length:,} characters are too many: {most:,} at most" if length > most else ""
