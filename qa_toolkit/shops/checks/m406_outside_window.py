"""The shop began outside the time of its assignment.

Plans spread shops over days and hours, and keep days between two shops of one location. A shop at
another time measures something else: another shift, or the same team twice in a week.

Bad:

```yaml
times: {start: '19:00:00', answered: '19:00:20', end: '19:05:00'}
```

Good:

```yaml
times: {start: '10:00:00', answered: '10:00:20', end: '10:05:00'}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.shop.log import Mark
from qa_toolkit.shops.checks.clock import shown
from qa_toolkit.shops.checks.interface import Check, Context, Found


def _find(context: Context) -> Iterator[Found]:
    start, assigned = context.log.moment(Mark.START), context.assignment
    if start is None or assigned is None or assigned.opens_at <= start < assigned.closes_at:
        return
    opens, closes = (shown(at, context.zone) for at in (assigned.opens_at, assigned.closes_at))
    yield Found(
        "times",
        f"begun {shown(start, context.zone)}, assigned from {opens} to {closes}",
    )


CHECK = Check(
    code="M406",
    severity="warning",
    title="outside the assigned time",
    fix="ask the editor whether the shop still counts",
    manual=__doc__,
    find=_find,
)
