"""A section holds nothing that could be earned.

A section or subsection has a weight in the total, so something in it must be rated. With text and
information only, or nothing but a bonus, there is no percent to weigh, and what it weighs goes
silently to the others. With `policy: {total: criteria}` a section of bonus criteria is all right.

Bad:

```yaml
sections:
  - id: basics
    title: Basics
    weight: 50
    criteria:
      - {id: basics.right, question: Is the answer right?, type: yes_no, rate: manual}
  - id: notes
    title: Notes
    weight: 50
    criteria:
      - {id: notes.remark, question: What else was seen?, type: text}
```

Good:

```yaml
sections:
  - id: basics
    title: Basics
    weight: 100
    criteria:
      - {id: basics.right, question: Is the answer right?, type: yes_no, rate: manual}
      - {id: basics.remark, question: What else was seen?, type: text}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Criterion, Rubric, Section
from qa_toolkit.rubric.rules.interface import Found, Rule, groups


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, group in groups(rubric):
        held = list(group.all_criteria() if isinstance(group, Section) else group.criteria)
        called = "section" if isinstance(group, Section) else "subsection"
        if not held:
            yield path, f"the {called} '{group.id}' has neither criteria nor sections"
        elif not any(_earns(criterion, rubric) for criterion in held):
            yield path, f"nothing in the {called} '{group.id}' is scored"


def _earns(criterion: Criterion, rubric: Rubric) -> bool:
    return criterion.counts or (criterion.scored and rubric.policy.total == "criteria")


RULE = Rule(
    code="R211",
    severity="error",
    title="nothing scored in a section",
    fix="add a criterion that is rated, or move what it holds to another section",
    manual=__doc__,
    find=_find,
)
