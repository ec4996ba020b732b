"""The text of a cue: tags, entities and voices taken out of it."""

import html
import re
from collections.abc import Iterator, Sequence

from qa_toolkit.intake.text import one_line

# a tag of WebVTT or HTML, a time inside a cue, a position as {\an8}; "<3" and "a < b" are text
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<\d[\d:.]*>|\{\\[^{}]*\}")
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]+([^<>]*)>|(</v>)")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|\w{2,31});", re.ASCII)


def plain_text(text: str) -> str:
    """The text as it is read: without tags, entities as what they stand for, on one line."""
    return one_line(_ENTITY.sub(lambda found: html.unescape(found[0]), _TAG.sub("", text)))


def by_voice(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Each voice (`<v Name>`) of a cue with what it says; the empty name where none is given."""
    voice, begin, text = "", 0, " ".join(lines)
    for tag in _VOICE.finditer(text):
        if said := plain_text(text[begin : tag.start()]):
            yield voice, said
        voice, begin = plain_text(tag[1] or ""), tag.end()
    if said := plain_text(text[begin:]):
        yield voice, said
