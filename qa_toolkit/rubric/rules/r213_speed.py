"""Speed weighs more than a quarter of the total.

What is measured in seconds is easy to measure, and is then chased: agents who are rated on speed
close contacts instead of solving them, and customers come back. Counted are criteria whose
indicators are all waits or silences, and numbers in seconds, minutes or hours. A rubric of nothing
else is made for speed, and left alone.

Bad:

```yaml
- id: basics.right
  question: Is the answer right?
  type: yes_no
  rate: manual
- id: basics.prompt
  question: Is the first answer prompt?
  type: yes_no
  indicators:
    - {id: prompt, kind: response_time, measure: first, at_most_s: 60, points: 1}
```

Good:

```yaml
- id: basics.right
  question: Is the answer right?
  type: yes_no
  rate: manual
  weight: 80
- id: basics.prompt
  question: Is the first answer prompt?
  type: yes_no
  weight: 20
  indicators:
    - {id: prompt, kind: response_time, measure: first, at_most_s: 60, points: 1}
```
"""

import re
from collections.abc import Iterator

from qa_toolkit.domain.rubric import (
    AttributeIndicator,
    Criterion,
    Indicator,
    ResponseTimeIndicator,
    Rubric,
    SilenceIndicator,
)
from qa_toolkit.rubric.rules.interface import Found, Rule
from qa_toolkit.rubric.rules.weights import ROUNDING, shares, shown

_MOST = 0.25
_TIME = re.compile(
    r"(?:^|[^a-z])(?:aht|time|duration|seconds|minutes|secs|mins|s|min)(?:[^a-z]|$)", re.IGNORECASE
)
"""Names of facts that are measured in time: `handle_time_s`, `AHT`."""
_TIMES = frozenset(
    [
        "ms",
        "s",
        "sec",
        "secs",
        "second",
        "seconds",
        "min",
        "mins",
        "minute",
        "minutes",
        "h",
        "hr",
        "hrs",
        "hour",
        "hours",
    ]
)


def _find(rubric: Rubric) -> Iterator[Found]:
    known = [share for share in shares(rubric) if not share.criterion.bonus]
    timed = [share for share in known if _is_about_time(share.criterion)]
    total = sum(share.total for share in timed)
    if total > _MOST + ROUNDING and len(timed) < len(known):
        heaviest = max(timed, key=lambda share: share.total)
        yield heaviest.path, f"speed makes {shown(total)} percent of the total"


def _is_about_time(criterion: Criterion) -> bool:
    if criterion.type == "number":
        return criterion.unit.strip().casefold() in _TIMES
    looked_for = criterion.indicators
    return bool(looked_for) and all(map(_measures_time, looked_for))


def _measures_time(indicator: Indicator) -> bool:
    if isinstance(indicator, AttributeIndicator):
        return _TIME.search(indicator.metadata) is not None
    return isinstance(indicator, ResponseTimeIndicator | SilenceIndicator)


RULE = Rule(
    code="R213",
    severity="warning",
    title="speed weighs too much",
    fix="give what is measured in seconds at most a quarter of the weight",
    manual=__doc__,
    find=_find,
)
