"""Every certification question has its right answer at the same place.

Who has seen two of them knows the rest. Shoppers see the options in an order of their own, but forms
on paper, and people who write the next question, see them as they stand here.


Bad:

```yaml
certification:
  pass_mark: 80
  questions:
    - id: opening
      question: What do you say first?
      options: [The number of the card., That the card is lost.]
      answer: 2
      why: The number is held back.
    - id: number
      question: When do you tell the number?
      options: [At once., When somebody asks for it.]
      answer: 2
      why: Being asked is one of the things observed.
    - id: rules
      question: What do you do when it is against the rules?
      options: [Insist., Accept it and go on.]
      answer: 2
      why: Nobody is asked to break a rule.
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
      why: The number is held back.
    - id: number
      question: When do you tell the number?
      options: [At once., When somebody asks for it.]
      answer: 2
      why: Being asked is one of the things observed.
    - id: rules
      question: What do you do when it is against the rules?
      options: [Accept it and go on., Insist.]
      answer: 1
      why: Nobody is asked to break a rule.
```
"""

from collections.abc import Iterator

from qa_toolkit.shops.scenarios.rules.certification import questions
from qa_toolkit.shops.scenarios.rules.interface import Found, Rule, Subject

ENOUGH = 3
"""Fewer questions agree by chance too often."""


def _find(subject: Subject) -> Iterator[Found]:
    found = list(questions(subject.scenario))
    answers = {question.answer for _, question in found}
    if len(found) >= ENOUGH and len(answers) == 1:
        message = f"the right answer is number {answers.pop()} in all {len(found)} questions"
        yield ("certification", "questions"), message


RULE = Rule(
    code="S303",
    severity="warning",
    title="the same number every time",
    fix="put the right answer at different places",
    manual=__doc__,
    find=_find,
)
