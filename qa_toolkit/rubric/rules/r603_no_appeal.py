"""Agents have no time in which they may ask for a review.

A rating decides about coaching, bonus and sometimes a job, and machines and people rate wrongly now
and then. `appeal_days` says how long an agent may ask for a second look; five to ten days are common.

Bad:

```yaml
format: 1
id: example
version: 1.0.0
title: An example
applies_to: {channels: [call]}
pass_mark: 50
sections:
  - id: basics
    title: Basics
    weight: 1
    criteria:
      - {id: basics.named, question: Is the company named?, type: yes_no, rate: manual}
```

Good:

```yaml
appeal_days: 7
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule


def _find(rubric: Rubric) -> Iterator[Found]:
    if rubric.appeal_days is None:
        yield ("id",), "no 'appeal_days': agents cannot ask for a review of a rating"


RULE = Rule(
    code="R603",
    severity="info",
    title="no appeal",
    fix="add 'appeal_days: 7', or as many days as you give them",
    manual=__doc__,
    find=_find,
)
