"""The right answer of a certification question is beyond its options.

Nobody could ever answer it, and so nobody would pass. Answers are counted from 1.


Bad:

```yaml
certification:
  pass_mark: 80
  questions:
    - id: opening
      question: What do you say first?
      options: [The number of the card., That the card is lost.]
      answer: 3
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


def _find(subject: Subject) -> Iterator[Found]:
    for path, question in questions(subject.scenario):
        if question.answer > len(question.options):
            message = f"there are {len(question.options)} options, and {question.answer} is right"
            yield (*path, "answer"), message


RULE = Rule(
    code="S301",
    severity="error",
    title="no such option",
    fix="count the right option from 1",
    manual=__doc__,
    find=_find,
)
