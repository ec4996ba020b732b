"""Where in a turn's text the words stand that may have been heard wrongly."""

from collections.abc import Iterator, Sequence

from qa_toolkit.domain.transcript import Word
from qa_toolkit.drawing.words import one_line

LOW = 0.5
"""A word less probable than this is shown as one that may have been heard wrongly."""
_NEAR = 40
"""Characters further on in which a word is looked for."""


def low_spans(text: str, words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """First character and end of each word that is less probable than `LOW`.

    Words are looked for in their order: languages without blanks are found too, and a word that the
    text does not hold, because somebody corrected it, is passed over.
    """
    low = [place for place, word in enumerate(words) if word.probability < LOW]
    if not low:
        return
    begin = 0
    for word in words[: low[-1] + 1]:
        said = word.text.strip()
        if not said.isalnum():
            said = one_line(said)
        start = text.find(said, begin, begin + len(said) + _NEAR) if said else -1
        if start < 0:
            continue
        begin = start + len(said)
        if word.probability < LOW:
            yield start, begin
