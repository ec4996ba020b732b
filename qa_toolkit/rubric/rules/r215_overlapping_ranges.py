"""Ranges of a number overlap, or hold no number at all.

A number that lies in two ranges gives the points of the first, and the order of lines decides what a
shop scores. `from` belongs to the range, `below` does not: the next range starts where this one
ends.

Bad:

```yaml
- id: basics.queue
  question: How many customers were waiting?
  type: number
  ranges:
    - {below: 4, points: 2}
    - {from: 3, below: 8, points: 1}
    - {from: 8, points: 0}
```

Good:

```yaml
- id: basics.queue
  question: How many customers were waiting?
  type: number
  ranges:
    - {below: 4, points: 2}
    - {from: 4, below: 8, points: 1}
    - {from: 8, points: 0}
```
"""

from collections.abc import Iterator, Sequence
from math import inf

from qa_toolkit.domain.rubric import Range, Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule, criteria


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, criterion in criteria(rubric):
        for r, known in enumerate(criterion.ranges):
            if known.start is not None and known.below is not None and known.start >= known.below:
                message = f"no number is from {known.start:g} and below {known.below:g}"
                yield (*path, "ranges", r), message
        end = -inf
        for start, below, r in in_order(criterion.ranges):
            if start < end:
                yield (*path, "ranges", r), "it begins before another one has ended"
            end = max(end, below)


def in_order(ranges: Sequence[Range]) -> list[tuple[float, float, int]]:
    """Start, end and index of each range that holds a number, by where it starts."""
    bounds = (
        (-inf if known.start is None else known.start, inf if known.below is None else known.below)
        for known in ranges
    )
    return sorted((start, below, r) for r, (start, below) in enumerate(bounds) if start < below)


RULE = Rule(
    code="R215",
    severity="error",
    title="ranges overlap",
    fix="let each range start where the one before it ends",
    manual=__doc__,
    find=_find,
)
