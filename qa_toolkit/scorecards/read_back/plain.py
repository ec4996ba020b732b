"""What people type into the cells of an export, understood where it is plain; else told, never guessed."""

import re

from qa_toolkit.domain.coaching import CoachingStatus
from qa_toolkit.domain.override import RootCause
from qa_toolkit.scorecards.excel import layout
from qa_toolkit.scorecards.read_back.values import Rating
from qa_toolkit.workbooks.cells import Value
from qa_toolkit.workbooks.plain import Unclear, short, text_of

_WHOLE = re.compile(r"[+-]?\d{1,9}(?:\.0*)?")
_ANEW = "fill in a new workbook: qa export"


def rating_of(value: Value) -> Rating:
    """A rating: a whole number, also typed as text, N/A, or nothing, as the formulas take it.

    Raises:
        Unclear: it is something else.
    """
    text = text_of(value)
    if not text:
        return None
    if text.casefold() == layout.NOT_APPLICABLE.casefold():
        return "na"
    if not _WHOLE.fullmatch(text):
        raise Unclear(f"'{short(text)}' is no rating", "a level of the scale, N/A, or nothing")
    return int(text.partition(".")[0])


def number_of(value: Value) -> int:
    """A number that we wrote: 0 where nothing stands.

    Raises:
        Unclear: it is none.
    """
    text = text_of(value)
    if not text:
        return 0
    if not _WHOLE.fullmatch(text) or int(text.partition(".")[0]) < 0:
        raise Unclear(f"'{short(text)}' is not the number that was written here", _ANEW)
    return int(text.partition(".")[0])


def cause_of(value: Value) -> RootCause | None:
    """A root cause, or None for nothing.

    Raises:
        Unclear: there is no such cause.
    """
    text = text_of(value)
    if not text:
        return None
    try:
        return RootCause(text.casefold())
    except ValueError:
        known = ", ".join(cause.value for cause in RootCause)
        raise Unclear(f"'{short(text)}' is no root cause", f"one of: {known}") from None


def status_of(value: Value) -> str:
    """`open` or `closed`, empty for nothing.

    Raises:
        Unclear: it is neither.
    """
    text = text_of(value).casefold()
    if text and text not in set(CoachingStatus):
        raise Unclear(f"'{short(text)}' is no status", "open or closed")
    return text
