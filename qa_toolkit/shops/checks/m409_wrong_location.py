"""The shop was held at another location than assigned, or none is named.

Results go to the team of the location. What was seen elsewhere must not be told to them.

Bad:

```yaml
location: south
```

Good:

```yaml
location: north
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.shops.checks.interface import Check, Context, Found
from qa_toolkit.shops.checks.words import in_one_line


def _find(context: Context) -> Iterator[Found]:
    if context.location is None:
        return
    said, assigned = context.log.location.strip(), context.location
    wanted = f"'{assigned.id}'" + (f" ({assigned.name})" if assigned.name else "")
    if not said:
        yield Found("location", f"no location is named; assigned is {wanted}")
    elif said.casefold() not in {assigned.id.casefold(), assigned.name.casefold()}:
        near = did_you_mean(said, [assigned.id])
        yield Found("location", f"held at '{in_one_line(said)}', assigned is {wanted}{near}")


CHECK = Check(
    code="M409",
    severity="error",
    title="wrong location",
    fix="choose the location where it was held; another one than assigned is no shop of this assignment",
    manual=__doc__,
    find=_find,
)
