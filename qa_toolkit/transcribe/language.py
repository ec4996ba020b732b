"""Which language is spoken: as told, and checked where the model knows more than one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from qa_toolkit.errors import Unusable
from qa_toolkit.transcribe.engines.interface import Recogniser
from qa_toolkit.transcribe.options import AUTO
from qa_toolkit.transcribe.windows import Window

ASKED = 3
"""Windows that a language is told from, in all: the first may hold little more than "hello"."""
LONG_ENOUGH_S = 3.0
"""Shorter windows, a cough or a "yes", are asked only where there are no longer ones."""
SURE = 0.5
"""A language that is less likely than this is none to rely on."""
SURELY_ANOTHER = 0.8
"""This likely, another language than the one that was told is a reason to doubt every word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The language of a recording.

    Attributes:
        code: two letters; the one that words were looked for in.
        doubt: why that may be wrong, in words for people; empty when there is no reason.
    """

    code: str
    doubt: str = ""


def spoken(engine: Recogniser, channels: Sequence[Sequence[Window]], wanted: str) -> Language:
    """The language to recognise some windows in.

    Args:
        engine: a multilingual one is asked; any other knows one language only.
        channels: the first windows of each audio channel. All are asked: where one party speaks
            another language than the other, that is seen as well.
        wanted: two-letter code, or `auto`.

    Raises:
        Unusable: the language is to be told from the sound by an engine that cannot.
    """
    if wanted != AUTO:
        if len(engine.languages) < 2 or wanted not in engine.languages:
            return Language(code=wanted)
        likely, probability = engine.language_of(_longest(channels, 1))
        if likely == wanted or probability < SURELY_ANOTHER:
            return Language(code=wanted)
        return Language(
            code=wanted, doubt=f"language doubtful: sounds like '{likely}', not '{wanted}'"
        )
    if len(engine.languages) == 1:
        raise Unusable(
            f"the speech model {engine.model} knows one language only and cannot tell which it is",
            hint="name a multilingual model with --model, or the language",
        )
    likely, probability = engine.language_of(_longest(channels, ASKED))
    unsure = f"language doubtful: '{likely}' is only {probability:.0%} sure"
    return Language(code=likely, doubt=unsure if probability < SURE else "")


def _longest(channels: Sequence[Sequence[Window]], count: int) -> list[Window]:
    """About `count` windows, as many of each channel: the longest of its first ones."""
    asked = [window for windows in channels for window in windows[: 2 * ASKED]]
    enough = min(LONG_ENOUGH_S, max(window.length_s for window in asked))
    long = [
        [window for window in windows[: 2 * ASKED] if window.length_s >= enough]
        for windows in channels
    ]
    each = ceil(count / sum(map(bool, long)))
    return [
        window
        for windows in long
        for window in sorted(windows, key=lambda window: -window.length_s)[:each]
    ]


def of_all(parts: Sequence[Language]) -> Language | None:
    """The language of a recording whose parts were recognised one after the other.

    The last part decides. Words of an earlier one that were looked for in another language cannot
    be relied on.
    """
    if not parts:
        return None
    last = parts[-1]
    others = sorted({part.code for part in parts} - {last.code})
    if last.doubt or not others:
        return last
    heard = " and ".join(f"'{code}'" for code in others)
    return replace(
        last, doubt=f"language doubtful: a part was heard as {heard}, the rest as '{last.code}'"
    )
