"""Staff were not told that shopping takes place.

They need not know when or who, but that it happens, what it looks at and what follows from it: this
is what codes of the trade ask, in many countries the law, and what makes results worth talking about.


Bad:

```yaml
staff_told: Staff were not told.
```

Good:

```yaml
staff_told: "Told in writing in January that staged calls take place, and what they look at."
```
"""

import re
from collections.abc import Iterator

from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject
from qa_toolkit.shops.scenarios.rules.texts import english, same

_EMPTY = frozenset({"", "nothing", "nobody", "no one", "none", "n a", "no", "not told", "unknown"})
_NOTHING = re.compile(
    r"^\W*(?:nobody|no one|none of \w+)(?: \w+)? (?:knows?|told|informed)\b"
    r"|\b(?:were|was|are|is|have|has|had|staff) (?:not|never)(?: been)? (?:told|informed)\b"
    r"|\b(?:weren't|wasn't|aren't|isn't|haven't been|hasn't been) (?:told|informed)\b",
    re.IGNORECASE,
)


def _find(subject: Subject) -> Iterator[Found]:
    told = subject.scenario.staff_told
    if english(subject.scenario) and (same(told) in _EMPTY or _NOTHING.search(told)):
        yield ("staff_told",), "staff do not know that shopping takes place"


RULE = Rule(
    code="S408",
    severity="warning",
    title="staff were not told",
    fix="tell staff that it happens, what is looked at, and what follows from it",
    manual=__doc__,
    find=_find,
)
