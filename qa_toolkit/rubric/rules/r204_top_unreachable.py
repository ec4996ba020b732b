"""The top of the scale cannot be reached by any evidence.

An agent who does everything right would still lose points, and nobody would see why: the
indicators and the base do not add up to the highest level.

Bad:

```yaml
- id: basics.greets
  question: Does the agent greet the customer?
  scale: {0: no greeting, 1: a greeting, 2: a greeting by name}
  indicators:
    - {id: hello, kind: phrase, any: [hello, good morning], points: 1}
```

Good:

```yaml
- id: basics.greets
  question: Does the agent greet the customer?
  scale: {0: no greeting, 1: a greeting, 2: a greeting by name}
  indicators:
    - {id: hello, kind: phrase, any: [hello, good morning], points: 1}
    - {id: by_name, kind: phrase, any: ["(hello|good morning) (mr|mrs|ms)"], points: 2}
```
"""

from collections.abc import Iterator
from decimal import Decimal

from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule, criteria
from qa_toolkit.rubric.rules.ratings import best, nearest, span


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, criterion in criteria(rubric):
        levels = span(criterion)
        if levels is None or not criterion.by_machine or not criterion.indicators:
            continue
        most, top = best(criterion), levels[1]
        if most < top and not _is_rounded_up(criterion, most, top):
            place = "options" if criterion.options else "scale"
            message = f"the top level {top} cannot be reached, at most {most:f}"
            yield (*path, place), message


def _is_rounded_up(criterion: Criterion, most: Decimal, top: int) -> bool:
    """Points between two levels count as the nearer one."""
    if criterion.type == "multi_choice":  # its levels can be many
        return False
    return nearest(sorted(criterion.levels), most) == top


RULE = Rule(
    code="R204",
    severity="error",
    title="top of the scale out of reach",
    fix="raise the points or the base, or take the level away",
    manual=__doc__,
    find=_find,
)
