"""The same stands among what to do and what not to do.

Whichever the shopper follows, the other is broken.


Bad:

```yaml
do: [Ask for a manager.]
do_not: [Ask for a manager]
```

Good:

```yaml
do: [Ask once what ways there are.]
do_not: [Ask for a manager]
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject
from qa_toolkit.shops.scenarios.rules.texts import same, texts


def _find(subject: Subject) -> Iterator[Found]:
    wanted = {same(text) for _, text in texts(subject.scenario, "do", "probe")}
    for path, text in texts(subject.scenario, "do_not"):
        if same(text) in wanted:
            yield path, "stands among what to do, too"


RULE = Rule(
    code="S409",
    severity="warning",
    title="to do and not to do",
    fix="decide which of the two it is",
    manual=__doc__,
    find=_find,
)
