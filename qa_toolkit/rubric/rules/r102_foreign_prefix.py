"""A criterion's id does not begin with the id of the section or subsection that holds it.

The part before the dot says in scorecards and exports where a criterion belongs. One that was moved
to another section and kept its old name would be counted here and looked for there.

Bad:

```yaml
- id: closing.thanks
  question: Does the agent thank the customer?
  scale: {0: no thanks, 1: thanks}
  rate: manual
```

Good:

```yaml
- id: basics.thanks
  question: Does the agent thank the customer?
  scale: {0: no thanks, 1: thanks}
  rate: manual
```
"""

from collections.abc import Iterator

from qa_toolkit.domain.rubric import Rubric
from qa_toolkit.rubric.rules.interface import Found, Rule, groups


def _find(rubric: Rubric) -> Iterator[Found]:
    for path, group in groups(rubric):
        holders = [group.id]
        if len(path) > 2:
            holders.append(rubric.sections[int(path[1])].id)
        for c, criterion in enumerate(group.criteria):
            if criterion.id.split(".")[0] not in holders:
                wanted = " or ".join(f"'{name}.'" for name in holders)
                message = f"'{criterion.id}' must start with {wanted}, where it stands"
                yield (*path, "criteria", c, "id"), message


RULE = Rule(
    code="R102",
    severity="error",
    title="id of another section",
    fix="begin the id with that of its section and a dot, or move the criterion",
    manual=__doc__,
    find=_find,
)
