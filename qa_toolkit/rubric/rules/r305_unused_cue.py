"""A cue is described and no criterion waits for it.

Either the criterion that should react to it was forgotten, or it was left behind when one was
removed. Nobody will notice that nothing is looked for.

Bad:

```yaml
cues:
  trouble: {any: [broken, never came]}
```

Good:

```yaml
cues:
  trouble: {any: [broken, never came]}
sections:
  - id: basics
    title: Basics
    weight: 1
    criteria:
      - id: basics.sorry
        question: When something went wrong, does the agent say sorry?
        type: yes_no
        applies_when: {customer: trouble}
        indicators:
          - {id: sorry, kind: phrase, any: [sorry], points: 1}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule


def _find(rubric: Rubric) -> Iterator[Found]:
    used = {criterion.cue for criterion in rubric.criteria()}
    for name in rubric.cues:
        if name not in used:
            yield ("cues", name), f"no criterion waits for the cue '{name}'"


RULE = Rule(
    code="R305",
    severity="warning",
    title="unused cue",
    fix="let a criterion wait for it ('applies_when: {customer: …}'), or remove it",
    manual=__doc__,
    find=_find,
)
