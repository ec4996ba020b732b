"""The best rating is named as a critical failure.

`at` lists the levels that are a failure; where the highest is among them, whoever does everything
right fails. Either the level is a slip, or the scale runs the wrong way: the highest level is always
the best.

Bad:

```yaml
- id: basics.safe
  question: Is the card number kept safe?
  scale: {0: kept safe, 1: read aloud}
  rate: manual
  critical: {class: compliance, at: [1]}
```

Good:

```yaml
- id: basics.safe
  question: Is the card number kept safe?
  scale: {0: read aloud, 1: kept safe}
  rate: manual
  critical: {class: compliance, at: [0]}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Critical, Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule, criteria
from qa_toolkit.rubric.rules.ratings import span


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, criterion in criteria(rubric):
        if not isinstance(criterion.critical, Critical):
            continue
        levels = span(criterion)
        named = criterion.critical.at
        if levels is not None and levels[1] in named:
            place = (*path, "critical", "at", named.index(levels[1]))
            yield place, f"the highest level, {levels[1]}, is named as a failure"


RULE = Rule(
    code="R220",
    severity="error",
    title="the best rating fails",
    fix="name the levels that are a failure, or turn the scale round",
    manual=__doc__,
    find=_find,
)
