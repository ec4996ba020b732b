"""The log is handed in after its deadline.

Memory fades within hours: what is written two days later is made up in part. The deadline is
`submit_hours` of the scenario after the end of the contact. A log that is handed in again after a
return is judged by its first time.

Bad:

```yaml
now: 2026-11-12 12:00
```

Good:

```yaml
now: 2026-11-10 18:00
```
"""

from collections.abc import Iterator
from datetime import timedelta

from qa_toolkit.domain.shop.log import Mark
from qa_toolkit.domain.wording import counted
from qa_toolkit.shops.checks.clock import span
from qa_toolkit.shops.checks.interface import Check, Context, Found


def _find(context: Context) -> Iterator[Found]:
    handed_in = context.first_at or context.now
    end = context.log.moment(Mark.END)
    if handed_in is None or end is None or context.scenario is None:
        return
    hours = context.scenario.submit_hours
    late = handed_in - (end + timedelta(hours=hours))
    if late > timedelta():
        yield Found(
            "shop",
            f"{span(late.total_seconds())} after the deadline, which was "
            f"{counted(hours, 'hour')} after the end",
        )


CHECK = Check(
    code="M408",
    severity="warning",
    title="handed in late",
    fix="hand in sooner next time; the editor grades it",
    manual=__doc__,
    find=_find,
)
