"""Somebody else logged the shop than the person it is assigned to.

Certification, profile and the days between two shops of one person are looked at for the person who
is assigned. What somebody else noted is not their observation.

Bad:

```yaml
shopper: tom
```

Good:

```yaml
shopper: maya
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.checks.interface import Check, Context, Found


def _find(context: Context) -> Iterator[Found]:
    if context.assignment and context.log.shopper != context.assignment.shopper:
        yield Found(
            "shop",
            f"logged by '{context.log.shopper}', assigned to '{context.assignment.shopper}'",
        )


CHECK = Check(
    code="M003",
    severity="error",
    title="not the assigned shopper",
    fix="have the shop assigned again, or the right person log it",
    manual=__doc__,
    find=_find,
)
