"""A key stands twice in one place.

YAML readers keep one of them and drop the other without a word, often not the one that was meant.


Bad:

```yaml
title: A lost card
title: A stolen card
```

Good:

```yaml
title: A lost card
```
"""

from qa_toolkit.shops.scenarios.rules.interface import Rule

RULE = Rule(
    code="S002",
    severity="error",
    title="a key twice",
    fix="keep one of the two",
    manual=__doc__,
)
