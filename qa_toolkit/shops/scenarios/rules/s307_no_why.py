"""A certification question does not say why its answer is right.

`why` is shown after a wrong answer and tells where the brief says it. Without it the shopper can only
guess again.


Bad:

```yaml
certification:
  pass_mark: 80
  questions:
    - id: opening
      question: What do you say first?
      options: [The number of the card., That the card is lost.]
      answer: 2
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


def _find(subject: Subject) -> Iterator[Found]:
    for path, question in questions(subject.scenario):
        if not question.why.strip():
            yield path, f"'{question.id}' has no 'why' to show after a wrong answer"


RULE = Rule(
    code="S307",
    severity="info",
    title="no reason for the answer",
    fix="add 'why', with the part of the brief that says it",
    manual=__doc__,
    find=_find,
)
