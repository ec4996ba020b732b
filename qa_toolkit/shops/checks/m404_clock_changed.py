"""The clock of the device was changed to another time zone while the shop was held.

At the end of summer time, or when a telephone crosses a border, 02:50 is followed by 02:10. Times are
kept with their zones and still add up; times written down from a clock on the wall do not.

Bad:

```yaml
times: {start: '2026-11-10T10:00:00+01:00', answered: '2026-11-10T09:00:20+00:00', end: '2026-11-10T09:05:00+00:00'}
```

Good:

```yaml
times: {start: '10:00:00', answered: '10:00:20', end: '10:05:00'}
```
"""

from collections.abc import Iterator
from itertools import pairwise

from qa_toolkit.shops.checks.interface import Check, Context, Found


def _find(context: Context) -> Iterator[Found]:
    for before, after in pairwise(context.log.marks):
        if before.at.utcoffset() != after.at.utcoffset():
            yield Found(
                "times",
                f"between {before.mark} and {after.mark} the clock changed from "
                f"{before.at:UTC%z} to {after.at:UTC%z}",
            )


CHECK = Check(
    code="M404",
    severity="info",
    title="the clock changed in between",
    fix="compare with the list of calls or the receipt where the times look wrong",
    manual=__doc__,
    find=_find,
)
