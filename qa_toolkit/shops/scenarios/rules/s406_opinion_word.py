"""The shopper is asked to note an opinion where a fact is wanted.

Two people who see the same agree on "looked up within five seconds" and not on "friendly". What is
scored stands in the rubric; what the shopper watches beside it should be as plain.


Bad:

```yaml
do: [Watch whether the agent sounds friendly.]
```

Good:

```yaml
do: [Note the first sentence of the agent word for word.]
```
"""

import re
from collections.abc import Iterator

from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject
from qa_toolkit.shops.scenarios.rules.texts import english, first_said, texts

_WATCHES = re.compile(
    r"\b(?:watch|note|notice|see|observe|judge|rate|check|describe|look|listen|say|write)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(r"\b(?:whether|how|if|that)\b", re.IGNORECASE)
_OPINIONS = re.compile(
    r"\b(?:friendl\w+|unfriendl\w+|nice(?:ly)?|polite(?:ly)?|impolite|rude(?:ly)?|warm(?:ly)?"
    r"|helpful|pleasant(?:ly)?|unpleasant|professional(?:ly|ism)?|good|bad|great|excellent|poor(?:ly)?"
    r"|beautiful|cosy|lovely|charming|atmosphere|ambience|feel\w*|impression|comfortable|attractive"
    r"|sincere(?:ly)?|genuine(?:ly)?|competent(?:ly)?|enthusiastic(?:ally)?|bored|interested)\b",
    re.IGNORECASE,
)


def _find(subject: Subject) -> Iterator[Found]:
    if not english(subject.scenario):
        return
    for path, text in texts(subject.scenario, "probe", "do"):
        watches = _WATCHES.search(text)
        asks = watches and _ASKS.search(text, watches.end())
        if asks and (said := first_said(_OPINIONS, text)):
            yield path, f"'{said}' is an opinion, on which two people differ"


RULE = Rule(
    code="S406",
    severity="warning",
    title="an opinion asked for",
    fix="ask for what is seen, heard or counted",
    manual=__doc__,
    find=_find,
)
