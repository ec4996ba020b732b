"""A key is unknown, or does not belong where it stands.

A misspelt key that was passed over would leave its default in place: `wieght: 40` would weigh 1, and
nobody would see it.

Bad:

```yaml
minimum: {basics: 40}
```

Good:

```yaml
minimums: {basics: 40}
```
"""

from qa_toolkit.rubric.rules.interface import Rule

RULE = Rule(
    code="R003",
    severity="error",
    title="unknown key",
    fix="take the spelling that is suggested, or remove the key",
    manual=__doc__,
)
