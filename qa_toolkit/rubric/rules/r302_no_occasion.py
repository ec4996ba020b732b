"""Occasions are counted where there are none.

`rate: share` is a mean over occasions, and `within_turns` counts the agent's turns after one. An
occasion is a cue that the customer gives, so `applies_when: {customer: …}` must name it, and only
the agent's words can be looked for within turns of the agent.

Bad:

```yaml
- id: basics.sorry
  question: When something went wrong, does the agent say sorry?
  type: yes_no
  indicators:
    - {id: sorry, kind: phrase, any: [sorry], within_turns: 2, points: 1}
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
          - {id: sorry, kind: phrase, any: [sorry], within_turns: 2, points: 1}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import PhraseIndicator, Rubric
from qa_toolkit.domain.transcript import SpeakerRole
from qa_toolkit.rubric.rules.interface import Found, Rule, criteria, indicators


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, criterion in criteria(rubric):
        if criterion.cue is None and criterion.rate == "share":
            yield (*path, "rate"), "'rate: share' has no occasions to be a share of"
    for path, criterion, indicator in indicators(rubric):
        if not isinstance(indicator, PhraseIndicator) or indicator.within_turns is None:
            continue
        place = (*path, "within_turns")
        if criterion.cue is None:
            yield place, "'within_turns' has no occasion to count from"
        elif indicator.speaker is not SpeakerRole.AGENT:
            yield place, "'within_turns' counts the agent's turns, not the customer's"


RULE = Rule(
    code="R302",
    severity="error",
    title="no occasion to count from",
    fix="name a cue in 'applies_when: {customer: …}', and let the agent speak",
    manual=__doc__,
    find=_find,
)
