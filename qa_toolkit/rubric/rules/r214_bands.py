"""The bands do not give each total one name.

A band goes from its percent up to the next band's. Where none starts at 0, the lowest totals have no
name; where two start at the same percent, one of them is never given.

Bad:

```yaml
pass_mark: 60
bands: {Fair: 40, Good: 60, Very good: 60}
```

Good:

```yaml
pass_mark: 60
bands: {Poor: 0, Fair: 40, Good: 60, Very good: 85}
```
"""

from collections.abc import Iterator
from decimal import Decimal

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule


def _find(rubric: Rubric) -> Iterator[Found]:
    if not rubric.bands:
        return
    if lowest := min(rubric.bands.values()):
        yield ("bands",), f"a total under {lowest:f} has no band"
    first: dict[Decimal, str] = {}
    for name, least in rubric.bands.items():
        if first.setdefault(least, name) != name:
            yield ("bands", name), f"'{name}' starts where '{first[least]}' does"


RULE = Rule(
    code="R214",
    severity="warning",
    title="bands with a hole or a double",
    fix="let the lowest band start at 0, and each at a percent of its own",
    manual=__doc__,
    find=_find,
)
