"""A photo was not taken while the shop was held.

The camera writes the moment into the picture. Allowed are half an hour before the start and an hour
after the end; receipts and documents may be photographed until the log is due. A camera that names
no time zone is taken to show the clock of the location or that of the stopwatch, whichever comes
nearer to the shop. Cameras can be set wrong: this is to be looked at, and proves nothing.

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
from datetime import UTC, datetime, timedelta

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
        taken = _with_zone(kept.taken_at, start, context)
        told = f"'{kept.name}' was taken {shown(taken, context.zone)}"
        if taken < start - _BEFORE:
            yield Found("evidence", f"{told}, {span((start - taken).total_seconds())} before")
        elif taken > end + _allowed(kept, context):
            yield Found("evidence", f"{told}, {span((taken - end).total_seconds())} after it ended")


def _with_zone(taken: datetime, start: datetime, context: Context) -> datetime:
    """The moment; of those that a clock without a zone can mean, the nearest to the start.

    Who calls a queue abroad takes pictures by the clock at home, and one hour a year comes twice.
    """
    if taken.tzinfo is not None:
        return taken
    meant = [taken.replace(tzinfo=context.zone, fold=fold).astimezone(UTC) for fold in (0, 1)]
    if start.utcoffset():  # times in UTC are mostly a program's, and no clock on the wall
        meant.append(taken.replace(tzinfo=start.tzinfo).astimezone(UTC))
    return min(meant, key=lambda moment: abs(moment - start))


def _allowed(kept: Attachment, context: Context) -> timedelta:
    if kept.kind == "photo":
        return _AFTER
    return timedelta(hours=context.scenario.submit_hours) if context.scenario else _DUE


CHECK = Check(
    code="M503",
    severity="warning",
    title="photo from another time",
    fix="attach the one that was taken during the shop",
    manual=__doc__,
    find=_find,
)
