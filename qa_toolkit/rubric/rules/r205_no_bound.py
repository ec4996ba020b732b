"""A measurement has no bound, so that it is always found.

A wait, a change of mood or a fact is evidence only when it is short enough, large enough or one of
some values. Without a bound every interaction would earn, or lose, the points.

Bad:

```yaml
- id: basics.prompt
  question: Is the first answer prompt?
  type: yes_no
  indicators:
    - {id: prompt, kind: response_time, measure: first, points: 1}
```

Good:

```yaml
- id: basics.prompt
  question: Is the first answer prompt?
  type: yes_no
  indicators:
    - {id: prompt, kind: response_time, measure: first, at_most_s: 60, points: 1}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import (
    AttributeIndicator,
    ModelIndicator,
    ResponseTimeIndicator,
    Rubric,
    SentimentShiftIndicator,
)
from qa_toolkit.rubric.rules.interface import Found, Rule, indicators


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, _, indicator in indicators(rubric):
        match indicator:
            case ResponseTimeIndicator(at_most_s=None, longer_than_s=None):
                bounds = "'at_most_s' or 'longer_than_s'"
            case SentimentShiftIndicator(at_least=None, at_most=None):
                bounds = "'at_least' or 'at_most'"
            case ModelIndicator(at_least=None, at_most=None):
                bounds = "'at_least' or 'at_most'"
            case AttributeIndicator(one_of=(), at_least=None, at_most=None):
                bounds = "'one_of', 'at_least' or 'at_most'"
            case _:
                continue
        yield path, f"there is neither {bounds.replace(' or ', ' nor ')}"


RULE = Rule(
    code="R205",
    severity="error",
    title="measurement without a bound",
    fix="say from or up to where it counts",
    manual=__doc__,
    find=_find,
)
