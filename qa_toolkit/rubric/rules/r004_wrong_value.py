"""A key is missing, or its value has the wrong type, is out of bounds, or is no phrase.

The message says what there must be. `qa rubric schema` writes the same rules for editors, which then
show them while you type.

Bad:

```yaml
pass_mark: 150
```

Good:

```yaml
pass_mark: 75
```
"""

from qa_toolkit.rubric.rules.interface import Rule

RULE = Rule(
    code="R004",
    severity="error",
    title="missing key or wrong value",
    fix="correct the value as the message says",
    manual=__doc__,
)
