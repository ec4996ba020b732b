"""The shop began when the location was not open by the plan.

A queue that is closed answers nobody, and a shop that is closed serves nobody: the time or the hours
of the plan are wrong. Looked at are the hours and closed days of the location and the days on which
the plan wants no shop at all. Hours that reach past midnight belong to the day on which they begin.

Bad:

```yaml
place: {hours: {tue: {from: '12:00', to: '18:00'}}}
```

Good:

```yaml
place: {hours: {tue: {from: '09:00', to: '18:00'}}}
```
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from qa_toolkit.domain.shop.log import Mark
from qa_toolkit.domain.shop.plan import Location, lies_in
from qa_toolkit.domain.shop.scenario import WEEKDAYS
from qa_toolkit.shops.checks.interface import Check, Context, Found


def _find(context: Context) -> Iterator[Found]:
    start, location = context.log.moment(Mark.START), context.location
    if start is None or location is None:
        return
    local = start.astimezone(context.zone)
    days = _days_of(local, location)
    if location.hours and not days:
        yield Found("times", f"begun {local:%a %Y-%m-%d %H:%M}, and the location is not open then")
    for day in days or (local.date(),):
        if lies_in(day, location.closed):
            yield Found("times", f"the location is closed on {day}")
        elif context.file and lies_in(day, context.file.blackout):
            yield Found("times", f"the plan wants no shop on {day}")


def _days_of(local: datetime, location: Location) -> tuple[date, ...]:
    """The day whose opening hours a moment lies in; the day before where they pass midnight."""
    for day in (local.date(), local.date() - timedelta(days=1)):
        hours = location.hours.get(WEEKDAYS[day.weekday()])
        if hours is None or local.time() not in hours:
            continue
        is_next_morning = day != local.date()
        passes_midnight = hours.start > hours.end
        if is_next_morning == (passes_midnight and local.time() < hours.end):
            return (day,)
    return ()


CHECK = Check(
    code="M407",
    severity="warning",
    title="location not open",
    fix="correct the time, or say in the story what was open",
    manual=__doc__,
    find=_find,
)
