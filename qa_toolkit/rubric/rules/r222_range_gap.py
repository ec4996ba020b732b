"""A number between two ranges gives no points, because it lies in none.

Whoever enters it is told that there is no such answer. A range ends where the next one starts:
`below` is no part of it, so 4.5 belongs nowhere when one is `below: 4` and the next `from: 5`.

Bad:

```yaml
- id: basics.minutes
  question: How many minutes did the repair take?
  type: number
  ranges:
    - {below: 4, points: 2}
    - {from: 5, points: 0}
```

Good:

```yaml
- id: basics.minutes
  question: How many minutes did the repair take?
  type: number
  ranges:
    - {below: 5, points: 2}
    - {from: 5, points: 0}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule, criteria
from qa_toolkit.rubric.rules.r215_overlapping_ranges import in_order


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, criterion in criteria(rubric):
        end: float | None = None
        for start, below, r in in_order(criterion.ranges):
            if end is not None and start > end:
                message = f"a number from {end:g} and below {start:g} is in no range"
                yield (*path, "ranges", r), message
            end = below if end is None else max(end, below)


RULE = Rule(
    code="R222",
    severity="warning",
    title="gap between ranges",
    fix="let each range start where the one before it ends",
    manual=__doc__,
    find=_find,
)
