"""The levels of a scale are not evenly spaced.

A rating counts by its place between the lowest and the highest level: on 0, 1, 5 the middle level
is worth 20 percent, though it reads like half. Points from evidence go to the nearest level, so an
uneven scale also moves where one level ends and the next begins. Where that is meant, a question of
type `choice` says the points of each answer openly.

Bad:

```yaml
- id: basics.helps
  question: Does the agent help?
  scale: {0: no help, 1: a hint, 5: the whole way}
  rate: manual
```

Good:

```yaml
- id: basics.helps
  question: Does the agent help?
  scale: {0: no help, 1: a hint, 2: the whole way}
  rate: manual
```
"""

from collections.abc import Iterator
from itertools import pairwise

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule, criteria


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, criterion in criteria(rubric):
        if criterion.type != "scale" or len(criterion.scale) < 3:
            continue
        levels = sorted(criterion.scale)
        if len({after - before for before, after in pairwise(levels)}) == 1:
            continue
        height = levels[-1] - levels[0]
        worth = ", ".join(f"{100 * (level - levels[0]) / height:.3g}" for level in levels)
        yield (*path, "scale"), f"the levels are worth {worth} percent"


RULE = Rule(
    code="R208",
    severity="info",
    title="uneven levels",
    fix="number the levels one by one, or use 'type: choice' with points",
    manual=__doc__,
    find=_find,
)
