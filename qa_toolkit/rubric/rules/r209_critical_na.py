"""A critical criterion may be answered "not applicable".

What must never go wrong can then be waved through with one click, and nothing shows it. Where a
critical criterion really does not apply to all interactions, `applies_when` says to which, and the
same for everybody.

Bad:

```yaml
- id: basics.verifies
  question: Is the caller's identity verified?
  type: yes_no
  rate: manual
  critical: compliance
  allow_na: true
```

Good:

```yaml
- id: basics.verifies
  question: Is the caller's identity verified?
  type: yes_no
  rate: manual
  critical: compliance
  applies_when: {channels: [call]}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule, criteria


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, criterion in criteria(rubric):
        if criterion.critical is not False and criterion.allow_na:
            message = "a critical criterion may be answered 'not applicable'"
            yield (*path, "allow_na"), message


RULE = Rule(
    code="R209",
    severity="warning",
    title="not applicable allowed where it is critical",
    fix="take 'allow_na' out, and say in 'applies_when' where it applies",
    manual=__doc__,
    find=_find,
)
