"""An indicator can never be found.

Its bounds leave nothing between them, or it looks where the thing does not occur: silences and
interruptions are heard in calls, not read in chats. Points that nobody can earn or lose make a
scale mean something else than it says.

Bad:

```yaml
- id: basics.prompt
  question: Is the customer answered soon?
  type: yes_no
  indicators:
    - {id: soon, kind: response_time, measure: first, longer_than_s: 60, at_most_s: 30, points: 1}
```

Good:

```yaml
- id: basics.prompt
  question: Is the customer answered soon?
  type: yes_no
  indicators:
    - {id: soon, kind: response_time, measure: first, at_most_s: 30, points: 1}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.commitment import CommitmentKind
from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import (
    AttributeIndicator,
    CommitmentIndicator,
    Indicator,
    InterruptionIndicator,
    ModelIndicator,
    ResponseTimeIndicator,
    Rubric,
    SentimentShiftIndicator,
    SilenceIndicator,
)
from qa_toolkit.rubric.rules.interface import Found, Rule, criteria
from qa_toolkit.rubric.rules.reach import channels_of

_HEARD = frozenset({Channel.CALL, Channel.VISIT})


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, criterion in criteria(rubric):
        channels = channels_of(criterion, rubric)
        only_written = bool(channels) and channels.isdisjoint(_HEARD)
        for i, indicator in enumerate(criterion.indicators):
            place = (*path, "indicators", i)
            if message := _between(indicator):
                yield place, message
            if only_written and isinstance(indicator, SilenceIndicator | InterruptionIndicator):
                written = ", ".join(sorted(channels))
                yield place, f"there is no {indicator.kind} in {written}"


def _between(indicator: Indicator) -> str:
    """What its bounds ask for, where nothing can be both."""
    match indicator:
        case ResponseTimeIndicator(at_most_s=float(most), longer_than_s=float(least)):
            return f"no wait is longer than {least:g} s and at most {most:g} s" * (most <= least)
        case SentimentShiftIndicator(at_least=float(), at_most=float()):
            return "no mood goes up and down at once"
        case ModelIndicator(at_least=float(least), at_most=float(most)):
            return "no probability is at once so high and so low" * (most < least)
        case AttributeIndicator(at_least=float(least), at_most=float(most), one_of=()):
            return f"no number is at least {least:g} and at most {most:g}" * (most < least)
        case CommitmentIndicator(due="required", kinds=(CommitmentKind.IMMEDIATE,)):
            return "no immediate promise names a time"
        case _:
            return ""


RULE = Rule(
    code="R306",
    severity="warning",
    title="can never be found",
    fix="correct the bounds, or say in 'applies_when' where it can be found",
    manual=__doc__,
    find=_find,
)
