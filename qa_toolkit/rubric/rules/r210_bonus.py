"""Bonus points are not bounded, or weigh so much that they hide what is missing.

A bonus adds to what is earned and not to what could be earned. With `policy: {bonus: open}` totals
go over 100 percent and no longer compare with others. And where all bonus criteria together can add
more than 20 percent, they pay for real failures.

Bad:

```yaml
- {id: basics.right, question: Is the answer right?, type: yes_no, rate: manual, weight: 3}
- {id: basics.extra, question: Is there a surprise?, type: yes_no, rate: manual, bonus: true}
```

Good:

```yaml
- {id: basics.right, question: Is the answer right?, type: yes_no, rate: manual, weight: 10}
- {id: basics.extra, question: Is there a surprise?, type: yes_no, rate: manual, bonus: true}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule
from qa_toolkit.rubric.rules.weights import ROUNDING, shares, shown

_MOST = 0.2


def _find(rubric: Rubric) -> Iterator[Found]:
    if not any(criterion.bonus for criterion in rubric.criteria()):
        return
    if rubric.policy.bonus == "open":
        yield ("policy", "bonus"), "bonus points may lift a total over 100 percent"
    extra = [share for share in shares(rubric) if share.criterion.bonus]
    total = sum(share.total for share in extra)
    if total > _MOST + ROUNDING:
        message = f"bonus criteria can add {shown(total)} percent to the total"
        yield (*extra[0].path, "bonus"), message


RULE = Rule(
    code="R210",
    severity="warning",
    title="too much bonus",
    fix="cap the bonus ('policy: {bonus: capped}') and give it at most a fifth of the weight",
    manual=__doc__,
    find=_find,
)
