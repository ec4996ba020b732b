"""Fields told by the name of a recording: `[intake] filename_pattern` in `qa.toml`."""

import re
from pathlib import PurePath

from qa_toolkit.errors import UsageError
from qa_toolkit.intake.text import one_line


def compiled(pattern: str) -> re.Pattern[str] | None:
    """The pattern, ready to use; None where none is set.

    Raises:
        UsageError: it is not a regular expression, or it has no named group.
    """
    if not pattern:
        return None
    example = r"an example: filename_pattern = '(?P<agent>[a-z]+)_(?P<id>\d+)'"
    try:
        ready = re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as reason:
        raise UsageError(
            f"intake.filename_pattern is not a regular expression: {reason}", hint=example
        ) from None
    if not ready.groupindex:
        raise UsageError("intake.filename_pattern has no named group", hint=example)
    return ready


def told_by_name(path: PurePath, pattern: re.Pattern[str] | None) -> dict[str, str]:
    """The filled named groups; the pattern fits the whole name, with or without its suffix."""
    if pattern is None:
        return {}
    found = pattern.fullmatch(path.name) or pattern.fullmatch(path.stem)
    if not found:
        return {}
    return {name: one_line(text) for name, text in found.groupdict().items() if text}
