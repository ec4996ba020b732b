"""A measure names no question of the rubric that is answered with a number.

The stopwatch fills such a question in. Where there is none, what it says is lost.


Bad:

```yaml
measures: {welcome.greeted: wait}
```

Good:

```yaml
measures: {welcome.wait: wait}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject


def _find(subject: Subject) -> Iterator[Found]:
    if subject.rubric is None:
        return
    numbers = [one.id for one in subject.rubric.criteria() if one.type == "number"]
    for name in subject.scenario.measures:
        if name in subject.rubric.places and name not in numbers:
            kind = subject.rubric.places[name].criterion.type
            yield ("measures", name), f"'{name}' is answered by {kind}, not by a number"
        elif name not in numbers:
            near = did_you_mean(name, numbers)
            yield ("measures", name), f"the rubric has no question '{name}'{near}"


RULE = Rule(
    code="S103",
    severity="error",
    title="measured for no number",
    fix="name a question of the rubric whose type is number",
    manual=__doc__,
    find=_find,
)
