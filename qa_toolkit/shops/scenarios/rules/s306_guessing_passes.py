"""Guessing passes the certification.

With `pass_mark` no higher than what blind answers are right by chance, it says nothing of who has
read the brief.


Bad:

```yaml
certification:
  pass_mark: 50
  questions:
    - id: opening
      question: What do you say first?
      options: [The number of the card., That the card is lost.]
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


def _find(subject: Subject) -> Iterator[Found]:
    asked = [question for _, question in questions(subject.scenario)]
    certification = subject.scenario.certification
    if certification is None:
        return
    by_chance = 100 * sum(1 / len(question.options) for question in asked) / len(asked)
    if certification.pass_mark <= by_chance:
        message = f"blind answers are right in {by_chance:.0f} percent, and that is enough"
        yield ("certification", "pass_mark"), message


RULE = Rule(
    code="S306",
    severity="warning",
    title="guessing passes",
    fix="ask for at least 75 percent, or offer more options",
    manual=__doc__,
    find=_find,
)
