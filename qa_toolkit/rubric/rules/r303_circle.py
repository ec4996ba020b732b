"""Conditions on answers run in a circle.

Whether a criterion applies hangs on the answer to another, which hangs on the first: neither can be
rated before the other. A criterion cannot hang on its own answer either.

Bad:

```yaml
- id: basics.offers
  question: Is another way offered?
  type: yes_no
  rate: manual
  applies_when: {answers: {basics.solved: ["no"]}}
- id: basics.solved
  question: Is it solved?
  type: yes_no
  rate: manual
  applies_when: {answers: {basics.offers: ["no"]}}
```

Good:

```yaml
- id: basics.solved
  question: Is it solved?
  type: yes_no
  rate: manual
- id: basics.offers
  question: Is another way offered?
  type: yes_no
  rate: manual
  applies_when: {answers: {basics.solved: ["no"]}}
```
"""

from collections.abc import Iterator
from itertools import islice

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Path, Rule, criteria

_MOST_SHOWN = 6
_MOST_TOLD = 20


def _find(rubric: Rubric) -> Iterator[Found]:
    paths: dict[str, Path] = {}
    hangs_on: dict[str, list[str]] = {}
    for path, criterion in criteria(rubric):
        paths[criterion.id] = path
        if criterion.applies_when and criterion.applies_when.answers:
            hangs_on[criterion.id] = list(criterion.applies_when.answers)
    for circle in islice(_circles(hangs_on), _MOST_TOLD):
        shown = [*circle[:_MOST_SHOWN], *(["…"] if len(circle) > _MOST_SHOWN else []), circle[0]]
        place = (*paths[circle[-1]], "applies_when", "answers", circle[0])
        yield place, f"the answers hang on each other: {' → '.join(shown)}"


def _circles(hangs_on: dict[str, list[str]]) -> Iterator[list[str]]:
    """The circles met on a walk that follows each condition once, without recursion."""
    done: set[str] = set()
    for start in hangs_on:
        if start in done:
            continue
        way = {start: iter(hangs_on[start])}  # what is being followed, in order
        while way:
            name, others = next(reversed(way.items()))
            other = next(others, None)
            if other is None:
                done.add(name)
                del way[name]
            elif other in way:
                steps = list(way)
                yield steps[steps.index(other) :]
            elif other in hangs_on and other not in done:
                way[other] = iter(hangs_on[other])


RULE = Rule(
    code="R303",
    severity="error",
    title="conditions in a circle",
    fix="take the condition from the criterion that people can answer first",
    manual=__doc__,
    find=_find,
)
