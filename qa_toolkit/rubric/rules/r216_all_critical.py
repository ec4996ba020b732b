"""Every criterion that is scored is critical.

Critical failures are for what must never happen. Where everything is critical, one slip is as bad as
any other, no total lies between nothing and all, and people stop trusting the word.

Bad:

```yaml
- {id: basics.greets, question: Is there a greeting?, type: yes_no, rate: manual, critical: true}
- {id: basics.safe, question: Is the card number safe?, type: yes_no, rate: manual, critical: true}
```

Good:

```yaml
- {id: basics.greets, question: Is there a greeting?, type: yes_no, rate: manual}
- {id: basics.safe, question: Is the card number safe?, type: yes_no, rate: manual, critical: true}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule


def _find(rubric: Rubric) -> Iterator[Found]:
    counted = [criterion for criterion in rubric.criteria() if criterion.counts]
    if len(counted) > 1 and all(criterion.critical is not False for criterion in counted):
        yield ("sections",), f"all {len(counted)} criteria that count are critical"


RULE = Rule(
    code="R216",
    severity="warning",
    title="everything is critical",
    fix="keep 'critical' for what must never happen, and weigh the rest",
    manual=__doc__,
    find=_find,
)
