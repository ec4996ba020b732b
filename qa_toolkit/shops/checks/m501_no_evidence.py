"""Evidence that the scenario requires is not attached.

Without the receipt or the picture an answer rests on memory alone, and an appeal cannot be decided.
Counted are the attachments of each kind: two required photos need two.

Bad:

```yaml
scenario: {evidence: [{kind: receipt, text: The receipt.}]}
```

Good:

```yaml
scenario: {evidence: [{kind: receipt, text: The receipt.}]}
attachments: [{kind: receipt}]
```
"""

from collections import Counter
from collections.abc import Iterator

from qa_toolkit.shops.checks.interface import Check, Context, Found


def _find(context: Context) -> Iterator[Found]:
    left = Counter(kept.kind for kept in context.log.attachments)
    for wanted in context.form.evidence:
        if not wanted.required:
            continue
        if left[wanted.kind]:
            left[wanted.kind] -= 1
        else:
            yield Found("evidence", f"a {wanted.kind} is missing: {wanted.text}")


CHECK = Check(
    code="M501",
    severity="error",
    title="required evidence missing",
    fix="attach it",
    manual=__doc__,
    find=_find,
)
