"""Nobody could be the persona.

A trait without values, or with bounds the wrong way round, fits no shopper, and no shop of the
scenario could be placed.


Bad:

```yaml
persona: {story: You lost your card., profile: {age: ["30-18"]}}
```

Good:

```yaml
persona: {story: You lost your card., profile: {age: ["18-30"]}}
```
"""

import re
from collections.abc import Iterator

from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject

_SPAN = re.compile(r"(\d{1,9}) ?[-–] ?(\d{1,9})", re.ASCII)
_OLDEST = 120


def _find(subject: Subject) -> Iterator[Found]:
    for trait, values in subject.scenario.persona.profile.items():
        path = ("persona", "profile", trait)
        if not values:
            yield path, f"'{trait}' names no value that would fit"
        elif all(_fits_nobody(trait, value) for value in values):
            yield path, f"nobody has the {trait} {' or '.join(values)}"


def _fits_nobody(trait: str, value: str) -> bool:
    span = _SPAN.fullmatch(value.strip())
    if span is None:
        return False
    low, high = int(span[1]), int(span[2])
    return low > high or (trait == "age" and low > _OLDEST)


RULE = Rule(
    code="S407",
    severity="error",
    title="nobody fits",
    fix="name the values that fit; of numbers the lower bound first",
    manual=__doc__,
    find=_find,
)
