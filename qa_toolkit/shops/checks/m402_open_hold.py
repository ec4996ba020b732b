"""A hold was not resumed, or something was resumed that was not on hold.

The time on hold is the sum from each hold to its end. A hold that lasts until the contact ended is
counted to there: right where the shopper hung up, wrong where the press was forgotten.

Bad:

```yaml
times: {start: '10:00:00', answered: '10:00:20', hold: '10:02:00', end: '10:05:00'}
```

Good:

```yaml
times: {start: '10:00:00', answered: '10:00:20', hold: '10:02:00', resumed: '10:03:00', end: '10:05:00'}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.shop.log import Mark
from qa_toolkit.shops.checks.clock import shown
from qa_toolkit.shops.checks.interface import Check, Context, Found


def _find(context: Context) -> Iterator[Found]:
    since = None
    for one in sorted(context.log.marks, key=lambda mark: mark.at):
        at = shown(one.at, context.zone)
        if one.mark is Mark.HOLD:
            if since is not None:
                yield Found("times", f"on hold again at {at}, but never back since {since}")
            since = at
        elif one.mark is Mark.RESUMED:
            if since is None:
                yield Found("times", f"back at {at}, but nothing was on hold")
            since = None
        elif one.mark is Mark.END and since is not None:
            yield Found("times", f"on hold since {since} and not back before the end")
            since = None


CHECK = Check(
    code="M402",
    severity="warning",
    title="hold without its end, or an end without a hold",
    fix="press hold when the line goes quiet and resumed when somebody is back",
    manual=__doc__,
    find=_find,
    at_entry=True,
)
