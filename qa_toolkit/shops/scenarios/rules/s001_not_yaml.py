"""The file is no YAML, or cannot be read.

Nothing of it can be used, so this is told alone. The place is the first character that does not
fit; the cause often stands a little before it, such as a quotation mark that is not closed.


Bad:

```yaml
title: "A lost card
```

Good:

```yaml
title: "A lost card"
```
"""

from qa_toolkit.shops.scenarios.rules.interface import Rule

RULE = Rule(
    code="S001",
    severity="error",
    title="not YAML",
    fix="mend the file at this place; a text with a colon needs quotation marks",
    manual=__doc__,
)
