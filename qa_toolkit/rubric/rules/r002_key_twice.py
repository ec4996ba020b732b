"""A key is given twice in one mapping.

Most readers of YAML keep the last one silently, so that a line somebody changes has no effect. A
level counts as the same with and without quotation marks.

Bad:

```yaml
pass_mark: 60
pass_mark: 70
```

Good:

```yaml
pass_mark: 70
```
"""

from qa_toolkit.rubric.rules.interface import Rule

RULE = Rule(
    code="R002",
    severity="error",
    title="key given twice",
    fix="remove one of the two",
    manual=__doc__,
)
