"""A condition names the answer to a criterion that comes later in the form.

People answer from top to bottom. A question that appears, or vanishes, because of an answer further
down is met after it was passed.

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

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule, criteria


def _find(rubric: Rubric) -> Iterator[Found]:
    order = {criterion.id: n for n, criterion in enumerate(rubric.criteria())}
    for path, criterion in criteria(rubric):
        when = criterion.applies_when
        for other in when.answers if when else ():
            if order.get(other, -1) > order[criterion.id]:
                place = (*path, "applies_when", "answers", other)
                yield place, f"'{other}' is asked only after this"


RULE = Rule(
    code="R307",
    severity="info",
    title="asked before what it hangs on",
    fix="move the criterion behind the one whose answer it needs",
    manual=__doc__,
    find=_find,
)
