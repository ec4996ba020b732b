"""A criterion that evidence should rate has no indicators.

Without indicators there is nothing to look for, and the machine could only ever give the level of
`base`. A criterion that people alone can judge says so: `rate: manual`. Numbers, text and
information are always left to people and need neither.

Bad:

```yaml
- id: basics.right
  question: Is the answer right?
  type: yes_no
```

Good:

```yaml
- id: basics.right
  question: Is the answer right?
  type: yes_no
  rate: manual
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule, criteria


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, criterion in criteria(rubric):
        if criterion.by_machine and not criterion.indicators:
            yield path, "no indicators to rate it by"


RULE = Rule(
    code="R203",
    severity="error",
    title="nothing to look for",
    fix="add indicators, or say 'rate: manual' where only people can tell",
    manual=__doc__,
    find=_find,
)
