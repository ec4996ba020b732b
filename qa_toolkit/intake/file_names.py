"""Fields told by the name of a recording: `[intake] filename_pattern` in `qa.toml`."""

import re
from collections.abc import Iterator
from pathlib import PurePath

from qa_toolkit.domain.problem import Problem
from qa_toolkit.errors import UsageError
from qa_toolkit.intake.text import tidy

_EXAMPLE = r"an example: filename_pattern = '(?P<agent>[a-z]+)_(?P<id>\d+)'"

# an escape, a set, the beginning or end of a group, a choice, or how often what came before repeats
_SIGNS = re.compile(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\??|\)|\||[*+?][+?]?|\{(\d*)(,?)(\d*)\}", re.DOTALL
)


class FileNames:
    """The pattern of one read, and whether it has fitted any name."""

    def __init__(self, pattern: str) -> None:
        """Compile the pattern; an empty one tells nothing.

        Raises:
            UsageError: it is not a regular expression, has no named group, or could take for ever.
        """
        self._pattern = _compiled(pattern) if pattern else None
        self._seen: list[str] = []
        self._fits = False

    def told(self, path: PurePath) -> dict[str, str]:
        """The filled named groups; the pattern fits the whole name, with or without its suffix."""
        if self._pattern is None:
            return {}
        found = self._pattern.fullmatch(path.name) or self._pattern.fullmatch(path.stem)
        if not found:
            self._seen.append(path.name)
            return {}
        self._fits = True
        return {name: tidy(name, text) for name, text in found.groupdict().items() if text}

    def problems(self, source: str) -> Iterator[Problem]:
        """A warning when the pattern fitted none of the names it was tried on."""
        if self._seen and not self._fits:
            yield Problem(
                source=source,
                message=f"intake.filename_pattern fits no recording, such as {self._seen[0]!r}",
                hint="it must fit the whole name, with or without its suffix",
                severity="warning",
            )


def _compiled(pattern: str) -> re.Pattern[str]:
    try:
        ready = re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as reason:
        raise UsageError(
            f"intake.filename_pattern is not a regular expression: {reason}", hint=_EXAMPLE
        ) from None
    if not ready.groupindex:
        raise UsageError("intake.filename_pattern has no named group", hint=_EXAMPLE)
    if _may_take_for_ever(pattern):
        raise UsageError(
            "intake.filename_pattern repeats a group that itself holds a repeat or a choice; "
            "on some names that takes for ever",
            hint=r"write [a-z-]+ instead of ([a-z]+-?)+",
        )
    return ready


def _may_take_for_ever(pattern: str) -> bool:
    """Whether a repeated group holds a repeat of variable length or a choice.

    Each further letter may then double the ways in which a name can fit, and `re` tries them all.
    Patterns that are harmless all the same, such as `(ab|cd)+`, are refused with them.
    """
    varies = [False]  # for each open group, whether what it holds can fit in several ways
    group_end = -1  # where a group that varies was closed last
    for sign in _SIGNS.finditer(pattern):
        text = sign[0]
        if text.startswith("("):
            varies.append(False)
        elif text == ")":
            if varies.pop():
                group_end = sign.end()
                varies[-1] = True
        elif text == "|":
            varies[-1] = True
        elif text[0] in "*+{" and sign.start() == group_end:
            return True
        elif text[0] in "*+?" or (text[0] == "{" and sign[2]):
            varies[-1] = True
    return False
