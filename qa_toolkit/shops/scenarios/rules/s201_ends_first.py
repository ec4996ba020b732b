"""The window ends before it begins.

No day is left on which a shop could be held.


Bad:

```yaml
window: {from: 2026-11-30, to: 2026-11-02}
```

Good:

```yaml
window: {from: 2026-11-02, to: 2026-11-30}
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject


def _find(subject: Subject) -> Iterator[Found]:
    window = subject.scenario.window
    if window.start is not None and window.end is not None and window.end < window.start:
        yield ("window", "to"), f"{window.end} lies before {window.start}"


RULE = Rule(
    code="S201",
    severity="error",
    title="a window that ends before it begins",
    fix="exchange the two days",
    manual=__doc__,
    find=_find,
)
