"""Which language is spoken: as told, and checked where the model knows more than one."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_toolkit.errors import Unusable
from qa_toolkit.transcribe.engines.interface import Recogniser
from qa_toolkit.transcribe.options import AUTO
from qa_toolkit.transcribe.windows import Window

ASKED = 3
"""Windows that a language is told from: the first may hold little more than "hello"."""
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


def spoken(engine: Recogniser, windows: Sequence[Window], wanted: str) -> Language:
    """The language to recognise some windows in.

    Args:
        engine: a multilingual one is asked; any other knows one language only.
        windows: the first of a recording.
        wanted: two-letter code, or `auto`.

    Raises:
        Unusable: the language is to be told from the sound by an engine that cannot.
    """
    asked = sorted(windows[: 2 * ASKED], key=lambda window: -window.length_s)[:ASKED]
    if wanted != AUTO:
        if len(engine.languages) < 2 or wanted not in engine.languages:
            return Language(code=wanted)
        likely, probability = engine.language_of(asked[:1])
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
    likely, probability = engine.language_of(asked)
    unsure = f"language doubtful: '{likely}' is only {probability:.0%} sure"
    return Language(code=likely, doubt=unsure if probability < SURE else "")
