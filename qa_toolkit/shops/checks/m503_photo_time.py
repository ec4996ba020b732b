"""A photo was not taken while the shop was held.

The camera writes the moment into the picture. Allowed are half an hour before the start and an hour
after the end; receipts and documents may be photographed until the log is due. A camera that names
no time zone is taken to show the clock of the location. Cameras can be set wrong: this is to be
looked at, and proves nothing.

Bad:

```yaml
attachments: [{kind: photo, taken: '2026-10-02 15:12:00'}]
```

Good:

```yaml
attachments: [{kind: photo, taken: '2026-11-10 10:04:00'}]
```
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from qa_toolkit.domain.shop.log import Attachment, Mark
from qa_toolkit.shops.checks.clock import shown, span
from qa_toolkit.shops.checks.interface import Check, Context, Found

_BEFORE = timedelta(minutes=30)
_AFTER = timedelta(hours=1)
_DUE = timedelta(hours=24)


def _find(context: Context) -> Iterator[Found]:
    start, end = context.log.moment(Mark.START), context.log.moment(Mark.END)
    if start is None or end is None:
        return
    for kept in context.log.attachments:
        if kept.taken_at is None:
            continue
        taken = _with_zone(kept.taken_at, context)
        told = f"'{kept.name}' was taken {shown(taken, context.zone)}"
        if taken < start - _BEFORE:
            yield Found("evidence", f"{told}, {span((start - taken).total_seconds())} before")
        elif taken > end + _allowed(kept, context):
            yield Found("evidence", f"{told}, {span((taken - end).total_seconds())} after it ended")


def _with_zone(taken: datetime, context: Context) -> datetime:
    return taken if taken.tzinfo is not None else taken.replace(tzinfo=context.zone)


def _allowed(kept: Attachment, context: Context) -> timedelta:
    if kept.kind == "photo":
        return _AFTER
    return timedelta(hours=context.scenario.report_hours) if context.scenario else _DUE


CHECK = Check(
    code="M503",
    severity="warning",
    title="photo from another time",
    fix="attach the one that was taken during the shop",
    manual=__doc__,
    find=_find,
)
