"""Neither the name of the person met nor a description is given.

A result without a person cannot be talked about with anybody. Where no name is given or worn, a
description is enough: what was worn, where the person stood, how the voice sounded. A word that
stands in for the name, such as "unknown" or "did not say", is none.

Bad:

```yaml
staff: ''
```

Good:

```yaml
staff: ''
staff_description: A low voice with a Scottish accent, no name given.
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.names import is_no_name
from qa_toolkit.shops.checks.words import words


def _find(context: Context) -> Iterator[Found]:
    if is_no_name(context.log.staff) and not words(context.log.staff_description):
        yield Found("staff", "neither a name nor a description of the person met")


CHECK = Check(
    code="M104",
    severity="error",
    title="neither name nor description of the person met",
    fix="give the name, or describe the person: what could be seen or heard",
    manual=__doc__,
    find=_find,
    at_entry=True,
)
