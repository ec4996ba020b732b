"""Less than half of the weight can be rated by machine.

Under half of the applicable weight there is no verdict, so that no interaction passes or fails before
a person has rated it. That is as it should be where people are to judge. It is told because it is
easily come to by accident, one `rate: manual` after the other. Rubrics for visits only, and rubrics
in which people rate everything, are left alone.

Bad:

```yaml
- id: basics.thanks
  question: Does the agent thank the customer?
  type: yes_no
  indicators:
    - {id: thanks, kind: phrase, any: [thank you, thanks], points: 1}
- id: basics.right
  question: Is the answer right?
  type: yes_no
  rate: manual
  weight: 3
```

Good:

```yaml
- id: basics.thanks
  question: Does the agent thank the customer?
  type: yes_no
  weight: 2
  indicators:
    - {id: thanks, kind: phrase, any: [thank you, thanks], points: 1}
- id: basics.right
  question: Is the answer right?
  type: yes_no
  rate: manual
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.domain.score import COVERAGE_NEEDED
from qa_toolkit.rubric.rules.interface import Found, Rule
from qa_toolkit.rubric.rules.weights import ROUNDING, shares, shown


def _find(rubric: Rubric) -> Iterator[Found]:
    if set(rubric.applies_to.channels) == {Channel.VISIT}:
        return
    known = (share for share in shares(rubric) if not share.criterion.bonus)
    by_evidence = sum(share.total for share in known if share.criterion.by_machine)
    if 0 < by_evidence < COVERAGE_NEEDED - ROUNDING:
        message = f"only {shown(by_evidence)} percent of the weight can be rated by machine"
        yield ("sections",), f"{message}, so nothing gets a verdict before people rate"


RULE = Rule(
    code="R218",
    severity="info",
    title="no verdict without people",
    fix="add indicators where behaviour can be observed, or plan for people to rate",
    manual=__doc__,
    find=_find,
)
