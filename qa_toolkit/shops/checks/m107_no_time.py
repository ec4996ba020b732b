"""The start, the first answer or the end has no time.

Waiting times are counted from the start to the first person who speaks; without the three moments
nothing can be measured, and nobody can find the contact among others.

Bad:

```yaml
times: {start: '10:00:00', end: '10:05:00'}
```

Good:

```yaml
times: {start: '10:00:00', answered: '10:00:20', end: '10:05:00'}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.shop.log import Mark
from qa_toolkit.shops.checks.interface import Check, Context, Found

_REQUIRED = {
    Mark.START: "the start",
    Mark.ANSWERED: "the first answer of a person",
    Mark.END: "the end",
}


def _find(context: Context) -> Iterator[Found]:
    for mark, name in _REQUIRED.items():
        if mark in context.form.marks and context.log.moment(mark) is None:
            yield Found("times", f"the time of {name} is missing")


CHECK = Check(
    code="M107",
    severity="error",
    title="a time is missing",
    fix="note it; the telephone's list of calls or the receipt may still know it",
    manual=__doc__,
    find=_find,
    at_entry=True,
)
