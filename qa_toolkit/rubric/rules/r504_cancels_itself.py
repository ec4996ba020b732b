"""Nothing that an indicator finds can count: its own `unless` cancels all of it.

`unless` cancels a find in the sentence that holds it, so a wording of `any` that also stands in
`unless`, whole or in part, never counts. Here it is so for every wording: the indicator, or the cue,
is dead.

Bad:

```yaml
- id: basics.apology
  question: Does the agent apologise?
  type: yes_no
  indicators:
    - {id: sorry, kind: phrase, any: [so sorry, very sorry], unless: [sorry], points: 1}
```

Good:

```yaml
- id: basics.apology
  question: Does the agent apologise?
  type: yes_no
  indicators:
    - {id: sorry, kind: phrase, any: [so sorry, very sorry], unless: [sorry but], points: 1}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule
from qa_toolkit.rubric.rules.wordings import self_cancelling


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, phrases, cancelled in self_cancelling(rubric):
        if len(cancelled) == len(phrases):
            yield path, "its own 'unless' cancels every wording, so that nothing is ever found"


RULE = Rule(
    code="R504",
    severity="error",
    title="'unless' cancels everything",
    fix="take out of 'unless' what 'any' is to find, or make it longer than that",
    manual=__doc__,
    find=_find,
)
