"""A rubric extends another that cannot be used.

`extends` names one file, from the folder of the file that says so. It must be there, hold a rubric
that can be read, and not build on this one again; at most five files build on one another.

Bad:

```yaml
extends: bass.yaml
id: small
version: 1.0.0
title: A small shop
```

Good:

```yaml
# file: base.yaml
format: 1
id: base
version: 1.0.0
title: All shops
applies_to: {channels: [visit]}
pass_mark: 60
sections:
  - id: counter
    title: At the counter
    weight: 1
    criteria:
      - {id: counter.served, question: Were you served?, type: yes_no, rate: manual}
```

```yaml
extends: base.yaml
id: small
version: 1.0.0
title: A small shop
pass_mark: 50
```
"""

from qa_toolkit.rubric.rules.interface import Rule

RULE = Rule(
    code="R006",
    severity="error",
    title="base that cannot be used",
    fix="correct the name behind 'extends', or what is wrong in that file",
    manual=__doc__,
)
