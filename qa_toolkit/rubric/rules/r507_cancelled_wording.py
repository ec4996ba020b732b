"""One wording of an indicator can never count, because its `unless` cancels it.

`unless` cancels a find in the sentence that holds it. A wording of `any` that holds a wording of
`unless` is cancelled wherever it is said; the others of the list still count.

Bad:

```yaml
- id: basics.apology
  question: Does the agent apologise?
  type: yes_no
  indicators:
    - {id: sorry, kind: phrase, any: [apologies, sorry but], unless: [sorry but], points: 1}
```

Good:

```yaml
- id: basics.apology
  question: Does the agent apologise?
  type: yes_no
  indicators:
    - {id: sorry, kind: phrase, any: [apologies, sorry], unless: [sorry but], points: 1}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule
from qa_toolkit.rubric.rules.wordings import self_cancelling


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, phrases, cancelled in self_cancelling(rubric):
        if len(cancelled) == len(phrases):
            continue
        for p, by in cancelled.items():
            yield (*path, p), f"'{phrases[p]}' never counts, 'unless' cancels it with '{by}'"


RULE = Rule(
    code="R507",
    severity="warning",
    title="wording that 'unless' cancels",
    fix="take the wording away, or make the one in 'unless' longer",
    manual=__doc__,
    find=_find,
)
