"""A criterion of weight 0 that nothing depends on.

With weight 0 a question is asked and shown, but not counted. That makes sense where it is critical, or where
other criteria apply by its answer; otherwise people answer for nothing, unless it is kept for reports.

Bad:

```yaml
- id: basics.right
  question: Is the answer right?
  type: yes_no
  rate: manual
  guidance: Compare with the handbook.
- id: basics.about
  question: Is the contact about a bill?
  type: yes_no
  rate: manual
  guidance: A bill, or a reminder of one.
  weight: 0
```

Good:

```yaml
- id: basics.about
  question: Is the contact about a bill?
  type: yes_no
  rate: manual
  guidance: A bill, or a reminder of one.
  weight: 0
- id: basics.right
  question: Is the amount explained?
  type: yes_no
  rate: manual
  guidance: What it is for, and since when.
  applies_when: {answers: {basics.about: ["yes"]}}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule, criteria


def _find(rubric: Rubric) -> Iterator[Found]:
    conditions = (criterion.applies_when for criterion in rubric.criteria())
    asked = {other for when in conditions if when for other in when.answers}
    for path, criterion in criteria(rubric):
        idle = criterion.critical is False and criterion.id not in asked
        if criterion.scored and not criterion.weight and idle:
            yield (*path, "weight"), "counts nothing, and nothing depends on it"


RULE = Rule(
    code="R223",
    severity="info",
    title="counts nothing",
    fix="give it a weight, make it critical, or let another criterion depend on it",
    manual=__doc__,
    find=_find,
)
