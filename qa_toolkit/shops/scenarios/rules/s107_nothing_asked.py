"""Under this channel and these facts no question of the rubric is left that counts.

A shop would be logged and could not be scored.


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
      - id: welcome.age
        question: Are you asked for your age?
        type: yes_no
        rate: manual
        applies_when: {metadata: {age_check: ["yes"]}}
```

```yaml
measures: {}
metadata: {age_check: "no"}
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
      - id: welcome.age
        question: Are you asked for your age?
        type: yes_no
        rate: manual
        applies_when: {metadata: {age_check: ["yes"]}}
```

```yaml
measures: {}
metadata: {age_check: "yes"}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.shop.form_making import form_of
from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject


def _find(subject: Subject) -> Iterator[Found]:
    if subject.rubric is None:
        return
    form = form_of(subject.scenario, subject.rubric, "")
    if not any(question.required for question in form.questions()):
        yield ("rubric",), "no question that counts is asked with this channel and these facts"


RULE = Rule(
    code="S107",
    severity="error",
    title="nothing to answer",
    fix="change the facts in 'metadata', or choose another rubric",
    manual=__doc__,
    find=_find,
)
