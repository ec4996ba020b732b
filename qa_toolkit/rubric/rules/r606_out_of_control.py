"""More than a fifth of the total rests on what agents cannot control.

Survey answers and the customer's mood depend on the product, the price and the day as well. As a hint
of little weight they are welcome; as a large part of a person's rating they reward luck and the easy
cases. Counted are criteria that earn their points only by `sentiment_shift`, or by an `attribute`
named after a survey, CSAT, NPS, CES, stars or satisfaction.

Bad:

```yaml
- id: basics.right
  question: Is the answer right?
  type: yes_no
  rate: manual
- id: basics.survey
  question: Is the customer satisfied?
  type: yes_no
  indicators:
    - {id: happy, kind: attribute, metadata: csat, at_least: 4, points: 1}
```

Good:

```yaml
- id: basics.right
  question: Is the answer right?
  type: yes_no
  rate: manual
  weight: 9
- id: basics.survey
  question: Is the customer satisfied?
  type: yes_no
  indicators:
    - {id: happy, kind: attribute, metadata: csat, at_least: 4, points: 1}
```
"""

import re
from collections.abc import Iterator

from qa_toolkit.domain.rubric import (
    AttributeIndicator,
    Criterion,
    Indicator,
    Rubric,
    SentimentShiftIndicator,
)
from qa_toolkit.rubric.rules.interface import Found, Rule
from qa_toolkit.rubric.rules.weights import ROUNDING, shares, shown

_MOST = 0.2
_SURVEY = re.compile(
    r"(?<![a-z])(?:survey|csat|nps|ces|stars?|satisf|promoter|sentiment|mood)", re.IGNORECASE
)


def _find(rubric: Rubric) -> Iterator[Found]:
    if not any(map(_is_beyond, rubric.criteria())):
        return
    beyond = [
        share for share in shares(rubric) if share.criterion.counts and _is_beyond(share.criterion)
    ]
    total = sum(share.total for share in beyond)
    if total > _MOST + ROUNDING:
        heaviest = max(beyond, key=lambda share: share.total)
        message = f"{shown(total)} percent of the total rest on surveys or the customer's mood"
        yield heaviest.path, message


def _is_beyond(criterion: Criterion) -> bool:
    """Whether only what the customer feels or answers earns its points."""
    gains = [indicator for indicator in criterion.indicators if indicator.points > 0]
    return criterion.by_machine and bool(gains) and all(map(_is_the_customers, gains))


def _is_the_customers(indicator: Indicator) -> bool:
    match indicator:
        case SentimentShiftIndicator():
            return True
        case AttributeIndicator():
            return _SURVEY.search(indicator.metadata) is not None
        case _:
            return False


RULE = Rule(
    code="R606",
    severity="warning",
    title="points beyond the agent's control",
    fix="give surveys and mood at most a fifth of the weight, or report them beside the score",
    manual=__doc__,
    find=_find,
)
