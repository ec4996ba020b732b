"""A level of a scale has no words, or only a number or a grade.

"2" and "good" tell neither the evaluator when to give it nor the agent how to get it; two people
will draw the line in two places. A level says what is seen or heard. Of a yes/no question the
answers need no words, and options may be numbers.

Bad:

```yaml
- id: basics.greeting
  question: Does the agent greet the customer?
  scale: {0: poor, 1: ok, 2: good}
  rate: manual
```

Good:

```yaml
- id: basics.greeting
  question: Does the agent greet the customer?
  scale: {0: no greeting, 1: a greeting, 2: a greeting by name}
  rate: manual
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.rubric.rules.interface import Found, Path, Rule, criteria
from qa_toolkit.rubric.rules.texts import anchors, bare, english, number_only


def _find(rubric: Rubric) -> Iterator[Found]:
    in_english = english(rubric)
    for path, criterion in criteria(rubric):
        for place, text in _bare_levels(criterion, in_english=in_english):
            shown = f"'{text.strip()}' does not tell" if text.strip() else "no words tell"
            yield (*path, *place), f"{shown} what this level looks like"


def _bare_levels(criterion: Criterion, *, in_english: bool) -> Iterator[tuple[Path, str]]:
    if criterion.type != "scale":
        yield from (
            (place, text)
            for place, text in anchors(criterion)
            if place[0] == "scale" and not text.strip()
        )
        return
    for place, text in anchors(criterion):
        if number_only(text) or (in_english and bare(text)):
            yield place, text


RULE = Rule(
    code="R404",
    severity="warning",
    title="level without words",
    fix="say what is seen or heard at this level",
    manual=__doc__,
    find=_find,
)
