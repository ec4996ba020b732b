"""A question hangs on a fact that the scenario does not tell.

It is then never asked. That may be meant: a fact that is told with another value says so.


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
      - id: welcome.greeted
        question: Are you greeted?
        type: yes_no
        rate: manual
      - id: welcome.age
        question: Are you asked for your age?
        type: yes_no
        rate: manual
        applies_when: {metadata: {age_check: ["yes"]}}
```

```yaml
goal: Order a bottle of wine.
measures: {}
```

Good:

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
      - id: welcome.greeted
        question: Are you greeted?
        type: yes_no
        rate: manual
      - id: welcome.age
        question: Are you asked for your age?
        type: yes_no
        rate: manual
        applies_when: {metadata: {age_check: ["yes"]}}
```

```yaml
goal: Order a bottle of wine.
measures: {}
metadata: {age_check: "yes"}
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject


def _find(subject: Subject) -> Iterator[Found]:
    if subject.rubric is None:
        return
    told = {name.casefold() for name in subject.scenario.metadata}
    waiting: dict[str, list[str]] = {}
    for criterion in subject.rubric.criteria():
        when = criterion.applies_when
        for name in when.metadata if when is not None and when.match == "all" else ():
            if name.casefold() not in told:
                waiting.setdefault(name, []).append(criterion.id)
    for name, criteria in waiting.items():
        listed = ", ".join(f"'{one}'" for one in criteria)
        yield ("metadata",), f"nothing tells '{name}', so {listed} will never be asked"


RULE = Rule(
    code="S106",
    severity="info",
    title="a fact left open",
    fix="tell the fact in 'metadata', also where the question is not to be asked",
    manual=__doc__,
    find=_find,
)
