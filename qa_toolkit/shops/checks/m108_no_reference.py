"""A contact that usually has a number is logged without one.

With the number of the ticket, chat or order the contact is found in the team's own system. Where none
was given, nothing needs to be done. Visits are found by their receipt.

Bad:

```yaml
reference: ''
```

Good:

```yaml
reference: T-4711
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.shops.checks.interface import Check, Context, Found


def _find(context: Context) -> Iterator[Found]:
    if context.form.channel is not Channel.VISIT and not context.log.reference.strip():
        yield Found("reference", "no number of a ticket, order or call")


CHECK = Check(
    code="M108",
    severity="info",
    title="no reference number",
    fix="add the number of the ticket, order or call where one was given",
    manual=__doc__,
    find=_find,
)
