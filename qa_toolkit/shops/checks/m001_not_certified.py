"""The shopper has not answered the questions of the scenario.

Who has not shown to know the brief may have played another scenario: told what was to be held back,
or not observed what was asked. Scenarios that ask nothing need no certification.

Bad:

```yaml
certified: false
```

Good:

```yaml
certified: true
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.checks.interface import Check, Context, Found


def _find(context: Context) -> Iterator[Found]:
    if not context.is_certified:
        yield Found("shop", f"'{context.form.title}' was logged without certification")


CHECK = Check(
    code="M001",
    severity="error",
    title="shopper not certified",
    fix="answer the scenario's questions from the brief: qa shop certify",
    manual=__doc__,
    find=_find,
)
