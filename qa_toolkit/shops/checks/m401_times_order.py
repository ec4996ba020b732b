"""A time lies before one that must come first.

The first answer cannot come before the start, nor the end before a hold, and what was pressed later
cannot be earlier. Moments are compared with their time zones, so the end of summer time in between
does no harm; a clock that was set back by hand does.

Bad:

```yaml
times: {start: '10:00:00', answered: '09:59:00', end: '10:05:00'}
```

Good:

```yaml
times: {start: '10:00:00', answered: '10:00:20', end: '10:05:00'}
```
"""

from collections.abc import Iterator
from itertools import combinations

from qa_toolkit.domain.shop.log import Mark, TimeMark
from qa_toolkit.shops.checks.clock import shown
from qa_toolkit.shops.checks.interface import Check, Context, Found

_NAMES = {
    Mark.START: "start",
    Mark.ANSWERED: "first answer",
    Mark.HOLD: "hold",
    Mark.RESUMED: "end of a hold",
    Mark.END: "end",
}
_MOST = 3


def _find(context: Context) -> Iterator[Found]:
    told = 0
    for before, after in combinations(context.log.marks, 2):
        first, later = (after, before) if _must_swap(before, after) else (before, after)
        if later.at < first.at and told < _MOST:
            told += 1
            yield Found(
                "times",
                f"the {_NAMES[later.mark]} ({shown(later.at, context.zone)}) lies before "
                f"the {_NAMES[first.mark]} ({shown(first.at, context.zone)})",
            )


def _must_swap(before: TimeMark, after: TimeMark) -> bool:
    """Whether they were pressed in an order that no contact has."""
    if before.mark is after.mark:
        return False
    return after.mark is Mark.START or before.mark is Mark.END


CHECK = Check(
    code="M401",
    severity="error",
    title="times that do not add up",
    fix="press again what was pressed late, or write the times from the list of calls",
    manual=__doc__,
    find=_find,
    at_entry=True,
)
