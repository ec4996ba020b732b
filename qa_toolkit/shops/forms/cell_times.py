"""Times in cells: a share of a day, a day with a share, or text; as programs save them."""

from datetime import datetime, timedelta

from qa_toolkit.shops.forms.moments import HINT, Written, written
from qa_toolkit.workbooks.cells import Value
from qa_toolkit.workbooks.plain import LIKELY_DAYS, Unclear, text_of

_FIRST = datetime(1899, 12, 30)  # noqa: DTZ001 - a workbook's clock has no zone
_FIRST_1904 = datetime(1904, 1, 1)  # noqa: DTZ001
_DAY_MS = 86_400_000


def said_in(value: Value, *, from_1904: bool = False) -> Written | None:
    """The time in a cell, to the millisecond; None where nothing stands there.

    Args:
        value: of the cell.
        from_1904: whether the workbook counts days from there (ECMA-376 part 1, 18.17.4.1).

    Raises:
        Unclear: it is no time.
    """
    if not isinstance(value, float):
        text = text_of(value)
        return written(text) if text else None
    milliseconds = round(value * _DAY_MS)
    if 0 <= milliseconds < _DAY_MS:
        return Written(at=(_FIRST + timedelta(milliseconds=milliseconds)).time())
    if int(value) not in LIKELY_DAYS:
        raise Unclear(f"'{text_of(value)}' is no time", HINT)
    moment = (_FIRST_1904 if from_1904 else _FIRST) + timedelta(milliseconds=milliseconds)
    return Written(at=moment.time(), day=moment.date())
