"""The contact lasts more than twelve hours.

No shop does; mostly the day is wrong, or the stopwatch ran on over night. A shop past midnight is
no trouble.

Bad:

```yaml
times: {start: '10:00:00', answered: '10:00:20', end: '2026-11-11 10:05:00'}
```

Good:

```yaml
times: {start: '10:00:00', answered: '10:00:20', end: '10:45:00'}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.shop.log import LONGEST_SHOP
from qa_toolkit.shops.checks.clock import span
from qa_toolkit.shops.checks.interface import Check, Context, Found


def _find(context: Context) -> Iterator[Found]:
    moments = [one.at for one in context.log.marks]
    if moments and max(moments) - min(moments) > LONGEST_SHOP:
        lasted = (max(moments) - min(moments)).total_seconds()
        yield Found("times", f"from the first time to the last it is {span(lasted)}")


CHECK = Check(
    code="M403",
    severity="error",
    title="longer than twelve hours",
    fix="correct the day or the time",
    manual=__doc__,
    find=_find,
    at_entry=True,
)
