"""No section has a minimum, so that a strong section pays for a weak one.

With a mean over sections, perfect politeness can carry an interaction in which nothing was solved
over the pass mark. `minimums` name the least that a section must reach for a pass, whatever the
total. Where any mix is as good as another, none are needed.

Bad:

```yaml
pass_mark: 50
sections:
  - id: basics
    title: Basics
    weight: 50
    criteria:
      - {id: basics.greets, question: Is there a greeting?, type: yes_no, rate: manual}
  - id: answer
    title: Answer
    weight: 50
    criteria:
      - {id: answer.right, question: Is the answer right?, type: yes_no, rate: manual}
```

Good:

```yaml
pass_mark: 50
minimums: {answer: 60}
sections:
  - id: basics
    title: Basics
    weight: 50
    criteria:
      - {id: basics.greets, question: Is there a greeting?, type: yes_no, rate: manual}
  - id: answer
    title: Answer
    weight: 50
    criteria:
      - {id: answer.right, question: Is the answer right?, type: yes_no, rate: manual}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule
from qa_toolkit.rubric.rules.weights import counting_sections


def _find(rubric: Rubric) -> Iterator[Found]:
    if not rubric.minimums and len(counting_sections(rubric)) > 1:
        yield ("pass_mark",), "no section has a minimum, so a strong one pays for a weak one"


RULE = Rule(
    code="R212",
    severity="info",
    title="no minimum for any section",
    fix="add 'minimums' for the sections that must not be made up for",
    manual=__doc__,
    find=_find,
)
