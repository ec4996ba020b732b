"""Two criteria that stand together ask the same question under the same condition.

This is what is left when a criterion was copied to make a new one, and its question was forgotten.
What it asks is then rated twice and weighs double, and what the new one should ask is never asked.
The same question for other channels, or in another section, is no finding.

Bad:

```yaml
- id: basics.greets
  question: Does the agent greet the customer?
  scale: {0: no greeting, 1: a greeting}
  rate: manual
- id: basics.parts
  question: Does the agent greet the customer?
  scale: {0: no goodbye, 1: a goodbye}
  rate: manual
```

Good:

```yaml
- id: basics.greets
  question: Does the agent greet the customer?
  scale: {0: no greeting, 1: a greeting}
  rate: manual
- id: basics.parts
  question: Does the agent say goodbye?
  scale: {0: no goodbye, 1: a goodbye}
  rate: manual
```
"""

import re
from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule, groups

_NO_WORD = re.compile(r"[\W_]+")


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, group in groups(rubric):
        asked: dict[tuple[str, str], str] = {}
        for c, criterion in enumerate(group.criteria):
            words = _NO_WORD.sub(" ", criterion.question.casefold()).strip()
            when = criterion.applies_when
            same = asked.setdefault((words, when.model_dump_json() if when else ""), criterion.id)
            if same != criterion.id:
                place = (*path, "criteria", c, "question")
                yield place, f"'{criterion.id}' asks what '{same}' asks already"


RULE = Rule(
    code="R103",
    severity="warning",
    title="the same question twice",
    fix="write the question that was meant, or remove one of the two",
    manual=__doc__,
    find=_find,
)
