"""Words that tell staff whom they have before them.

Who knows that they are watched does not behave as they do for customers.


Bad:

```yaml
opening_line: Hello, this is a test call about a lost card.
```

Good:

```yaml
opening_line: "Hello, I think I lost my card."
```
"""

import re
from collections.abc import Iterator

from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject
from qa_toolkit.shops.scenarios.rules.texts import english, first_said, texts

_WORDS = re.compile(
    r"\b(?:(?:mystery|secret) (?:shop\w*|call\w*|customer|guest|visit\w*)"
    r"|test (?:call|purchase|customer|chat|order|visit|e-?mail)|this is (?:only )?a test"
    r"|quality (?:check|control|assurance)|(?:check|test|rate|grade|evaluat|assess)\w* (?:your|the) "
    r"(?:service|staff|team)|(?:was|were|am|are) sent (?:here )?by|training purposes|as a shopper)\b",
    re.IGNORECASE,
)


def _find(subject: Subject) -> Iterator[Found]:
    if english(subject.scenario):
        for path, text in texts(subject.scenario, "opening_line", "probe"):
            if said := first_said(_WORDS, text):
                yield path, f"'{said}' gives the shopper away"


RULE = Rule(
    code="S401",
    severity="warning",
    title="gives the shopper away",
    fix="say it as a customer would",
    manual=__doc__,
    find=_find,
)
