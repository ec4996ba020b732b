"""The days of the week, or the hours, leave no minute of the window.

Such a window looks as if it allowed something, and a plan from it stays empty. Hours that are to run
past midnight end on an earlier minute than they begin: from 22:00 to 02:00.


Bad:

```yaml
window: {from: 2026-11-02, to: 2026-11-04, days: [sat, sun]}
```

Good:

```yaml
window: {from: 2026-11-02, to: 2026-11-08, days: [sat, sun]}
```
"""

from collections.abc import Iterator
from datetime import timedelta

from qa_toolkit.domain.shop.scenario import WEEKDAYS
from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject


def _find(subject: Subject) -> Iterator[Found]:
    window = subject.scenario.window
    hours, first, last = window.hours, window.start, window.end
    if hours is not None and hours.start == hours.end:
        yield (
            ("window", "hours"),
            f"from {hours.start:%H:%M} to {hours.end:%H:%M} is no time at all",
        )
    if not window.days or first is None or last is None or last < first:
        return
    # a week has all of its days; of less, those that are in it
    span = range(min((last - first).days + 1, len(WEEKDAYS)))
    held = {WEEKDAYS[(first + timedelta(days=day)).weekday()] for day in span}
    if held.isdisjoint(window.days):
        wanted = ", ".join(window.days)
        yield ("window", "days"), f"none of {wanted} lies between {first} and {last}"


RULE = Rule(
    code="S202",
    severity="error",
    title="a window that leaves nothing",
    fix="widen the days or the hours",
    manual=__doc__,
    find=_find,
)
