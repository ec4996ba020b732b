"""People rate a criterion, and nothing tells them what counts.

A yes/no question without guidance, and without words for its answers, is answered by feeling. One
line of guidance, of the criterion or of its section, is enough. Scales, choices and numbers say it in
their levels, options and units; critical criteria are R409's.

Bad:

```yaml
- id: basics.confirmed
  question: Does the agent check that the matter is solved?
  type: yes_no
  rate: manual
```

Good:

```yaml
- id: basics.confirmed
  question: Does the agent check that the matter is solved?
  guidance: The agent asks, and the customer answers; "anything else?" is no check.
  type: yes_no
  rate: manual
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule
from qa_toolkit.rubric.rules.texts import bare, without_guidance


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, criterion in without_guidance(rubric):
        if criterion.critical or criterion.type != "yes_no":
            continue
        if all(map(bare, criterion.scale.values())):
            yield (*path, "question"), "people rate this, and nothing tells them what counts"


RULE = Rule(
    code="R413",
    severity="info",
    title="nothing says what counts",
    fix="add 'guidance' with what counts and what does not",
    manual=__doc__,
    find=_find,
)
