"""A value that its key cannot have, or a key that is missing.

Days, times, percents and the names of channels have one form each, so that two people read the
same.


Bad:

```yaml
channel: telephone
```

Good:

```yaml
channel: call
```
"""

from qa_toolkit.shops.scenarios.rules.interface import Rule

RULE = Rule(
    code="S004",
    severity="error",
    title="wrong value",
    fix="write what the message asks for",
    manual=__doc__,
)
