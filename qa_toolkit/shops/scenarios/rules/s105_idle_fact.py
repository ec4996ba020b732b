"""A fact of the scenario that no question of the rubric asks for.

`metadata` decides which questions are asked. A name that the rubric does not know, often a slip,
decides nothing.


Bad:

```yaml
metadata: {age_chek: "yes"}
```

Good:

```yaml
metadata: {}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.close_words import did_you_mean
from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject


def _find(subject: Subject) -> Iterator[Found]:
    if subject.rubric is None:
        return
    used = subject.rubric.facts_used
    for name in subject.scenario.metadata:
        if name.casefold() not in used:
            near = did_you_mean(name, used)
            yield ("metadata", name), f"no question of the rubric asks for '{name}'{near}"


RULE = Rule(
    code="S105",
    severity="warning",
    title="a fact that nothing asks for",
    fix="write the name as the rubric's 'applies_when' has it, or leave it out",
    manual=__doc__,
    find=_find,
)
