"""Nobody is asked whether they have read the brief.

A few questions before the assignment cost a minute; a shop in which the order number was told at once
is lost.


Bad:

```yaml
goal: Have the card blocked.
```

Good:

```yaml
certification:
  pass_mark: 80
  questions:
    - id: opening
      question: What do you say first?
      options: [The number of the card., That the card is lost.]
      answer: 2
      why: The number is held back until somebody asks.
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject


def _find(subject: Subject) -> Iterator[Found]:
    if subject.scenario.certification is None:
        yield ("certification",), "no question is asked before an assignment"


RULE = Rule(
    code="S304",
    severity="info",
    title="no certification",
    fix="add 'certification' with three to six questions about the brief",
    manual=__doc__,
    find=_find,
)
