"""A key that scenarios do not have.

A misspelt key would otherwise be a silent default: a scenario whose `hold_back` is written
`holdback` would tell the shopper to hold nothing back.


Bad:

```yaml
holdback: [The card ends in 20.]
```

Good:

```yaml
hold_back: [The card ends in 20.]
```
"""

from qa_toolkit.shops.scenarios.rules.interface import Rule

RULE = Rule(
    code="S003",
    severity="error",
    title="unknown key",
    fix="write one of the keys that are known here",
    manual=__doc__,
)
