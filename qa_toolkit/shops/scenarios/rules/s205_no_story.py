"""No words are asked for that tell the shop from its beginning to its end.

The narrative shows what the answers leave out, and is what an editor holds the answers against.


Bad:

```yaml
narrative_words: 0
```

Good:

```yaml
narrative_words: 50
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject


def _find(subject: Subject) -> Iterator[Found]:
    if subject.scenario.narrative_words == 0:
        yield ("narrative_words",), "no narrative is asked for"


RULE = Rule(
    code="S205",
    severity="warning",
    title="no narrative",
    fix="ask for about 50 words",
    manual=__doc__,
    find=_find,
)
