"""A critical criterion that people rate has no guidance.

Its failure overturns everything else that was rated, so two evaluators must come to the same answer,
and the agent must be able to see why. Guidance of the criterion or of its section says what counts
as a failure and what does not.

Bad:

```yaml
- id: basics.privacy
  question: Does the agent keep the account private?
  type: yes_no
  critical: compliance
  rate: manual
```

Good:

```yaml
- id: basics.privacy
  question: Does the agent keep the account private?
  guidance: Telling a balance, an address or an order before the caller was identified is a failure.
  type: yes_no
  critical: compliance
  rate: manual
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule
from qa_toolkit.rubric.rules.texts import without_guidance


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, criterion in without_guidance(rubric):
        if criterion.critical:
            yield (*path, "question"), "critical, but nothing says what counts as a failure"


RULE = Rule(
    code="R409",
    severity="warning",
    title="critical criterion without guidance",
    fix="add 'guidance' with what is a failure and what is none",
    manual=__doc__,
    find=_find,
)
