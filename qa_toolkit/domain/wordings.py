"""Lists of phrases that are looked for as one."""

from functools import cache


class Wordings:
    """Phrases, and perhaps regular expressions, of which any is a find.

    Compared by identity: `wordings` gives one object for one list, so that what was found of it
    can be looked up at once.

    Attributes:
        phrases: in the phrase language of `qa_toolkit.domain.phrase`.
        patterns: regular expressions as `qa_toolkit.domain.pattern` allows them.
    """

    __slots__ = ("patterns", "phrases")

    def __init__(self, phrases: tuple[str, ...], patterns: tuple[str, ...]) -> None:
        self.phrases = phrases
        self.patterns = patterns


@cache
def wordings(phrases: tuple[str, ...], patterns: tuple[str, ...] = ()) -> Wordings:
    """The one object that stands for these phrases and regular expressions."""
    return Wordings(phrases, patterns)
