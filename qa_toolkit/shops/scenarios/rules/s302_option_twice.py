"""An option stands twice in a certification question.

Who chooses the other one of the two is told to be wrong, with the same words that are right.


Bad:

```yaml
certification:
  pass_mark: 80
  questions:
    - id: opening
      question: What do you say first?
      options: [That the card is lost., That the card is lost]
      answer: 2
      why: The number is held back until somebody asks.
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

from qa_toolkit.shops.scenarios.rules.certification import questions
from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject
from qa_toolkit.shops.scenarios.rules.texts import same


def _find(subject: Subject) -> Iterator[Found]:
    for path, question in questions(subject.scenario):
        known: dict[str, int] = {}
        for number, option in enumerate(question.options, 1):
            if (first := known.setdefault(same(option), number)) != number:
                yield (*path, "options", number - 1), f"says the same as option {first}"


RULE = Rule(
    code="S302",
    severity="error",
    title="the same option twice",
    fix="make it another answer, or take it out",
    manual=__doc__,
    find=_find,
)
