"""A measured number counts in neither seconds nor minutes.

The stopwatch knows these two; in any other unit its figure would be put in wrong.


Bad:

```yaml
# file: phone.yaml
format: 1
id: phone
version: 1.0.0
title: Telephone
applies_to: {channels: [call]}
pass_mark: 60
sections:
  - id: welcome
    title: Welcome
    weight: 1
    criteria:
      - id: welcome.wait
        question: How long do you wait?
        type: number
        unit: rings
        ranges: [{from: 0, below: 4, points: 1}, {from: 4, points: 0}]
        rate: manual
```

```yaml
measures: {welcome.wait: wait}
```

Good:

```yaml
measures: {welcome.wait: wait}
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject

UNITS = ("seconds", "minutes")


def _find(subject: Subject) -> Iterator[Found]:
    if subject.rubric is None:
        return
    for name in subject.scenario.measures:
        placed = subject.rubric.places.get(name)
        if placed is None or placed.criterion.type != "number":
            continue
        unit = placed.criterion.unit
        if unit not in UNITS:
            said = f"'{unit}'" if unit else "without a unit"
            yield ("measures", name), f"'{name}' is {said} in the rubric, not seconds or minutes"


RULE = Rule(
    code="S104",
    severity="error",
    title="measured in another unit",
    fix="give the question 'unit: seconds' or 'unit: minutes', or take the measure out",
    manual=__doc__,
    find=_find,
)
