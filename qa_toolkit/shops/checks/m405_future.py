"""A time lies after the moment at which the log is checked.

What has not happened cannot be noted. Five minutes are allowed for clocks that differ.

Bad:

```yaml
now: 2026-11-10 09:30
```

Good:

```yaml
now: 2026-11-10 12:00
```
"""

from collections.abc import Iterator
from datetime import timedelta

from qa_toolkit.shops.checks.clock import shown
from qa_toolkit.shops.checks.interface import Check, Context, Found

_CLOCKS_DIFFER = timedelta(minutes=5)


def _find(context: Context) -> Iterator[Found]:
    if context.now is None or not context.log.marks:
        return
    latest = max(context.log.marks, key=lambda one: one.at)
    if latest.at > context.now + _CLOCKS_DIFFER:
        yield Found(
            "times",
            f"the time of {latest.mark} ({shown(latest.at, context.zone)}) is still to come",
        )


CHECK = Check(
    code="M405",
    severity="error",
    title="a time in the future",
    fix="correct the day or the time",
    manual=__doc__,
    find=_find,
)
