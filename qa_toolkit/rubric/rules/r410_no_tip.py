"""A level below the top has no coaching tip.

A rating tells an agent where they stand; the tip says what to practise. Looked at are scales, and
yes/no questions that the machine answers; critical criteria of two levels are left alone, for a
breach is a talk and no exercise, and so are rubrics for visits only. A rubric without any tip is
told of once.

Bad:

```yaml
- id: basics.greeting
  question: Does the agent greet the customer?
  scale: {0: no greeting, 1: a greeting, 2: a greeting by name}
  rate: manual
  tips: {0: Say hello before you ask for anything.}
```

Good:

```yaml
- id: basics.greeting
  question: Does the agent greet the customer?
  scale: {0: no greeting, 1: a greeting, 2: a greeting by name}
  rate: manual
  tips: {0: Say hello before you ask for anything., 1: Use the customer's name once.}
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.interaction import Channel
from qa_toolkit.domain.rubric import Criterion, Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule, criteria

_BREACH_OR_NOT = 2


def _find(rubric: Rubric) -> Iterator[Found]:
    if set(rubric.applies_to.channels) == {Channel.VISIT}:
        return
    missing = [
        (path, levels)
        for path, criterion in criteria(rubric)
        if _is_coached(criterion) and (levels := _without_tip(criterion))
    ]
    if missing and not any(criterion.tips for criterion in rubric.criteria()):
        yield ("sections",), "no criterion has tips, so that scorecards cannot say what to practise"
        return
    for path, levels in missing:
        shown = ", ".join(map(str, levels))
        yield path, f"no tip for level{'s' if len(levels) > 1 else ''} {shown}"


def _is_coached(criterion: Criterion) -> bool:
    if criterion.type != "scale" and not (criterion.type == "yes_no" and criterion.by_machine):
        return False
    return not criterion.critical or len(criterion.levels) > _BREACH_OR_NOT


def _without_tip(criterion: Criterion) -> list[int]:
    below = sorted(criterion.levels)[:-1]
    return [level for level in below if not criterion.tips.get(level, "").strip()]


RULE = Rule(
    code="R410",
    severity="info",
    title="no coaching tip",
    fix="add to 'tips' what to practise, for each level below the top",
    manual=__doc__,
    find=_find,
)
