"""What people type into cells: text, and days where they are plain; else told, never guessed."""

import re
from datetime import date, datetime, timedelta

from qa_toolkit.domain.said import tidy
from qa_toolkit.workbooks.cells import Value

_DAYS = ("%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%B %d, %Y")
"""Forms of a day that mean one day only: 3/4/2026 is not among them."""
_FIRST, _FIRST_1904 = date(1899, 12, 30), date(1904, 1, 1)
LIKELY_DAYS = range(36_526, 109_575)
"""Numbers that are taken for days: of the years 2000 to 2199."""


class Unclear(ValueError):
    """What stands in a cell cannot be understood; says why, and what would be."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


def text_of(value: Value) -> str:
    """Text as it is kept; a number as people typed it."""
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return str(int(value)) if value.is_integer() and abs(value) < 1e15 else str(value)
        case str():
            return tidy(value)


def day_of(value: Value, *, from_1904: bool = False) -> str:
    """A day as `2026-12-04`, empty for nothing; a number counts days, as spreadsheets do.

    Args:
        value: of the cell.
        from_1904: whether the workbook counts from there (ECMA-376 part 1, 18.17.4.1).

    Raises:
        Unclear: it is no day, or could mean two.
    """
    text = text_of(value)
    if not text:
        return ""
    if isinstance(value, float) and int(value) in LIKELY_DAYS:
        first = _FIRST_1904 if from_1904 else _FIRST
        return (first + timedelta(days=int(value))).isoformat()
    if isinstance(value, str):
        said = re.sub(r"[T ]00:00(:00)?(\.0+)?$", "", text)
        for form in _DAYS:
            try:
                return datetime.strptime(said, form).date().isoformat()  # noqa: DTZ007 - a day
            except ValueError:
                continue
    raise Unclear(f"'{short(text)}' is no day", "write it as 2026-12-04")


def short(text: str) -> str:
    """A text as a message quotes it: not more than a line of it."""
    return text if len(text) <= 40 else f"{text[:40]}…"
