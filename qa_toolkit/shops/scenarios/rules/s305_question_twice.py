"""Two certification questions have the same id, or ask the same.

An attempt is kept by ids; of two equal ones, one answer would be lost.


Bad:

```yaml
certification:
  pass_mark: 80
  questions:
    - id: opening
      question: What do you say first?
      options: [The number of the card., That the card is lost.]
      answer: 2
      why: The number is held back until somebody asks.
    - id: opening
      question: What do you say first?
      options: [At once., When somebody asks for it.]
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
from qa_toolkit.shops.scenarios.rules.texts import same


def _find(subject: Subject) -> Iterator[Found]:
    ids: set[str] = set()
    asked: set[str] = set()
    for path, question in questions(subject.scenario):
        if question.id in ids:
            yield (*path, "id"), f"'{question.id}' is the id of a question above"
        elif same(question.question) in asked:
            yield (*path, "question"), "asks the same as a question above"
        ids.add(question.id)
        asked.add(same(question.question))


RULE = Rule(
    code="S305",
    severity="error",
    title="a question twice",
    fix="give it an id and words of its own",
    manual=__doc__,
    find=_find,
)
