"""Two levels, or two options, of a criterion say the same.

Which of the two is given is then a matter of luck, and so are the points. Case and punctuation make
no difference between them.

Bad:

```yaml
- id: basics.greeting
  question: How does the agent greet the customer?
  scale: {0: no greeting, 1: a greeting, 2: A greeting.}
  rate: manual
```

Good:

```yaml
- id: basics.greeting
  question: How does the agent greet the customer?
  scale: {0: no greeting, 1: a greeting, 2: a greeting by name}
  rate: manual
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Path, Rule, criteria
from qa_toolkit.rubric.rules.texts import anchors, normalised


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, criterion in criteria(rubric):
        seen: dict[str, Path] = {}
        for place, text in anchors(criterion):
            words = normalised(text)
            if words and words in seen:
                first = seen[words]
                yield (*path, *place), f"says the same as {first[0]} {_shown(first)}: '{text}'"
            elif words:
                seen[words] = place


def _shown(place: Path) -> str:
    """A level by its number; options and ranges counted from 1 as people do."""
    return str(place[1] if place[0] == "scale" else int(place[1]) + 1)


RULE = Rule(
    code="R405",
    severity="warning",
    title="two answers with the same words",
    fix="say what makes the difference, or take one of the two away",
    manual=__doc__,
    find=_find,
)
