"""A turn's text as phrases are matched on it: lower case, plain apostrophes, cut into words."""

from collections.abc import Iterable
from itertools import accumulate, compress, count
from operator import add

from qa_toolkit.domain.phrase import plain
from qa_toolkit.scoring.finding.edits import Edit, Edited
from qa_toolkit.scoring.finding.spelling import respelt, written_apart

# a letter, a digit or "_" stays, as \w has it; anything else becomes a space
_ASCII = bytes(
    code if chr(code).isalnum() or code == ord("_") else ord(" ") for code in range(128)
).ljust(256, b" ")


class _Signs(dict[int, str]):
    """What stays of a character, for `str.translate`; learned as characters come."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kept = self[code] = char if char.isalnum() or char == "_" else " "
        return kept


_SIGNS = _Signs()


class Words:
    """A turn's text as phrases are matched on it, and where its words begin.

    Attributes:
        text: in lower case, with plain apostrophes, without HTML entities and hidden characters.
        words: its runs of letters and digits, in order.
        starts: where each of them begins.
    """

    __slots__ = ("_distinct", "_written", "_written_from", "starts", "text", "words")

    def __init__(self, written: str) -> None:
        text = _lowered(written)
        self._written = written
        self._written_from = None
        self._distinct: frozenset[str] | None = None
        if "&" in text or not text.isascii():
            self._written_from = _edited(text, sorted(written_apart(text)))
            text = self._written_from.text if self._written_from else text
        if text.isascii():
            spaced = text.encode("ascii").translate(_ASCII).decode("ascii")
        else:
            spaced = text.translate(_SIGNS)
        cut = spaced.split(" ")
        self.text = text
        self.words = [*filter(None, cut)]
        # each cut is one character; between two of them that stand together is no word
        self.starts = [*compress(map(add, accumulate(map(len, cut), initial=0), count()), cut)]

    def cased(self) -> str:
        """The text with its capitals."""
        text = plain(self._written)
        edits = sorted(written_apart(_lowered(self._written))) if self._written_from else ()
        return Edited(text, edits).text if edits else text

    def lacks(self, words: frozenset[str]) -> bool:
        """Whether none of the words is in the text; asked for each find, so it must not be read anew."""
        if self._distinct is None:
            self._distinct = frozenset(self.words)
        return words.isdisjoint(self._distinct)

    def respelt(self) -> tuple["Words", Edited] | None:
        """The text with shorthand, slips and drawn-out words as they are written, if there are."""
        edited = _edited(self.text, respelt(self.text))
        return (Words(edited.text), edited) if edited else None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Characters as they were written for those of the text."""
        edited = self._written_from
        return edited.before(start, end) if edited else (start, end)


def _edited(text: str, edits: Iterable[Edit]) -> Edited | None:
    made = tuple(edits)
    return Edited(text, made) if made else None


def _lowered(written: str) -> str:
    """The text in lower case with plain apostrophes; its length stays."""
    text = plain(written)
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    # a capital I with a dot becomes two characters
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
